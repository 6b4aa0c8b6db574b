import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../../server/text/message';
import { briefReportOf, findingsOf } from '../../findings';

const labels = (header: string, count: number, prefix: string) =>
  `${header}\n${Array.from({ length: count }, (_, index) => `${prefix}${index} = "x"\n`).join('')}`;

test('labels of a runner and those of all runners count together', () => {
  const text = `${labels('[labels]', 20, 'all-')}[[runners]]\n${labels('[runners.labels]', 13, 'own-')}`;
  assert.deepEqual(briefReportOf(text), ['23 error invalid-value «labels»']);
  const enough = `${labels('[labels]', 20, 'all-')}[[runners]]\n${labels('[runners.labels]', 12, 'own-')}`;
  assert.deepEqual(briefReportOf(enough), []);
});

test('beside the labels of the runner stand those of all runners', () => {
  const text = `${labels('[labels]', 20, 'all-')}[[runners]]\n${labels('[runners.labels]', 13, 'own-')}`;
  const [found] = findingsOf(text);
  assert.deepEqual(found?.message, message('invalid-value.label-sum', { count: 33 }));
  assert.deepEqual(
    found?.related?.map(({ start, end, message: said }) => [text.slice(start, end), said]),
    [['labels', message('invalid-value.label-sum.general')]],
  );
});

test('a name that is in both counts once', () => {
  const text = `${labels('[labels]', 32, 'all-')}[[runners]]\n${labels('[runners.labels]', 32, 'all-')}`;
  assert.deepEqual(briefReportOf(text), []);
});

test('too many labels of one table are said once, there', () => {
  assert.deepEqual(briefReportOf(`${labels('[labels]', 33, 'all-')}[[runners]]\nname = "a"\n`), [
    '1 error invalid-value «labels»',
  ]);
  assert.deepEqual(briefReportOf(`[[runners]]\n${labels('[runners.labels]', 33, 'own-')}`), [
    '2 error invalid-value «labels»',
  ]);
});

test('without a runner nobody counts them', () => {
  assert.deepEqual(briefReportOf(labels('[labels]', 40, 'all-')), []);
});

test('each runner is counted by itself', () => {
  const few = `[[runners]]\n${labels('[runners.labels]', 2, 'few-')}`;
  const many = `[[runners]]\n${labels('[runners.labels]', 13, 'many-')}`;
  const text = `${labels('[labels]', 20, 'all-')}${few}${many}${few}`;
  assert.deepEqual(briefReportOf(text), ['27 error invalid-value «labels»']);
});
