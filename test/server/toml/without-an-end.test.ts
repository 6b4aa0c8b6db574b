/** What lacks its end takes along what may still be its own, and no more. */
import { describe, it } from 'node:test';
import { assertRead } from './reading';

describe('an inline table over several lines', () => {
  it('is one where a brace closes it before the next header', () =>
    assertRead({
      'a = {\n b = 1\n c = 2 # }\n}\n': {
        problems: ['missing-comma ⟦c⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧, c = integer 2 ⟦2⟧} ⟦{⏎ b = 1⏎ c = 2 # }⏎}⟧'],
      },
      'a = {\n b = 1\n c = "\\"}"\n}\n': {
        problems: ['missing-comma ⟦c⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧, c = basic "\\"}" ⟦"\\"}"⟧} ⟦{⏎ b = 1⏎ c = "\\"}"⏎}⟧'],
      },
      'a = {\n b = 1\n c = { d = 1 }\n}\n': {
        problems: ['missing-comma ⟦c⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧, c = {d = integer 1 ⟦1⟧} ⟦{ d = 1 }⟧} ⟦{⏎ b = 1⏎ c = { d = 1 }⏎}⟧'],
      },
      "a = {\n b = 1\n c = '}\n}\n": {
        problems: ["unterminated-string ⟦'⟧", 'unexpected-character.bracket ⟦}⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧, c = literal "" ⟦\'⟧} ⟦{⏎ b = 1⏎ c = \'}⟧'],
      },
      'a = {\n b =\n c = 2\n}\n': {
        problems: ['missing-value ⟦=⟧', 'missing-comma ⟦c⟧'],
        tree: ['a = {b = invalid ⟦⟧, c = integer 2 ⟦2⟧} ⟦{⏎ b =⏎ c = 2⏎}⟧'],
      },
      'a = {\n b\n c = 2\n}\n': {
        problems: ['missing-equals ⟦b⟧', 'missing-comma ⟦c⟧'],
        tree: ['a = {b nothing invalid ⟦⟧, c = integer 2 ⟦2⟧} ⟦{⏎ b⏎ c = 2⏎}⟧'],
      },
    }));

  it('is none where only a comment, a string or a later table has the brace', () =>
    assertRead({
      'a = {\n b = 1\n c = 2 # }\n': {
        problems: ['unclosed-inline-table ⟦{⟧'],
        tree: ['a = {} open ⟦{⟧', 'b = integer 1 ⟦1⟧', 'c = integer 2 ⟦2⟧'],
      },
      'a = {\n b = 1\n c = "}"\n[x]\n': {
        problems: ['unclosed-inline-table ⟦{⟧'],
        tree: ['a = {} open ⟦{⟧', 'b = integer 1 ⟦1⟧', 'c = basic "}" ⟦"}"⟧', '[x] ⟦[x]⟧'],
      },
      'a = {\n b = 1\n[c]\n}\n': {
        problems: ['unclosed-inline-table ⟦{⟧', 'unexpected-character.bracket ⟦}⟧'],
        tree: ['a = {} open ⟦{⟧', 'b = integer 1 ⟦1⟧', '[c] ⟦[c]⟧'],
      },
      'a = {\n b =\n[c]\n}\n': {
        problems: ['unclosed-inline-table ⟦{⟧', 'missing-value ⟦=⟧', 'unexpected-character.bracket ⟦}⟧'],
        tree: ['a = {} open ⟦{⟧', 'b = invalid ⟦⟧', '[c] ⟦[c]⟧'],
      },
      'a = {\n b\nc = 2\n': {
        problems: ['unclosed-inline-table ⟦{⟧', 'missing-equals ⟦b⟧'],
        tree: ['a = {} open ⟦{⟧', 'b nothing invalid ⟦⟧', 'c = integer 2 ⟦2⟧'],
      },
    }));

  it('has keys, also where a string touches one', () =>
    assertRead({
      'a = {1.5""\n': {
        problems: ['unclosed-inline-table ⟦{⟧', 'missing-equals ⟦1.5⟧', 'missing-equals ⟦""⟧'],
        tree: ['a = {1.5 nothing invalid ⟦⟧,  nothing invalid ⟦⟧} open ⟦{1.5""⟧'],
      },
      'a = { b"c" }\n': {
        problems: ['missing-equals ⟦b⟧', 'missing-equals ⟦"c"⟧'],
        tree: ['a = {b nothing invalid ⟦⟧, c nothing invalid ⟦⟧} ⟦{ b"c" }⟧'],
      },
      'a = { b = "c"d }\n': {
        problems: ['unterminated-string.unbalanced ⟦"c"d⟧'],
        tree: ['a = {b = basic "c" ⟦"c"⟧} ⟦{ b = "c"d }⟧'],
      },
      'a = { b = 1"c" }\n': { problems: ['bare-word ⟦1"c"⟧'], tree: ['a = {b = invalid ⟦1"c"⟧} ⟦{ b = 1"c" }⟧'] },
    }));
});

describe('a header', () => {
  it('of several words is a bad name where its bracket is there, and open where it is not', () =>
    assertRead({
      '[a b\n': { problems: ['unclosed-header ⟦[a⟧', 'text-after-header ⟦b⟧'], tree: ['[a] open ⟦[a⟧'] },
      '[a b] c\n': { problems: ['bad-key ⟦a b⟧', 'text-after-header ⟦c⟧'], tree: ['[a b] ⟦[a b]⟧'] },
      '[[a b]]\n': { problems: ['bad-key ⟦a b⟧'], tree: ['[[a b]] ⟦[[a b]]⟧'] },
      '[a b c\nd = 1\n': {
        problems: ['unclosed-header ⟦[a⟧', 'text-after-header ⟦b c⟧'],
        tree: ['[a] open ⟦[a⟧', 'd = integer 1 ⟦1⟧'],
      },
      '[a b # c\n': { problems: ['unclosed-header ⟦[a⟧', 'text-after-header ⟦b⟧'], tree: ['[a] open ⟦[a⟧'] },
    }));

  it('without its first bracket is one where nothing but the last follows', () =>
    assertRead({
      'a]\nb = 1\n': { problems: ['unclosed-header.start ⟦a]⟧'], tree: ['a nothing invalid ⟦⟧', 'b = integer 1 ⟦1⟧'] },
      'a]]\nb = 1\n': {
        problems: ['unclosed-header.start ⟦a]]⟧'],
        tree: ['a nothing invalid ⟦⟧', 'b = integer 1 ⟦1⟧'],
      },
      'a ]\n': { problems: ['unclosed-header.start ⟦a ]⟧'], tree: ['a nothing invalid ⟦⟧'] },
      'a] x\n': { problems: ['missing-equals ⟦a⟧'], tree: ['a nothing invalid ⟦⟧'] },
      'x = { a] }\n': {
        problems: ['missing-equals ⟦a⟧', 'unexpected-character.bracket ⟦]⟧'],
        tree: ['x = {a nothing invalid ⟦⟧} ⟦{ a] }⟧'],
      },
    }));

  it('that is being typed defines nothing', () =>
    assertRead({
      '[a.b\n[a.c]\n': { problems: ['unclosed-header ⟦[a.b⟧'], tree: ['[a.b] open ⟦[a.b⟧', '[a.c] ⟦[a.c]⟧'] },
      '[a.b\n[a]\n': { problems: ['unclosed-header ⟦[a.b⟧'], tree: ['[a.b] open ⟦[a.b⟧', '[a] ⟦[a]⟧'] },
      '[a\n[a]\n': { problems: ['unclosed-header ⟦[a⟧'], tree: ['[a] open ⟦[a⟧', '[a] ⟦[a]⟧'] },
      '[[a.b\n[a]\nc = 1\n': {
        problems: ['unclosed-header ⟦[[a.b⟧'],
        tree: ['[[a.b]] open ⟦[[a.b⟧', '[a] ⟦[a]⟧', 'c = integer 1 ⟦1⟧'],
      },
      '[a.b\n[a.b.c]\n[a.b]\n': {
        problems: ['unclosed-header ⟦[a.b⟧'],
        tree: ['[a.b] open ⟦[a.b⟧', '[a.b.c] ⟦[a.b.c]⟧', '[a.b] ⟦[a.b]⟧'],
      },
    }));
});

describe('a multi-line string', () => {
  it('holds the quotes of the other kind', () =>
    assertRead({
      "a = \"\"\"x\nb = '''y'''\n": {
        problems: ['unterminated-string ⟦"""x⟧'],
        tree: ["a = multiline-basic \"x\\nb = '''y'''\\n\" ⟦\"\"\"x⏎b = '''y'''⏎⟧"],
      },
      'a = \'\'\'x\nb = """y"""\n': {
        problems: ["unterminated-string ⟦'''x⟧"],
        tree: ['a = multiline-literal "x\\nb = \\"\\"\\"y\\"\\"\\"\\n" ⟦\'\'\'x⏎b = """y"""⏎⟧'],
      },
      'a = """x\n[b]\nc = """y"""\n': {
        problems: ['text-after-value.quote ⟦y"""⟧'],
        tree: ['a = multiline-basic "x\\n[b]\\nc = " ⟦"""x⏎[b]⏎c = """⟧'],
      },
    }));
});

describe('a table of dotted keys', () => {
  it('grows below its own header alone', () =>
    assertRead({
      '[r]\na.b = 1\n[x]\n[r]\na.c = 2\n': {
        problems: ['redefined-table ⟦r⟧', 'warning redefined-table.loaded ⟦a⟧'],
        tree: ['[r] ⟦[r]⟧', 'a.b = integer 1 ⟦1⟧', '[x] ⟦[x]⟧', '[r] ⟦[r]⟧', 'a.c = integer 2 ⟦2⟧'],
      },
      'r.a.b = 1\n[r]\na.c = 2\n': {
        problems: ['warning redefined-table.loaded ⟦r⟧', 'warning redefined-table.loaded ⟦a⟧'],
        tree: ['r.a.b = integer 1 ⟦1⟧', '[r] ⟦[r]⟧', 'a.c = integer 2 ⟦2⟧'],
      },
      '[r]\na.b = 1\na.c = 2\n': { problems: [], tree: ['[r] ⟦[r]⟧', 'a.b = integer 1 ⟦1⟧', 'a.c = integer 2 ⟦2⟧'] },
      '[r]\na.b = 1\n[r.a.c]\n': { problems: [], tree: ['[r] ⟦[r]⟧', 'a.b = integer 1 ⟦1⟧', '[r.a.c] ⟦[r.a.c]⟧'] },
      'a.b = { c = 1 }\na.b.d = 2\n': {
        problems: ['warning redefined-table.loaded ⟦b⟧'],
        tree: ['a.b = {c = integer 1 ⟦1⟧} ⟦{ c = 1 }⟧', 'a.b.d = integer 2 ⟦2⟧'],
      },
      'x = { a.b = 1, a.c = 2 }\n': {
        problems: [],
        tree: ['x = {a.b = integer 1 ⟦1⟧, a.c = integer 2 ⟦2⟧} ⟦{ a.b = 1, a.c = 2 }⟧'],
      },
    }));
});
