/** What only looks like something else: a version that is no number, and a header in the middle of a line of a string. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseToml } from '../../../server/toml/parser';

const problemsOf = (text: string) => parseToml(text).problems.map(({ code, start, end }) => [code, start, end]);

for (const version of ['1.2.3', '1.10.20', '16.11.0', '1.22.333.4444'])
  test(`${version} is a version without quotes, and no bad number`, () =>
    assert.deepEqual(problemsOf(`x = ${version}\n`), [['bare-word', 4, 4 + version.length]]));

for (const number of ['1.', '1.2.', '1..2'])
  test(`${number} is a bad number, and no version`, () =>
    assert.deepEqual(problemsOf(`x = ${number}\n`), [['bad-number', 4, 4 + number.length]]));

test('a string without an end is cut before a line that is a header, not before one in a line', () => {
  const text = 'x = """\nsay [[runners]]\nb = 1\n';
  assert.equal(parseToml(text).sections.length, 1);
  assert.deepEqual(problemsOf(text), [['unterminated-string', 4, 7]]);
  const { sections } = parseToml(`${text}[[runners]]\n`);
  assert.deepEqual(
    sections.map(({ start }) => start),
    [0, text.length],
  );
});
