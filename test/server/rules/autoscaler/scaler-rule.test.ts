/** What the rules about autoscalers are shown, and where they are not asked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docsOf, scalerRule } from '../../../../server/rules/autoscaler/scaler-rule';
import { tableVisit } from '../../edits/visits';
import { documentOf } from '../../findings';

const RUNNER = '[[runners]]\n';
const TABLE = '[runners.autoscaler]\nplugin = "aws"\n';

/** The plugin and the executor that a rule sees of the table of a text; nothing where it is not asked. */
function seen(text: string, ...way: readonly (string | number)[]): string[] {
  const all: string[] = [];
  const rule = scalerRule('policy-order', ['runners[].autoscaler'], ({ view, around }) => {
    all.push(`${view.string('plugin')?.value} of ${around.string('executor')?.value}`);
  });
  assert.deepEqual([rule.code, rule.scope, rule.on], ['policy-order', 'table', ['runners[].autoscaler']]);
  rule.check(tableVisit(documentOf(text), ...way), () => assert.fail('nothing is found'));
  return all;
}

const autoscaler = (executor: string) =>
  seen(`${RUNNER}executor = "${executor}"\n${TABLE}`, 'runners', 0, 'autoscaler');

test('the table and its runner, where the executor reads the table', () => {
  assert.deepEqual(autoscaler('instance'), ['aws of instance']);
  assert.deepEqual(autoscaler('docker-autoscaler'), ['aws of docker-autoscaler']);
  assert.deepEqual(seen(`${RUNNER}${TABLE}`, 'runners', 0, 'autoscaler'), ['aws of undefined']);
});

test('not where the executor does not, nor where there is no runner', () => {
  assert.deepEqual(autoscaler('docker+machine'), []);
  assert.deepEqual(autoscaler('ours'), []);
  assert.deepEqual(seen('[session_server]\nsession_timeout = 1\n', 'session_server'), []);
});

test('a table that each executor reads', () =>
  assert.deepEqual(seen(`${RUNNER}executor = "shell"\n[runners.cache]\nType = "s3"\n`, 'runners', 0, 'cache'), [
    'undefined of shell',
  ]));

test('the documentation of a key of the table', () => {
  const visit = tableVisit(documentOf(`${RUNNER}${TABLE}`), 'runners', 0, 'autoscaler');
  assert.match(docsOf(visit, 'plugin_config') ?? '', /^https:\/\/docs\.gitlab\.com\/runner\//);
  assert.equal(docsOf(visit, 'nothing_like_it'), undefined);
});
