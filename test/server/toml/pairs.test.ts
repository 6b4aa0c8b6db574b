/** Lines with a key: where the key and its value end, and what is said of signs and words too many or too few. */
import { describe, it } from 'node:test';
import { assertRead } from './reading';

describe('a key without a value', () => {
  it('misses its equals sign', () =>
    assertRead({
      'a\n': { problems: ['missing-equals ⟦a⟧'], tree: ['a nothing invalid ⟦⟧'] },
      a: { problems: ['missing-equals ⟦a⟧'], tree: ['a nothing invalid ⟦⟧'] },
      'a b\n': { problems: ['missing-equals ⟦a⟧'], tree: ['a nothing invalid ⟦⟧'] },
      'a.b\n': { problems: ['missing-equals ⟦a.b⟧'], tree: ['a.b nothing invalid ⟦⟧'] },
      'a # = 1\n': { problems: ['missing-equals ⟦a⟧'], tree: ['a nothing invalid ⟦⟧'] },
      'a b # = 1\n': { problems: ['missing-equals ⟦a⟧'], tree: ['a nothing invalid ⟦⟧'] },
      '"a"\n': { problems: ['missing-equals ⟦"a"⟧'], tree: ['a nothing invalid ⟦⟧'] },
      '"a" b = 1\n': { problems: ['missing-equals ⟦"a"⟧'], tree: ['a nothing invalid ⟦⟧'] },
      'a "b" = 1\n': { problems: ['missing-equals ⟦a⟧'], tree: ['a nothing invalid ⟦⟧'] },
      "'a'b = 1\n": { problems: ["missing-equals ⟦'a'⟧"], tree: ['a nothing invalid ⟦⟧'] },
      'a, b = 1\n': { problems: ['missing-equals ⟦a⟧'], tree: ['a nothing invalid ⟦⟧'] },
      'a 😀\n': { problems: ['missing-equals ⟦a⟧'], tree: ['a nothing invalid ⟦⟧'] },
      '--\n': { problems: ['missing-equals.dashes ⟦--⟧'], tree: ['-- nothing invalid ⟦⟧'] },
      '- a\n': { problems: ['missing-equals.dashes ⟦-⟧'], tree: ['- nothing invalid ⟦⟧'] },
    }));

  it('misses the value', () =>
    assertRead({
      'a =\n': { problems: ['missing-value ⟦=⟧'], tree: ['a = invalid ⟦⟧'] },
      'a =': { problems: ['missing-value ⟦=⟧'], tree: ['a = invalid ⟦⟧'] },
      'a = # x\n': { problems: ['missing-value ⟦=⟧'], tree: ['a = invalid ⟦⟧'] },
      'a ==\n': { problems: ['missing-value ⟦=⟧', 'unexpected-character.equals ⟦=⟧'], tree: ['a = invalid ⟦⟧'] },
      'a =>\n': { problems: ['missing-value ⟦=⟧', 'unexpected-character.arrow ⟦>⟧'], tree: ['a = invalid ⟦⟧'] },
      'a = ': { problems: ['missing-value ⟦=⟧'], tree: ['a = invalid ⟦⟧'] },
      '"a b" = \n': { problems: ['missing-value ⟦=⟧'], tree: ['a b = invalid ⟦⟧'] },
    }));

  it('misses a name', () =>
    assertRead({
      'a. = 1\n': { problems: ['missing-key-name ⟦.⟧'] },
      'a.\n': { problems: ['missing-key-name ⟦.⟧'] },
      '= 1\n': { problems: ['missing-key-name ⟦=⟧'] },
      '=\n': { problems: ['missing-key-name ⟦=⟧', 'missing-value ⟦=⟧'] },
    }));

  it('has it on the next line', () =>
    assertRead({
      'a =\n"x"\n': { problems: ['missing-value ⟦=⟧'], tree: ['a = invalid ⟦⟧', 'x nothing invalid ⟦⟧'] },
      "a =\n'x'\n": { problems: ['missing-value ⟦=⟧'], tree: ['a = invalid ⟦⟧', 'x nothing invalid ⟦⟧'] },
      'a =\r\n  "x"\n': { problems: ['missing-value ⟦=⟧'], tree: ['a = invalid ⟦⟧', 'x nothing invalid ⟦⟧'] },
      'a =\n\n"x"\n': { problems: ['missing-value ⟦=⟧'], tree: ['a = invalid ⟦⟧', 'x nothing invalid ⟦⟧'] },
      'a = # y\n"x"\n': {
        problems: ['missing-value ⟦=⟧', 'missing-equals ⟦"x"⟧'],
        tree: ['a = invalid ⟦⟧', 'x nothing invalid ⟦⟧'],
      },
      'a =\n"x".y\n': {
        problems: ['missing-value ⟦=⟧', 'missing-equals ⟦"x".y⟧'],
        tree: ['a = invalid ⟦⟧', 'x.y nothing invalid ⟦⟧'],
      },
      'a =\nx\n': {
        problems: ['missing-value ⟦=⟧', 'missing-equals ⟦x⟧'],
        tree: ['a = invalid ⟦⟧', 'x nothing invalid ⟦⟧'],
      },
      '"a" =\n"x" = 1\n': { problems: ['missing-value ⟦=⟧'], tree: ['a = invalid ⟦⟧', 'x = integer 1 ⟦1⟧'] },
    }));

  it('may be a header that lost its first bracket', () =>
    assertRead({
      'a]\n': { problems: ['unclosed-header.start ⟦a]⟧'], tree: ['a nothing invalid ⟦⟧'] },
      'a]]\n': { problems: ['unclosed-header.start ⟦a]]⟧'], tree: ['a nothing invalid ⟦⟧'] },
      'a.b] # x\n': { problems: ['unclosed-header.start ⟦a.b]⟧'], tree: ['a.b nothing invalid ⟦⟧'] },
      'a ]\n': { problems: ['unclosed-header.start ⟦a ]⟧'], tree: ['a nothing invalid ⟦⟧'] },
      'a]]]\n': { problems: ['missing-equals ⟦a⟧'], tree: ['a nothing invalid ⟦⟧'] },
      'a] b\n': { problems: ['missing-equals ⟦a⟧'], tree: ['a nothing invalid ⟦⟧'] },
    }));
});

describe('a key of several words', () => {
  it('is one mistake', () =>
    assertRead({
      'a b = 1\n': { problems: ['bad-key ⟦a b⟧'], tree: ['a b = integer 1 ⟦1⟧'] },
      'a b.c = 1\n': { problems: ['bad-key ⟦a b.c⟧'], tree: ['a b.c = integer 1 ⟦1⟧'] },
      'a b c-d\t= 1\n': { problems: ['bad-key ⟦a b c-d⟧'], tree: ['a b c-d = integer 1 ⟦1⟧'] },
      'a/b c = 1\n': { problems: ['bad-key ⟦a/b c⟧'], tree: ['a/b c = integer 1 ⟦1⟧'] },
      'a b_2=1\n': { problems: ['bad-key ⟦a b_2⟧'], tree: ['a b_2 = integer 1 ⟦1⟧'] },
      'a b # = 1\n': { problems: ['missing-equals ⟦a⟧'], tree: ['a nothing invalid ⟦⟧'] },
    }));
});

describe('the equals sign', () => {
  it('stands once', () =>
    assertRead({
      'a == 1\n': { problems: ['unexpected-character.equals ⟦=⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = = 1\n': { problems: ['unexpected-character.equals ⟦=⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1 =\n': { problems: ['text-after-value ⟦=⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = "x" = 1\n': { problems: ['text-after-value ⟦= 1⟧'], tree: ['a = basic "x" ⟦"x"⟧'] },
      'a = = = 1\n': {
        problems: ['unexpected-character.equals ⟦=⟧', 'unexpected-character ⟦= 1⟧'],
        tree: ['a = invalid ⟦= 1⟧'],
      },
    }));

  it('is no arrow', () =>
    assertRead({
      'a => 1\n': { problems: ['unexpected-character.arrow ⟦>⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a =>1\n': { problems: ['unexpected-character.arrow ⟦>⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = > 1\n': { problems: ['unexpected-character.block ⟦> 1⟧'], tree: ['a = invalid ⟦> 1⟧'] },
      'a = => 1\n': {
        problems: ['unexpected-character.equals ⟦=⟧', 'unexpected-character.block ⟦> 1⟧'],
        tree: ['a = invalid ⟦> 1⟧'],
      },
    }));

  it('is no colon', () =>
    assertRead({
      'a: 1\n': { problems: ['colon-for-equals ⟦:⟧'], tree: ['a : integer 1 ⟦1⟧'] },
      'a : 1\n': { problems: ['colon-for-equals ⟦:⟧'], tree: ['a : integer 1 ⟦1⟧'] },
      'a := 1\n': { problems: ['colon-for-equals ⟦:=⟧'], tree: ['a : integer 1 ⟦1⟧'] },
      'a:= 1\n': { problems: ['colon-for-equals ⟦:=⟧'], tree: ['a : integer 1 ⟦1⟧'] },
      '"a": 1\n': { problems: ['colon-for-equals ⟦:⟧'], tree: ['a : integer 1 ⟦1⟧'] },
    }));

  it('may touch what it stands between', () =>
    assertRead({
      'a=1\n': { problems: [], tree: ['a = integer 1 ⟦1⟧'] },
      'a =1\n': { problems: [], tree: ['a = integer 1 ⟦1⟧'] },
      'a= 1\n': { problems: [], tree: ['a = integer 1 ⟦1⟧'] },
      '\ta\t=\t1\t\n': { problems: [], tree: ['a = integer 1 ⟦1⟧'] },
    }));
});

describe('any name', () => {
  it('that is written with the characters of a bare key, or in quotes, is a key', () =>
    assertRead({
      '1 = 2\n': { problems: [], tree: ['1 = integer 2 ⟦2⟧'] },
      'true = 1\n': { problems: [], tree: ['true = integer 1 ⟦1⟧'] },
      '-- = 1\n': { problems: [], tree: ['-- = integer 1 ⟦1⟧'] },
      '--- = 1\n': { problems: [], tree: ['--- = integer 1 ⟦1⟧'] },
      '"" = 1\n': { problems: [], tree: [' = integer 1 ⟦1⟧'] },
      "'' = 1\n": { problems: [], tree: [' = integer 1 ⟦1⟧'] },
      '1.5 = 2\n': { problems: [], tree: ['1.5 = integer 2 ⟦2⟧'] },
    }));
});

describe('what follows a value on its line', () => {
  it('is read where it is a pair', () =>
    assertRead({
      'a = 1 b = 2 c = 3\n': {
        problems: ['text-after-value.key ⟦b = 2 c = 3⟧'],
        tree: ['a = integer 1 ⟦1⟧', 'b = integer 2 ⟦2⟧', 'c = integer 3 ⟦3⟧'],
      },
      'a = 1 "b" = 2\n': {
        problems: ['text-after-value.key ⟦"b" = 2⟧'],
        tree: ['a = integer 1 ⟦1⟧', 'b = integer 2 ⟦2⟧'],
      },
      'a = 1 b.c = 2\n': {
        problems: ['text-after-value.key ⟦b.c = 2⟧'],
        tree: ['a = integer 1 ⟦1⟧', 'b.c = integer 2 ⟦2⟧'],
      },
      'a = "x"b = 2\n': {
        problems: ['text-after-value.key ⟦b = 2⟧'],
        tree: ['a = basic "x" ⟦"x"⟧', 'b = integer 2 ⟦2⟧'],
      },
      'a = true b = [1] c\n': {
        problems: ['text-after-value.key ⟦b = [1] c⟧'],
        tree: ['a = boolean true ⟦true⟧', 'b = [integer 1 ⟦1⟧] ⟦[1]⟧'],
      },
    }));

  it('is skipped where it is none', () =>
    assertRead({
      'a = 1 b\n': { problems: ['text-after-value ⟦b⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1, b = 2\n': { problems: ['text-after-value ⟦, b = 2⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = "x" "y"\n': { problems: ['text-after-value.quote ⟦"y"⟧'], tree: ['a = basic "x" ⟦"x"⟧'] },
      'a = 1 ; x\n': { problems: ['text-after-value ⟦; x⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1;\n': { problems: ['text-after-value.separator ⟦;⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1; \n': { problems: ['text-after-value.separator ⟦;⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = [1 2] 3\n': {
        problems: ['missing-comma ⟦2⟧', 'text-after-value ⟦3⟧'],
        tree: ['a = [integer 1 ⟦1⟧, integer 2 ⟦2⟧] ⟦[1 2]⟧'],
      },
      'a = 1 <<<<<<< x\n': { problems: ['text-after-value ⟦<<<<<<< x⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1 2 # x\n': { problems: ['text-after-value ⟦2⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = "x" = 1 # y\n': { problems: ['text-after-value ⟦= 1⟧'], tree: ['a = basic "x" ⟦"x"⟧'] },
      'a = 1,5 6\n': { problems: ['text-after-value ⟦,5 6⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = [1]}\n': { problems: ['text-after-value.bracket ⟦}⟧'], tree: ['a = [integer 1 ⟦1⟧] ⟦[1]⟧'] },
      'a = 1;x\n': { problems: ['bare-word ⟦1;x⟧'], tree: ['a = invalid ⟦1;x⟧'] },
      'a = 1; // x\n': { problems: ['bare-word ⟦1; // x⟧'], tree: ['a = invalid ⟦1; // x⟧'] },
    }));

  it('may be elided, a template or a comment of another language', () =>
    assertRead({
      'a = 1 ...\n': { problems: ['elided-lines ⟦...⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1 {{ x }}\n': { problems: ['template-text ⟦{{ x }}⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1 {# x\n': { problems: ['template-text ⟦{# x⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1 // x\n': { problems: ['wrong-comment ⟦// x⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1 /* x */\n': { problems: ['wrong-comment ⟦/* x */⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1 -- x\n': { problems: ['wrong-comment ⟦-- x⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1 --x\n': { problems: ['text-after-value ⟦--x⟧'], tree: ['a = integer 1 ⟦1⟧'] },
    }));

  it('is no second mistake where the value has no end', () =>
    assertRead({
      'a = "x” y\n': { problems: ['unterminated-string ⟦"x” y⟧'], tree: ['a = basic "x” y" ⟦"x” y⟧'] },
      'a = [“x\n': { problems: ['unclosed-array ⟦[⟧', 'smart-quotes ⟦“x⟧'], tree: ['a = [invalid ⟦“x⟧] open ⟦[“x⟧'] },
      'a = 2000-01-32 x\n': {
        problems: ['bad-date ⟦2000-01-32⟧', 'text-after-value ⟦x⟧'],
        tree: ['a = invalid ⟦2000-01-32⟧'],
      },
    }));
});

describe('a line without a key', () => {
  it('is one mistake up to its comment', () =>
    assertRead({
      ', a = 1\n': { problems: ['unexpected-character ⟦, a = 1⟧'], tree: [] },
      ']\n': { problems: ['unexpected-character.bracket ⟦]⟧'], tree: [] },
      ']]\n': { problems: ['unexpected-character.bracket ⟦]]⟧'], tree: [] },
      '},\n': { problems: ['unexpected-character.bracket ⟦},⟧'], tree: [] },
      '] # x\n': { problems: ['unexpected-character.bracket ⟦]⟧'], tree: [] },
      '} x\n': { problems: ['unexpected-character ⟦} x⟧'], tree: [] },
      ')\n': { problems: ['bad-key ⟦)⟧'], tree: [') nothing invalid ⟦⟧'] },
      '<<\n': { problems: ['bad-key ⟦<<⟧'], tree: ['<< nothing invalid ⟦⟧'] },
      '} ] a = 1\nb = 2\n': { problems: ['unexpected-character ⟦} ] a = 1⟧'], tree: ['b = integer 2 ⟦2⟧'] },
    }));
});
