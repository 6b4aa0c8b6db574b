/** What holds more than any configuration is read up to a bound, and that is told. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MAXIMUM_TOKENS } from '../../../server/toml/lexer';
import { parseToml } from '../../../server/toml/parser';
import { MAXIMUM_PROBLEMS } from '../../../server/toml/parser-state';

test('reading ends at the last problem that is told', () => {
  const line = 'name = a b\n';
  const { problems, readTo, sections, text, tokenEnds } = parseToml(line.repeat(MAXIMUM_PROBLEMS + 100));
  assert.equal(problems.length, MAXIMUM_PROBLEMS);
  assert.ok(readTo > (MAXIMUM_PROBLEMS - 1) * line.length && readTo <= MAXIMUM_PROBLEMS * line.length, String(readTo));
  assert.equal(sections[0]?.pairs.length, MAXIMUM_PROBLEMS);
  assert.equal(tokenEnds.at(-1), text.length, 'the tokens cover the text');
  assert.equal(tokenEnds.at(-2), readTo);
});

const inside: Record<string, string> = {
  'a list': `a = [${'b, '.repeat(MAXIMUM_PROBLEMS + 100)}]\nc = 1\n`,
  'a list in lists': `a = [[[${'b, '.repeat(MAXIMUM_PROBLEMS + 100)}]]]\nc = 1\n`,
  'an inline table': `a = { ${'b = c, '.repeat(MAXIMUM_PROBLEMS + 100)}}\nc = 1\n`,
};

for (const [name, source] of Object.entries(inside)) {
  test(`reading ends inside of ${name}`, () => {
    const { problems, readTo, sections } = parseToml(source);
    assert.equal(problems.length, MAXIMUM_PROBLEMS);
    assert.ok(readTo < source.length);
    assert.equal(sections[0]?.pairs.length, 1);
  });
}

test('one problem fewer, and all is read', () => {
  const { problems, readTo, text } = parseToml('name = a b\n'.repeat(MAXIMUM_PROBLEMS - 1));
  assert.equal(problems.length, MAXIMUM_PROBLEMS - 1);
  assert.equal(readTo, text.length);
});

test('so many tokens are read, and no more', () => {
  const { problems, readTo, text, tokenEnds } = parseToml('a = 1\n'.repeat(MAXIMUM_TOKENS / 6 + 100));
  assert.deepEqual(problems, []);
  assert.equal(tokenEnds.length, MAXIMUM_TOKENS + 1);
  assert.equal(tokenEnds.at(-1), text.length);
  assert.equal(readTo, MAXIMUM_TOKENS);
  assert.equal(parseToml('a = 1\n').readTo, 6);
});

test('nothing is missing where reading ends', () => {
  const full = 'a = 1\n'.repeat(MAXIMUM_TOKENS / 6 - 1);
  for (const [end, cause] of Object.entries({
    'b = [\n1,\n2,\n3,\n4,\n5,\n6\n]\n': 'a list',
    'b = { c = 1, d = 2, e = 3 }\n': 'an inline table',
    'b\nc = 1\nd = 1\n': 'a key without a value',
    'b.c.d.e.f = 1\n': 'a dotted key',
    '[b.c.d.e.f]\n': 'a header',
  })) {
    const { problems, readTo, text } = parseToml(full + end);
    const unread = problems.filter(({ code }) => code !== 'missing-equals' || cause !== 'a key without a value');
    assert.deepEqual(unread, [], cause);
    assert.ok(readTo <= text.length);
  }
  assert.deepEqual(parseToml('a = [\n1,\n', 6).problems, []);
  assert.equal(parseToml('a = 1\nb = ?\n', 6).readTo, 6);
});
