import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseToml } from '../../../server/toml/parser';

/** What of a text only TOML 1.1 allows, as `construct ⟦characters⟧`. */
function newer(text: string): string[] {
  const { newerConstructs, problems } = parseToml(text);
  assert.deepEqual(problems, [], 'TOML 1.1 is accepted');
  return newerConstructs.map(
    ({ construct, start, end }) => `${construct} ⟦${text.slice(start, end).replaceAll('\n', '⏎')}⟧`,
  );
}

describe('constructs that only TOML 1.1 has', () => {
  it('the escape \\e', () => assert.deepEqual(newer('a = "\\e[0m"\n'), ['escape-e ⟦\\e⟧']));
  it('the escape \\xHH', () => assert.deepEqual(newer('a = "\\x41"\n'), ['escape-x ⟦\\x41⟧']));
  it('a time without seconds', () =>
    assert.deepEqual(newer('a = 07:32\nb = 1979-05-27T07:32Z\n'), [
      'time-without-seconds ⟦07:32⟧',
      'time-without-seconds ⟦1979-05-27T07:32Z⟧',
    ]));
  it('a comma after the last pair of an inline table', () =>
    assert.deepEqual(newer('a = { b = 1, }\n'), ['inline-trailing-comma ⟦,⟧']));
  it('an inline table over several lines', () => assert.deepEqual(newer('a = {\n  b = 1 }\n'), ['inline-newline ⟦⏎⟧']));
  it('with comments in it', () =>
    assert.deepEqual(newer('a = { # note\n  b = 1, # note\n}\n'), [
      'inline-newline ⟦⏎⟧',
      'inline-newline ⟦⏎⟧',
      'inline-trailing-comma ⟦,⟧',
    ]));

  for (const text of [
    'a = { b = 1, c = { d = [1,\n 2,\n] } }\n',
    'a = """\n{\n}"""\n',
    'a = 07:32:00\n',
    'a = "\\n\\t\\u0041\\U00000041\\\\"\n',
  ]) {
    it(`none in ${JSON.stringify(text)}`, () => assert.deepEqual(newer(text), []));
  }
  it('none in an inline table that is not closed, and ends with its line', () => {
    const { newerConstructs, problems } = parseToml('a = { b = 1\nc = { d = 2, e = 3\n');
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['unclosed-inline-table', 'unclosed-inline-table'],
    );
    assert.deepEqual(newerConstructs, []);
  });
});
