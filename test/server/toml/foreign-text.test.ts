// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of a shell are what is tested.
/** Lines that are no TOML at all: what they are taken for, and where the TOML goes on. */
import { describe, it } from 'node:test';
import { assertRead } from './reading';

describe('a line', () => {
  it('of dots stands for what was left out', () =>
    assertRead({
      '...\n': { problems: ['elided-lines ⟦...⟧'], tree: [] },
      '  ..\n': { problems: ['elided-lines ⟦..⟧'], tree: [] },
      '…\n': { problems: ['elided-lines ⟦…⟧'], tree: [] },
      '[...]\n': { problems: ['elided-lines ⟦[...]⟧'], tree: [] },
      '( … )\n': { problems: ['elided-lines ⟦( … )⟧'], tree: [] },
      '{...}\n': { problems: ['elided-lines ⟦{...}⟧'], tree: [] },
      '<...>\n': { problems: ['elided-lines ⟦<...>⟧'], tree: [] },
      '....x\n': { problems: ['elided-lines ⟦....x⟧'], tree: [] },
      'a = 1\n...\nb = 2\n': { problems: ['elided-lines ⟦...⟧'], tree: ['a = integer 1 ⟦1⟧', 'b = integer 2 ⟦2⟧'] },
      '... # x\n': { problems: ['elided-lines ⟦...⟧'], tree: [] },
    }));

  it('of dots is a key without a name where it is none of those', () =>
    assertRead({
      '.\n': { problems: ['missing-key-name ⟦.⟧', 'missing-key-name ⟦.⟧'] },
      '. .\n': { problems: ['missing-key-name ⟦.⟧', 'missing-key-name ⟦.⟧', 'missing-key-name ⟦.⟧'] },
      '[a..]\n': { problems: ['missing-key-name ⟦.⟧', 'missing-key-name ⟦.⟧'] },
      '(...]x\n': { problems: ['elided-lines ⟦(...]x⟧'] },
    }));

  it('may be a marker of a merge conflict', () =>
    assertRead({
      '<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> x\nb = 1\n': {
        problems: ['merge-conflict ⟦<<<<<<< HEAD⟧'],
        tree: ['a = integer 1 ⟦1⟧', 'a = integer 2 ⟦2⟧', 'b = integer 1 ⟦1⟧'],
      },
      '=======\n': { problems: ['merge-conflict ⟦=======⟧'], tree: [] },
      '>>>>>>> x\n': { problems: ['merge-conflict ⟦>>>>>>> x⟧'], tree: [] },
      '||||||| x\n': { problems: ['merge-conflict ⟦||||||| x⟧'], tree: [] },
      '<<<<<<<': { problems: ['merge-conflict ⟦<<<<<<<⟧'], tree: [] },
      '<<<<<<< a\r\n': { problems: ['merge-conflict ⟦<<<<<<< a⟧'], tree: [] },
      '<<<<<<< a\n<<<<<<< b\n': { problems: ['merge-conflict ⟦<<<<<<< a⟧', 'merge-conflict ⟦<<<<<<< b⟧'], tree: [] },
      '<<<<<<< a\n>>>>>>> b\n=======\n': {
        problems: ['merge-conflict ⟦<<<<<<< a⟧', 'merge-conflict ⟦=======⟧'],
        tree: [],
      },
      '<<<<<<< a\n=======\n>>>>>>> b\n>>>>>>> c\n': {
        problems: ['merge-conflict ⟦<<<<<<< a⟧', 'merge-conflict ⟦>>>>>>> c⟧'],
        tree: [],
      },
    }));

  it('is no marker of a merge conflict with a sign more or less', () =>
    assertRead({
      '<<<<<<<x\n': { problems: ['bad-key ⟦<<<<<<<x⟧'] },
      '<<<<<< x\n': { problems: ['bad-key ⟦<<<<<<⟧'] },
      '========\n': {
        problems: ['missing-key-name ⟦=⟧', 'unexpected-character.equals ⟦=⟧', 'unexpected-character ⟦======⟧'],
      },
      '>>>>>> x\n': { problems: ['bad-key ⟦>>>>>>⟧'] },
      '|||||| x\n': { problems: ['bad-key ⟦||||||⟧'] },
    }));

  it('may be an action of a template', () =>
    assertRead({
      '{{ x }}\n': { problems: ['template-text ⟦{{ x }}⟧'], tree: [] },
      '{% x %}\n': { problems: ['template-text ⟦{% x %}⟧'], tree: [] },
      '{# x\n': { problems: ['template-text ⟦{# x⟧'], tree: [] },
      '<% x %>\n': { problems: ['template-text ⟦<% x %>⟧'], tree: [] },
      '%{x}\n': { problems: ['template-text ⟦%{x}⟧'], tree: [] },
      '${x}\n': { problems: ['template-text ⟦${x}⟧'], tree: [] },
      'a = 1\n  {{- if x }}\nb = 2\n': {
        problems: ['template-text ⟦{{- if x }}⟧'],
        tree: ['a = integer 1 ⟦1⟧', 'b = integer 2 ⟦2⟧'],
      },
    }));

  it('is no template with another sign', () =>
    assertRead({
      '{ x }\n': { problems: ['unexpected-character ⟦{ x }⟧'] },
      '$x\n': { problems: ['bad-key ⟦$x⟧'] },
      '%x\n': { problems: ['bad-key ⟦%x⟧'] },
      '< x\n': { problems: ['bad-key ⟦<⟧'] },
    }));

  it('may be a comment of another language', () =>
    assertRead({
      '; x\n': { problems: ['wrong-comment ⟦; x⟧'], tree: [] },
      '// x\n': { problems: ['wrong-comment ⟦// x⟧'], tree: [] },
      '/* x */\n': { problems: ['wrong-comment ⟦/* x */⟧'], tree: [] },
      '-- x\n': { problems: ['wrong-comment ⟦-- x⟧'], tree: [] },
      '--\tx\n': { problems: ['wrong-comment ⟦--\tx⟧'], tree: [] },
      '  // x # y\na = 1\n': { problems: ['wrong-comment ⟦// x⟧'], tree: ['a = integer 1 ⟦1⟧'] },
    }));

  it('is no comment with another sign', () =>
    assertRead({
      '/ x\n': { problems: ['bad-key ⟦/⟧'] },
      '--x\n': { problems: ['missing-equals ⟦--x⟧'] },
      '-- = 1\n': { problems: [] },
      '- x\n': { problems: ['missing-equals.dashes ⟦-⟧'] },
    }));

  it('may be a fence of Markdown or the start of a document of YAML', () =>
    assertRead({
      '```toml\na = 1\n```\n': {
        problems: ['foreign-format.markdown ⟦```toml⟧', 'foreign-format.markdown ⟦```⟧'],
        tree: ['a = integer 1 ⟦1⟧'],
      },
      '~~~\n': { problems: ['foreign-format.markdown ⟦~~~⟧'], tree: [] },
      '---\n': { problems: ['foreign-format ⟦---⟧'], tree: [] },
      '--- x\n': { problems: ['foreign-format ⟦--- x⟧'], tree: [] },
      'a = 1\n---\nb = 2\n': { problems: ['foreign-format ⟦---⟧'], tree: ['a = integer 1 ⟦1⟧', 'b = integer 2 ⟦2⟧'] },
      '---': { problems: ['foreign-format ⟦---⟧'], tree: [] },
    }));

  it('is no fence with another sign', () =>
    assertRead({
      '``\n': { problems: ['bad-key ⟦``⟧'] },
      '~~ x\n': { problems: ['bad-key ⟦~~⟧'] },
      '----\n': { problems: ['missing-equals.dashes ⟦----⟧'] },
      '---x = 1\n': { problems: [] },
    }));
});

describe('a block of YAML', () => {
  it('has a key above deeper lines, or items', () =>
    assertRead({
      'a:\n  b: 1\nc = 2\n': { problems: ['foreign-format ⟦a:⟧'], tree: ['c = integer 2 ⟦2⟧'] },
      '  a:\n    b: 1\n  c: 1\n': { problems: ['foreign-format ⟦a:⟧'], tree: [] },
      'a: # x\n  b: 1\n': { problems: ['foreign-format ⟦a:⟧'], tree: [] },
      '"a b":\n  b: 1\n': { problems: ['foreign-format ⟦"a b":⟧'], tree: [] },
      "'a' :\n- b\n": {
        problems: ['colon-for-equals ⟦:⟧', 'missing-value ⟦:⟧', 'missing-equals.dashes ⟦-⟧'],
        tree: ['a : invalid ⟦⟧', '- nothing invalid ⟦⟧'],
      },
      'a:\n  - b\n[c]\n': { problems: ['foreign-format ⟦a:⟧'], tree: ['[c] ⟦[c]⟧'] },
      '- a\n- b\n': { problems: ['foreign-format ⟦- a⟧'], tree: [] },
      '- a: 1\n  b: 2\n': { problems: ['foreign-format ⟦- a: 1⟧'], tree: [] },
      '-  - a: 1\n- b\n': { problems: ['foreign-format ⟦-  - a: 1⟧'], tree: [] },
      '-a: 1\n- b\n': { problems: ['foreign-format ⟦-a: 1⟧'], tree: [] },
      'a:\tx\n- b\n': { problems: ['foreign-format ⟦a:\tx⟧'], tree: [] },
      'a:\r\n  b: 1\r\n': { problems: ['foreign-format ⟦a:⟧'], tree: [] },
      'a:\n  b.c/d-e: f: g\n': { problems: ['foreign-format ⟦a:⟧'], tree: [] },
      'a:\n  "": 1\n': { problems: ['foreign-format ⟦a:⟧'], tree: [] },
      "a:\n  '': 1\n": { problems: ['foreign-format ⟦a:⟧'], tree: [] },
      'a: 1\n- \n-  b = c\n': {
        problems: ['foreign-format ⟦a: 1⟧', 'bad-key ⟦-  b⟧', 'bare-word ⟦c⟧'],
        tree: ['-  b = invalid ⟦c⟧'],
      },
      'a:\n  -\n': { problems: ['foreign-format ⟦a:⟧'], tree: [] },
    }));

  it('may have blank lines and comments in it', () =>
    assertRead({
      'a:\n\n  # x\n  b: 1\n\nc = 1\n': { problems: ['foreign-format ⟦a:⟧'], tree: ['c = integer 1 ⟦1⟧'] },
      'a:\n# x\n- b\n# y\n': { problems: ['foreign-format ⟦a:⟧'], tree: [] },
      '---\na: 1\n# x\nb: 2\nc = 3\n': { problems: ['foreign-format ⟦---⟧'], tree: ['c = integer 3 ⟦3⟧'] },
    }));

  it('is none where its lines could be TOML with the wrong sign', () =>
    assertRead({
      'a: 1\nb: 2\n': {
        problems: ['colon-for-equals ⟦:⟧', 'colon-for-equals ⟦:⟧'],
        tree: ['a : integer 1 ⟦1⟧', 'b : integer 2 ⟦2⟧'],
      },
      'a:\nb: 1\n': {
        problems: ['colon-for-equals ⟦:⟧', 'missing-value ⟦:⟧', 'colon-for-equals ⟦:⟧'],
        tree: ['a : invalid ⟦⟧', 'b : integer 1 ⟦1⟧'],
      },
      'a: 1\n  b: 2\n': {
        problems: ['colon-for-equals ⟦:⟧', 'colon-for-equals ⟦:⟧'],
        tree: ['a : integer 1 ⟦1⟧', 'b : integer 2 ⟦2⟧'],
      },
      '- a = 1\n': { problems: ['bad-key ⟦- a⟧'], tree: ['- a = integer 1 ⟦1⟧'] },
      '- a\n- b = 1\n': {
        problems: ['missing-equals.dashes ⟦-⟧', 'bad-key ⟦- b⟧'],
        tree: ['- nothing invalid ⟦⟧', '- b = integer 1 ⟦1⟧'],
      },
      '- a.b-c= 1\n- d = 1\n': {
        problems: ['bad-key ⟦- a.b-c⟧', 'bad-key ⟦- d⟧'],
        tree: ['- a.b-c = integer 1 ⟦1⟧', '- d = integer 1 ⟦1⟧'],
      },
    }));

  it('needs white space behind its colon, and more than one line', () =>
    assertRead({
      'a:x\n  b:y\n': {
        problems: ['colon-for-equals ⟦:⟧', 'bare-word ⟦x⟧', 'colon-for-equals ⟦:⟧', 'bare-word ⟦y⟧'],
        tree: ['a : invalid ⟦x⟧', 'b : invalid ⟦y⟧'],
      },
      'a:\n': { problems: ['colon-for-equals ⟦:⟧', 'missing-value ⟦:⟧'], tree: ['a : invalid ⟦⟧'] },
      '- a\n': { problems: ['missing-equals.dashes ⟦-⟧'], tree: ['- nothing invalid ⟦⟧'] },
      'x\n- b\n': {
        problems: ['missing-equals ⟦x⟧', 'missing-equals.dashes ⟦-⟧'],
        tree: ['x nothing invalid ⟦⟧', '- nothing invalid ⟦⟧'],
      },
      'a: 1\n---\n': { problems: ['colon-for-equals ⟦:⟧', 'foreign-format ⟦---⟧'], tree: ['a : integer 1 ⟦1⟧'] },
      'a = 1\nb:\nc = 2\n': {
        problems: ['colon-for-equals ⟦:⟧', 'missing-value ⟦:⟧'],
        tree: ['a = integer 1 ⟦1⟧', 'b : invalid ⟦⟧', 'c = integer 2 ⟦2⟧'],
      },
    }));
});

describe('a block of JSON', () => {
  it('is one mistake, on its bracket', () =>
    assertRead({
      '{"a": 1}\n': { problems: ['foreign-format ⟦{⟧'], tree: [] },
      '{"a": 1} b\n': { problems: ['foreign-format ⟦{⟧', 'missing-equals ⟦b⟧'], tree: ['b nothing invalid ⟦⟧'] },
      '[{"a": 1}]\n': { problems: ['foreign-format ⟦[⟧'], tree: [] },
      '[\n{}]\n': { problems: ['foreign-format ⟦[⟧'], tree: [] },
      '{}\n': { problems: ['foreign-format ⟦{⟧'], tree: [] },
      '{"a": [1, "}"], "b": 2}\nc = 1\n': { problems: ['foreign-format ⟦{⟧'], tree: ['c = integer 1 ⟦1⟧'] },
      '{\n"a": 1\n[b]\n': { problems: ['foreign-format ⟦{⟧'], tree: ['[b] ⟦[b]⟧'] },
      '{\r\n  "a": 1\r\n}\r\n': { problems: ['foreign-format ⟦{⟧'], tree: [] },
      'a = 1\n  {"b": 2}\n': { problems: ['foreign-format ⟦{⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      '{"a\\"b" : 1}\nc = 1\n': { problems: ['foreign-format ⟦{⟧'], tree: ['c = integer 1 ⟦1⟧'] },
      '{"a":\n1,\n"b": {\n}}\nc = 1\n': { problems: ['foreign-format ⟦{⟧'], tree: ['c = integer 1 ⟦1⟧'] },
      '{"a": "b\\\\"}\nc = 1\n': { problems: ['foreign-format ⟦{⟧'], tree: ['c = integer 1 ⟦1⟧'] },
    }));

  it('is none without a quoted name or another bracket', () =>
    assertRead({
      '{ a: 1 }\n': { problems: ['unexpected-character ⟦{ a: 1 }⟧'], tree: [] },
      '{\n': { problems: ['unexpected-character ⟦{⟧'], tree: [] },
      '[\n': { problems: ['unclosed-header ⟦[⟧'], tree: ['[] open ⟦[⟧'] },
      '[[1]]\n': { problems: [], tree: ['[[1]] ⟦[[1]]⟧'] },
      '{"a" 1}\n': { problems: ['unexpected-character ⟦{"a" 1}⟧'], tree: [] },
      '[\n1]\n': {
        problems: ['unclosed-header ⟦[⟧', 'unclosed-header.start ⟦1]⟧'],
        tree: ['[] open ⟦[⟧', '1 nothing invalid ⟦⟧'],
      },
      '[a]\n{b}\n': { problems: ['unexpected-character ⟦{b}⟧'], tree: ['[a] ⟦[a]⟧'] },
    }));
});
