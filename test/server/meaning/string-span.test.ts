import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanInString } from '../../../server/meaning/string-span';
import { documentOf } from '../findings';

/** What stands in the document where `part` is in the text of the string. */
function rawOf(toml: string, part: string): string {
  const document = documentOf(`x = ${toml}\n`);
  const value = document.syntax.sections[0]?.pairs[0]?.value;
  if (value?.type !== 'string') return assert.fail(toml);
  const start = value.value.indexOf(part);
  assert.ok(start >= 0, `${JSON.stringify(value.value)} does not hold ${part}`);
  const span = spanInString(document.text, value, { start, end: start + part.length });
  return document.text.slice(span.start, span.end);
}

test('the text of a string as it stands', () => {
  for (const toml of ['"a 25 b"', "'a 25 b'", '"""a 25 b"""', "'''\na 25 b'''", '"""\r\na 25 b"""', "'a\\t25'"]) {
    assert.equal(rawOf(toml, '25'), '25', toml);
  }
});

test('past escapes, which may be part of it', () => {
  for (const sequence of ['\\t', '\\"', '\\\\', '\\u00e9', '\\U0001f600', '\\x41', '\\e']) {
    assert.equal(rawOf(`"${sequence}25"`, '25'), '25', sequence);
  }
  assert.equal(rawOf('"a \\u0032\\u0035 b"', '25'), '\\u0032\\u0035');
  assert.equal(rawOf('"a 😀 25"', '25'), '25');
});

test('past a line break that a backslash takes away', () => {
  assert.equal(rawOf('"""\na \\\n   25 b"""', '25'), '25');
  assert.equal(rawOf('"""a \\  \r\n\r\n  25 b"""', '25'), '25');
});

test('the whole value where an escape is none', () => {
  assert.equal(rawOf('"\\q 25"', '25'), '"\\q 25"');
});
