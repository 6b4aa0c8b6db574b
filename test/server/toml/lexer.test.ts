import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseToml } from '../../../server/toml/parser';
import { TokenKind } from '../../../server/toml/token';

const names = Object.keys(TokenKind);

/** The tokens of a text as `kind text`, white space and line breaks left out. */
function tokens(text: string): string[] {
  const { tokenKinds, tokenEnds } = parseToml(text);
  const shown: string[] = [];
  let start = 0;
  for (const [index, end] of tokenEnds.entries()) {
    const kind = names[tokenKinds[index] as number] as string;
    if (kind !== 'whitespace' && kind !== 'newline') shown.push(`${kind} ${text.slice(start, end)}`);
    start = end;
  }
  return shown;
}

describe('tokens', () => {
  it('of a pair', () => {
    assert.deepEqual(tokens('name = "x" # note\n'), ['bareKey name', 'equals =', 'basicString "x"', 'comment # note']);
  });

  it('of what fits nothing: a run of it is one, up to what has a meaning', () => {
    assert.deepEqual(tokens('¿é¡ = 1\n'), ['invalid ¿é¡', 'equals =', 'scalar 1']);
    assert.deepEqual(tokens('é\u00a0¿x = 1\n').slice(0, 3), ['invalid é', 'invisible \u00a0', 'invalid ¿x = 1']);
    assert.deepEqual(tokens('é.ñ = 1\n').slice(0, 3), ['invalid é', 'dot .', 'invalid ñ']);
  });

  it('of white space: a run of blanks is one, and so is each line break', () => {
    const { tokenKinds, tokenEnds } = parseToml(' \t a \t=\r\n\n1 \t');
    const blank = [TokenKind.whitespace, TokenKind.newline] as readonly number[];
    const ends = [...tokenEnds].map((end, index) => [tokenEnds[index - 1] ?? 0, end] as const);
    const shown = ends.filter((_, index) => blank.includes(tokenKinds[index] ?? -1));
    assert.deepEqual(shown, [
      [0, 3],
      [4, 6],
      [7, 9],
      [9, 10],
      [11, 13],
    ]);
  });

  it('of a header: 1.5 is two names and a dot there, and one number as a value', () => {
    assert.deepEqual(tokens('[1.5]\na = 1.5\n'), [
      'leftBracket [',
      'bareKey 1',
      'dot .',
      'bareKey 5',
      'rightBracket ]',
      'bareKey a',
      'equals =',
      'scalar 1.5',
    ]);
  });

  it('of the four kinds of strings', () => {
    assert.deepEqual(tokens(`a = ["b", 'c', """d\n""""", '''e''']`).slice(2), [
      'leftBracket [',
      'basicString "b"',
      'comma ,',
      "literalString 'c'",
      'comma ,',
      'multilineBasicString """d\n"""""',
      'comma ,',
      "multilineLiteralString '''e'''",
      'rightBracket ]',
    ]);
  });

  it('of an inline table in which a comma is missing', () => {
    assert.deepEqual(tokens('a = { b = 1 c = 2 }').slice(2), [
      'leftBrace {',
      'bareKey b',
      'equals =',
      'scalar 1',
      'bareKey c',
      'equals =',
      'scalar 2',
      'rightBrace }',
    ]);
  });

  it('of text that is no TOML', () => {
    assert.deepEqual(tokens('\ufeffa\u00a0: {{ x }}\n...\n'), [
      'byteOrderMark \ufeff',
      'bareKey a',
      'invisible \u00a0',
      'colon :',
      'invalid {{ x }}',
      'invalid ...',
    ]);
  });

  const texts = [
    '',
    ' ',
    '\r\n',
    '\ufeff',
    'a',
    'a = ',
    'a = {\n b = "x\n',
    'a = {\n b = [\n[c]\n',
    '[[runners\n[runners.\n',
    'a = """\n[b]\nc = 1\n',
    'x = “a”\n\ud83d\ude00 = 1\n',
    '{ "a": 1 }\na: 1\nb:\n  - c\n',
    'a = ["a, "b"]\nc = { d = "x, e = "y" }\n',
    'a = 1979-05-27 07:32:00 # x\nb c = 1 2\n',
    'a.b."c".\'d\' = 1\r\n\ta\t=\t1\t\r\n\r',
  ];
  for (const text of texts) {
    it(`cover ${JSON.stringify(text)} without a gap`, () => {
      const { tokenEnds } = parseToml(text);
      let last = 0;
      for (const end of tokenEnds) {
        assert.ok(end > last, `a token ends at ${end}, the one before it at ${last}`);
        last = end;
      }
      assert.equal(last, text.length);
    });
  }
});
