import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messagesOf } from '../findings';

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
