import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, fixed, fixedAll, fixKinds, messagesOf } from '../findings';

const idsOf = (text: string) => messagesOf(text).map(({ id }) => id);

const first = '[[runners]]\n  name = "a"\n  [runners.docker]\n    image = "x"\n';
const second = '  name = "b"\n  [runners.docker]\n    image = "y"\n';

test('a misspelled header is why what is below it is there twice', () => {
  for (const header of ['[[runers]]', '[[Runner]]', '[[runner]]', '[runers]']) {
    const said = messagesOf(`${first}${header}\n${second}`).find(({ id }) => id === 'redefined-table.misspelled');
    assert.deepEqual(said?.args, { name: 'docker', written: header, header: '[[runners]]' }, header);
  }
});

test('without one in between, two tables are two tables', () => {
  assert.ok(idsOf(`${first}${second}`.replace('  name = "b"\n', '')).includes('redefined-table'));
  assert.ok(idsOf(`[[runers]]\n${first}  [runners.docker]\n`).includes('redefined-table'));
});

test('the header is mended, and no runner is merged into the one before', () => {
  const wrong = `${first}[[runers]]\n${second}`;
  assert.deepEqual(fixKinds(wrong), ['* Change to `[[runners]]`', '* Change to `[[runners]]`']);
  assert.equal(fixed(wrong, 'Change to `[[runners]]`'), wrong.replace('runers', 'runners'));
  assert.equal(fixedAll(wrong), wrong);
  const keys = `[[runners]]\n  docker.image = "x"\n[[runers]]\n  name = "b"\n[runners.docker]\n  image = "y"\n`;
  assert.ok(!fixKinds(keys).some((kind) => kind.includes('Merge') || kind.includes('Remove')), fixKinds(keys).join());
  assert.deepEqual(
    briefReportOf(fixed(wrong, 'Change to `[[runners]]`')).filter((line) => line.includes(' error ')),
    [],
  );
});
