/** Lists, inline tables and headers: what they hold, where they end, and what is said of a bracket or comma too many or too few. */
import { describe, it } from 'node:test';
import { assertRead } from './reading';

describe('a list', () => {
  it('may run over lines, with comments and a comma at its end', () =>
    assertRead({
      'a = []\n': { problems: [], tree: ['a = [] ⟦[]⟧'] },
      'a = [[1], [2, [3]]]\n': {
        problems: [],
        tree: ['a = [[integer 1 ⟦1⟧] ⟦[1]⟧, [integer 2 ⟦2⟧, [integer 3 ⟦3⟧] ⟦[3]⟧] ⟦[2, [3]]⟧] ⟦[[1], [2, [3]]]⟧'],
      },
      'a = [\n  1,\n  # c\n  2 # d\n]\n': {
        problems: [],
        tree: ['a = [integer 1 ⟦1⟧, integer 2 ⟦2⟧] ⟦[⏎  1,⏎  # c⏎  2 # d⏎]⟧'],
      },
      'a = [1\r\n,\r\n2,]\n': { problems: [], tree: ['a = [integer 1 ⟦1⟧, integer 2 ⟦2⟧] ⟦[1\r⏎,\r⏎2,]⟧'] },
      'a = [\n]\n': { problems: [], tree: ['a = [] ⟦[⏎]⟧'] },
    }));

  it('has one comma between two items', () =>
    assertRead({
      'a = [1,, 2]\n': { problems: ['unexpected-comma ⟦,⟧'], tree: ['a = [integer 1 ⟦1⟧, integer 2 ⟦2⟧] ⟦[1,, 2]⟧'] },
      'a = [,1]\n': { problems: ['unexpected-comma ⟦,⟧'], tree: ['a = [integer 1 ⟦1⟧] ⟦[,1]⟧'] },
      'a = [,]\n': { problems: ['unexpected-comma ⟦,⟧'], tree: ['a = [] ⟦[,]⟧'] },
      'a = [1 2]\n': { problems: ['missing-comma ⟦2⟧'], tree: ['a = [integer 1 ⟦1⟧, integer 2 ⟦2⟧] ⟦[1 2]⟧'] },
      'a = [1\n2]\n': { problems: ['missing-comma ⟦2⟧'], tree: ['a = [integer 1 ⟦1⟧, integer 2 ⟦2⟧] ⟦[1⏎2]⟧'] },
      'a = [\n  "x"\n  "y"\n]\n': {
        problems: ['missing-comma ⟦"y"⟧'],
        tree: ['a = [basic "x" ⟦"x"⟧, basic "y" ⟦"y"⟧] ⟦[⏎  "x"⏎  "y"⏎]⟧'],
      },
      'a = [1 x]\n': { problems: ['bare-word ⟦x⟧'], tree: ['a = [integer 1 ⟦1⟧, invalid ⟦x⟧] ⟦[1 x]⟧'] },
      'a = [[1] [2]]\n': {
        problems: ['missing-comma ⟦[2]⟧'],
        tree: ['a = [[integer 1 ⟦1⟧] ⟦[1]⟧, [integer 2 ⟦2⟧] ⟦[2]⟧] ⟦[[1] [2]]⟧'],
      },
    }));

  it('reports what cannot stand in it', () =>
    assertRead({
      'a = [= 1]\n': { problems: ['unexpected-character.equals ⟦=⟧'], tree: ['a = [integer 1 ⟦1⟧] ⟦[= 1]⟧'] },
      'a = [1 } 2]\n': {
        problems: ['unexpected-character.bracket ⟦}⟧', 'missing-comma ⟦2⟧'],
        tree: ['a = [integer 1 ⟦1⟧, integer 2 ⟦2⟧] ⟦[1 } 2]⟧'],
      },
      'a = [1 = 2]\n': {
        problems: ['unexpected-character.equals ⟦=⟧', 'missing-comma ⟦2⟧'],
        tree: ['a = [integer 1 ⟦1⟧, integer 2 ⟦2⟧] ⟦[1 = 2]⟧'],
      },
      'a = [1,\r2]\n': {
        problems: ['control-character.carriage-return ⟦\r⟧'],
        tree: ['a = [integer 1 ⟦1⟧, integer 2 ⟦2⟧] ⟦[1,\r2]⟧'],
      },
    }));

  it('that is not closed ends before the next pair or header', () =>
    assertRead({
      'a = [1, 2': { problems: ['unclosed-array ⟦[⟧'], tree: ['a = [integer 1 ⟦1⟧, integer 2 ⟦2⟧] open ⟦[1, 2⟧'] },
      'a = [1,\n': { problems: ['unclosed-array ⟦[⟧'], tree: ['a = [integer 1 ⟦1⟧] open ⟦[1,⟧'] },
      'a = [\n': { problems: ['unclosed-array ⟦[⟧'], tree: ['a = [] open ⟦[⟧'] },
      'a = [1,\nb = 2\n': {
        problems: ['unclosed-array ⟦[⟧'],
        tree: ['a = [integer 1 ⟦1⟧] open ⟦[1,⟧', 'b = integer 2 ⟦2⟧'],
      },
      'a = [1,\n[b]\nc = 1\n': {
        problems: ['unclosed-array ⟦[⟧'],
        tree: ['a = [integer 1 ⟦1⟧] open ⟦[1,⟧', '[b] ⟦[b]⟧', 'c = integer 1 ⟦1⟧'],
      },
      'a = ["x" # y\n': { problems: ['unclosed-array ⟦[⟧'], tree: ['a = [basic "x" ⟦"x"⟧] open ⟦["x"⟧'] },
      'a = [1 # y\nb = 2\n': {
        problems: ['unclosed-array ⟦[⟧'],
        tree: ['a = [integer 1 ⟦1⟧] open ⟦[1⟧', 'b = integer 2 ⟦2⟧'],
      },
      'a = [[1, [2\nb = 1\n': {
        problems: ['unclosed-array ⟦[⟧'],
        tree: ['a = [[integer 1 ⟦1⟧, [integer 2 ⟦2⟧] open ⟦[2⟧] open ⟦[1, [2⟧] open ⟦[[1, [2⟧', 'b = integer 1 ⟦1⟧'],
      },
    }));

  it('closed twice is closed', () =>
    assertRead({
      'a = [1]]\n': { problems: ['text-after-value.bracket ⟦]⟧'], tree: ['a = [integer 1 ⟦1⟧] ⟦[1]⟧'] },
      'a = ["b" ]]]\n': { problems: ['text-after-value.bracket ⟦]]⟧'], tree: ['a = [basic "b" ⟦"b"⟧] ⟦["b" ]⟧'] },
      'a = [1] 2\n': { problems: ['text-after-value ⟦2⟧'], tree: ['a = [integer 1 ⟦1⟧] ⟦[1]⟧'] },
    }));
});

describe('a line inside of brackets', () => {
  it('is a header or a pair of its own where it can be nothing else', () =>
    assertRead({
      'a = [\n  [b.1]\n': { problems: ['unclosed-array ⟦[⟧'], tree: ['a = [] open ⟦[⟧', '[b.1] ⟦[b.1]⟧'] },
      'a = [\n [ b . "c" ] # x\n': {
        problems: ['unclosed-array ⟦[⟧'],
        tree: ['a = [] open ⟦[⟧', '[b.c] ⟦[ b . "c" ]⟧'],
      },
      'a = [\n[b.\n': {
        problems: ['unclosed-array ⟦[⟧', 'unclosed-header ⟦[b.⟧'],
        tree: ['a = [] open ⟦[⟧', '[b.] open ⟦[b.⟧'],
      },
      'a = [\n[[b]]\r\n': { problems: ['unclosed-array ⟦[⟧'], tree: ['a = [] open ⟦[⟧', '[[b]] ⟦[[b]]⟧'] },
      'a = [\n[_b]\n': { problems: ['unclosed-array ⟦[⟧'], tree: ['a = [] open ⟦[⟧', '[_b] ⟦[_b]⟧'] },
      'a = [\n[b-1\n': {
        problems: ['unclosed-array ⟦[⟧', 'unclosed-header ⟦[b-1⟧'],
        tree: ['a = [] open ⟦[⟧', '[b-1] open ⟦[b-1⟧'],
      },
      'a = [\n"b" = 1\n': { problems: ['unclosed-array ⟦[⟧'], tree: ['a = [] open ⟦[⟧', 'b = integer 1 ⟦1⟧'] },
      "a = [\nb.'c' . d = 1\n": {
        problems: ['unclosed-array ⟦[⟧'],
        tree: ['a = [] open ⟦[⟧', 'b.c.d = integer 1 ⟦1⟧'],
      },
      'a = [\n\tb\t= 1\n': { problems: ['unclosed-array ⟦[⟧'], tree: ['a = [] open ⟦[⟧', 'b = integer 1 ⟦1⟧'] },
      'a = [\n[b] # x\n': { problems: ['unclosed-array ⟦[⟧'], tree: ['a = [] open ⟦[⟧', '[b] ⟦[b]⟧'] },
      'a = [\n[b]': { problems: ['unclosed-array ⟦[⟧'], tree: ['a = [] open ⟦[⟧', '[b] ⟦[b]⟧'] },
      'a = [\n[Zz9]\n': { problems: ['unclosed-array ⟦[⟧'], tree: ['a = [] open ⟦[⟧', '[Zz9] ⟦[Zz9]⟧'] },
      'a = [\n[[ b ]\n': {
        problems: ['unclosed-array ⟦[⟧', 'unclosed-header ⟦[[ b ]⟧'],
        tree: ['a = [] open ⟦[⟧', '[[b]] open ⟦[[ b ]⟧'],
      },
    }));

  it('is an item elsewhere', () =>
    assertRead({
      'a = [\n  [true],\n  [inf],\n  [nan],\n  [false]\n]\n': {
        problems: [],
        tree: [
          'a = [[boolean true ⟦true⟧] ⟦[true]⟧, [float Infinity ⟦inf⟧] ⟦[inf]⟧, [float NaN ⟦nan⟧] ⟦[nan]⟧, [boolean false ⟦false⟧] ⟦[false]⟧] ⟦[⏎  [true],⏎  [inf],⏎  [nan],⏎  [false]⏎]⟧',
        ],
      },
      'a = [\n  [truth],\n': {
        problems: ['unclosed-array ⟦[⟧', 'bare-word ⟦truth⟧'],
        tree: ['a = [[invalid ⟦truth⟧] ⟦[truth]⟧] open ⟦[⏎  [truth],⟧'],
      },
      'a = [\n  [1]\n]\n': { problems: [], tree: ['a = [[integer 1 ⟦1⟧] ⟦[1]⟧] ⟦[⏎  [1]⏎]⟧'] },
      'a = [\n  ["b"]\n]\n': { problems: [], tree: ['a = [[basic "b" ⟦"b"⟧] ⟦["b"]⟧] ⟦[⏎  ["b"]⏎]⟧'] },
      'a = [\n[b] x\n]\n': {
        problems: ['bare-word ⟦b⟧', 'bare-word ⟦x⟧'],
        tree: ['a = [[invalid ⟦b⟧] ⟦[b]⟧, invalid ⟦x⟧] ⟦[⏎[b] x⏎]⟧'],
      },
      'a = [\nb.\n]\n': { problems: ['bare-word ⟦b.⟧'], tree: ['a = [invalid ⟦b.⟧] ⟦[⏎b.⏎]⟧'] },
      'a = [\n"b\nc = 1\n': {
        problems: ['unterminated-string ⟦"b⟧'],
        tree: ['a = [basic "b" ⟦"b⟧] open ⟦[⏎"b⟧', 'c = integer 1 ⟦1⟧'],
      },
      'a = [\n"b" "=" \n]\n': {
        problems: ['missing-comma ⟦"="⟧'],
        tree: ['a = [basic "b" ⟦"b"⟧, basic "=" ⟦"="⟧] ⟦[⏎"b" "=" ⏎]⟧'],
      },
      'a = [\n[]\n]\n': { problems: [], tree: ['a = [[] ⟦[]⟧] ⟦[⏎[]⏎]⟧'] },
      'a = [\n[b, c]\n]\n': {
        problems: ['bare-word ⟦b⟧', 'bare-word ⟦c⟧'],
        tree: ['a = [[invalid ⟦b⟧, invalid ⟦c⟧] ⟦[b, c]⟧] ⟦[⏎[b, c]⏎]⟧'],
      },
    }));
});

describe('a string without its end in brackets', () => {
  it('leaves the brackets and the comma behind it', () =>
    assertRead({
      'a = [ "b, 1 ]\nc = 2\n': {
        problems: ['unterminated-string ⟦"b, 1⟧'],
        tree: ['a = [basic "b, 1" ⟦"b, 1⟧] ⟦[ "b, 1 ]⟧', 'c = integer 2 ⟦2⟧'],
      },
      'a = [ [ "b ] ]\nc = 2\n': {
        problems: ['unterminated-string ⟦"b⟧'],
        tree: ['a = [[basic "b" ⟦"b⟧] ⟦[ "b ]⟧] ⟦[ [ "b ] ]⟧', 'c = integer 2 ⟦2⟧'],
      },
      'a = [ "b ] # c\n': { problems: ['unterminated-string ⟦"b⟧'], tree: ['a = [basic "b" ⟦"b⟧] ⟦[ "b ]⟧'] },
      'a = [ "b\t,\t]\n': { problems: ['unterminated-string ⟦"b⟧'], tree: ['a = [basic "b" ⟦"b⟧] ⟦[ "b\t,\t]⟧'] },
      "a = [ ' ]\n": { problems: ["unterminated-string ⟦'⟧"], tree: ['a = [literal "" ⟦\'⟧] ⟦[ \' ]⟧'] },
      'a = ["b,]\n': { problems: ['unterminated-string ⟦"b⟧'], tree: ['a = [basic "b" ⟦"b⟧] ⟦["b,]⟧'] },
      'a = { b = "c }\nd = 1\n': {
        problems: ['unterminated-string ⟦"c⟧'],
        tree: ['a = {b = basic "c" ⟦"c⟧} ⟦{ b = "c }⟧', 'd = integer 1 ⟦1⟧'],
      },
      'a = { b = "c, }\n': { problems: ['unterminated-string ⟦"c⟧'], tree: ['a = {b = basic "c" ⟦"c⟧} ⟦{ b = "c, }⟧'] },
      'a = [{ b = "c }]\nd = 1\n': {
        problems: ['unterminated-string ⟦"c⟧'],
        tree: ['a = [{b = basic "c" ⟦"c⟧} ⟦{ b = "c }⟧] ⟦[{ b = "c }]⟧', 'd = integer 1 ⟦1⟧'],
      },
      'a = { b = ["c] }\nd = 1\n': {
        problems: ['unterminated-string ⟦"c⟧'],
        tree: ['a = {b = [basic "c" ⟦"c⟧] ⟦["c]⟧} ⟦{ b = ["c] }⟧', 'd = integer 1 ⟦1⟧'],
      },
    }));

  it('but no bracket of another kind, and none in its words', () =>
    assertRead({
      'a = { b = "c ] }\n': {
        problems: ['unterminated-string ⟦"c ]⟧'],
        tree: ['a = {b = basic "c ]" ⟦"c ]⟧} ⟦{ b = "c ] }⟧'],
      },
      'a = [ "b # c ]\n': {
        problems: ['unterminated-string ⟦"b # c ]⟧'],
        tree: ['a = [basic "b # c ]" ⟦"b # c ]⟧] open ⟦[ "b # c ]⟧'],
      },
      'a = ["b ] c\n': {
        problems: ['unterminated-string ⟦"b ] c⟧'],
        tree: ['a = [basic "b ] c" ⟦"b ] c⟧] open ⟦["b ] c⟧'],
      },
      'a = ["b\n': { problems: ['unterminated-string ⟦"b⟧'], tree: ['a = [basic "b" ⟦"b⟧] open ⟦["b⟧'] },
    }));

  it('needs no comma on the next line', () =>
    assertRead({
      'a = ["x\n"y"]\n': {
        problems: ['unterminated-string ⟦"x⟧'],
        tree: ['a = [basic "x" ⟦"x⟧, basic "y" ⟦"y"⟧] ⟦["x⏎"y"]⟧'],
      },
      "a = ['x,\n  'y',\n]\n": {
        problems: ["unterminated-string ⟦'x⟧"],
        tree: ["a = [literal \"x\" ⟦'x⟧, literal \"y\" ⟦'y'⟧] ⟦['x,⏎  'y',⏎]⟧"],
      },
      'a = ["x, "y"\n]\n': {
        problems: ['unterminated-string.unbalanced ⟦"x, "y"⟧'],
        tree: ['a = [basic "x, " ⟦"x, "⟧] ⟦["x, "y"⏎]⟧'],
      },
      'a = ["x"\n"y]\n': {
        problems: ['unterminated-string ⟦"y⟧'],
        tree: ['a = [basic "x" ⟦"x"⟧, basic "y" ⟦"y⟧] ⟦["x"⏎"y]⟧'],
      },
    }));
});

describe('an inline table', () => {
  it('may run over lines, with comments and a comma at its end', () =>
    assertRead({
      'a = {}\n': { problems: [], tree: ['a = {} ⟦{}⟧'] },
      'a = { }\n': { problems: [], tree: ['a = {} ⟦{ }⟧'] },
      'a = { b = 1, }\n': { problems: [], tree: ['a = {b = integer 1 ⟦1⟧} ⟦{ b = 1, }⟧'] },
      'a = { b = 1 # c\n}\n': { problems: [], tree: ['a = {b = integer 1 ⟦1⟧} ⟦{ b = 1 # c⏎}⟧'] },
      'a = {\n  b = 1,\n  c = 2 # d\n}\ne = 3\n': {
        problems: [],
        tree: ['a = {b = integer 1 ⟦1⟧, c = integer 2 ⟦2⟧} ⟦{⏎  b = 1,⏎  c = 2 # d⏎}⟧', 'e = integer 3 ⟦3⟧'],
      },
      'a = {\n\n}\n': { problems: [], tree: ['a = {} ⟦{⏎⏎}⟧'] },
      'a = { b = { c = 1 }, d = [{}] }\n': {
        problems: [],
        tree: ['a = {b = {c = integer 1 ⟦1⟧} ⟦{ c = 1 }⟧, d = [{} ⟦{}⟧] ⟦[{}]⟧} ⟦{ b = { c = 1 }, d = [{}] }⟧'],
      },
      'a = { b.c = 1, "d" = 2 }\n': {
        problems: [],
        tree: ['a = {b.c = integer 1 ⟦1⟧, d = integer 2 ⟦2⟧} ⟦{ b.c = 1, "d" = 2 }⟧'],
      },
    }));

  it('has one comma between two pairs', () =>
    assertRead({
      'a = { b = 1,, c = 2 }\n': {
        problems: ['unexpected-comma ⟦,⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧, c = integer 2 ⟦2⟧} ⟦{ b = 1,, c = 2 }⟧'],
      },
      'a = { , b = 1 }\n': { problems: ['unexpected-comma ⟦,⟧'], tree: ['a = {b = integer 1 ⟦1⟧} ⟦{ , b = 1 }⟧'] },
      'a = { b = 1 c = 2 }\n': {
        problems: ['missing-comma ⟦c⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧, c = integer 2 ⟦2⟧} ⟦{ b = 1 c = 2 }⟧'],
      },
      'a = { b = "c" "d" = 1 }\n': {
        problems: ['missing-comma ⟦"d"⟧'],
        tree: ['a = {b = basic "c" ⟦"c"⟧, d = integer 1 ⟦1⟧} ⟦{ b = "c" "d" = 1 }⟧'],
      },
      'a = { b = 1 true = 2 }\n': {
        problems: ['missing-comma ⟦true⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧, true = integer 2 ⟦2⟧} ⟦{ b = 1 true = 2 }⟧'],
      },
      'a = { b = 1 1.5 = 2 }\n': {
        problems: ['missing-comma ⟦1.5⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧, 1.5 = integer 2 ⟦2⟧} ⟦{ b = 1 1.5 = 2 }⟧'],
      },
      'a = {\n  b = 1\n  c = 2\n}\n': {
        problems: ['missing-comma ⟦c⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧, c = integer 2 ⟦2⟧} ⟦{⏎  b = 1⏎  c = 2⏎}⟧'],
      },
      'a = { b = { c = 1\n d = 2 } }\n': {
        problems: ['missing-comma ⟦d⟧'],
        tree: ['a = {b = {c = integer 1 ⟦1⟧, d = integer 2 ⟦2⟧} ⟦{ c = 1⏎ d = 2 }⟧} ⟦{ b = { c = 1⏎ d = 2 } }⟧'],
      },
      'a = { b = 1; c = 2 }\n': {
        problems: ['bare-word ⟦1; c = 2⟧'],
        tree: ['a = {b = invalid ⟦1; c = 2⟧} ⟦{ b = 1; c = 2 }⟧'],
      },
    }));

  it('has pairs and nothing else', () =>
    assertRead({
      'a = { b }\n': { problems: ['missing-equals ⟦b⟧'], tree: ['a = {b nothing invalid ⟦⟧} ⟦{ b }⟧'] },
      'a = { b = 1 c }\n': {
        problems: ['missing-equals ⟦c⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧, c nothing invalid ⟦⟧} ⟦{ b = 1 c }⟧'],
      },
      'a = { b: 1 }\n': { problems: ['colon-for-equals ⟦:⟧'], tree: ['a = {b : integer 1 ⟦1⟧} ⟦{ b: 1 }⟧'] },
      'a = { = 1 }\n': {
        problems: ['unexpected-character.equals ⟦=⟧', 'missing-equals ⟦1⟧'],
        tree: ['a = {1 nothing invalid ⟦⟧} ⟦{ = 1 }⟧'],
      },
      'a = { [b] = 1 }\n': {
        problems: [
          'unexpected-character ⟦[⟧',
          'missing-equals ⟦b⟧',
          'unexpected-character.bracket ⟦]⟧',
          'unexpected-character.equals ⟦=⟧',
          'missing-equals ⟦1⟧',
        ],
        tree: ['a = {b nothing invalid ⟦⟧, 1 nothing invalid ⟦⟧} ⟦{ [b] = 1 }⟧'],
      },
      'a = { b = 1 ] }\n': {
        problems: ['unexpected-character.bracket ⟦]⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧} ⟦{ b = 1 ] }⟧'],
      },
    }));

  it('says which value is missing', () =>
    assertRead({
      'a = { b = }\n': { problems: ['missing-value ⟦=⟧'], tree: ['a = {b = invalid ⟦⟧} ⟦{ b = }⟧'] },
      'a = { b =, c = 1 }\n': {
        problems: ['missing-value ⟦=⟧'],
        tree: ['a = {b = invalid ⟦⟧, c = integer 1 ⟦1⟧} ⟦{ b =, c = 1 }⟧'],
      },
      'a = {\n  b = 1,\n  c =\n}\nd = 1\n': {
        problems: ['missing-value ⟦=⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧, c = invalid ⟦⟧} ⟦{⏎  b = 1,⏎  c =⏎}⟧', 'd = integer 1 ⟦1⟧'],
      },
      'a = {\n  c = # x\n}\n': { problems: ['missing-value ⟦=⟧'], tree: ['a = {c = invalid ⟦⟧} ⟦{⏎  c = # x⏎}⟧'] },
      'a = {\n  c\n}\n': { problems: ['missing-equals ⟦c⟧'], tree: ['a = {c nothing invalid ⟦⟧} ⟦{⏎  c⏎}⟧'] },
      'a = {\n  c =\n  d = 1\n}\n': {
        problems: ['missing-value ⟦=⟧', 'missing-comma ⟦d⟧'],
        tree: ['a = {c = invalid ⟦⟧, d = integer 1 ⟦1⟧} ⟦{⏎  c =⏎  d = 1⏎}⟧'],
      },
      'a = [{\n  c =\n}]\n': {
        problems: ['missing-value ⟦=⟧'],
        tree: ['a = [{c = invalid ⟦⟧} ⟦{⏎  c =⏎}⟧] ⟦[{⏎  c =⏎}]⟧'],
      },
    }));

  it('that is not closed ends with its line', () =>
    assertRead({
      'a = { b = 1\n': { problems: ['unclosed-inline-table ⟦{⟧'], tree: ['a = {b = integer 1 ⟦1⟧} open ⟦{ b = 1⟧'] },
      'a = { b = 1\nc = 2\n': {
        problems: ['unclosed-inline-table ⟦{⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧} open ⟦{ b = 1⟧', 'c = integer 2 ⟦2⟧'],
      },
      'a = { b = 1,\nc = 2\n': {
        problems: ['unclosed-inline-table ⟦{⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧} open ⟦{ b = 1,⟧', 'c = integer 2 ⟦2⟧'],
      },
      'a = {\n  b =\n[c]\nd = 1\n': {
        problems: ['unclosed-inline-table ⟦{⟧', 'missing-value ⟦=⟧'],
        tree: ['a = {} open ⟦{⟧', 'b = invalid ⟦⟧', '[c] ⟦[c]⟧', 'd = integer 1 ⟦1⟧'],
      },
      'a = {\n  b = 1\n[c]\nd = 1\n': {
        problems: ['unclosed-inline-table ⟦{⟧'],
        tree: ['a = {} open ⟦{⟧', 'b = integer 1 ⟦1⟧', '[c] ⟦[c]⟧', 'd = integer 1 ⟦1⟧'],
      },
      'a = {\n  b = 1\nc = { d = 2 }\n': {
        problems: ['unclosed-inline-table ⟦{⟧'],
        tree: ['a = {} open ⟦{⟧', 'b = integer 1 ⟦1⟧', 'c = {d = integer 2 ⟦2⟧} ⟦{ d = 2 }⟧'],
      },
      'a = { b = 1 # }\nc = 2\n': {
        problems: ['unclosed-inline-table ⟦{⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧} open ⟦{ b = 1⟧', 'c = integer 2 ⟦2⟧'],
      },
      'a = {\n  b = "}"\nc = 2\n': {
        problems: ['unclosed-inline-table ⟦{⟧'],
        tree: ['a = {} open ⟦{⟧', 'b = basic "}" ⟦"}"⟧', 'c = integer 2 ⟦2⟧'],
      },
      'a = { b = 1 ]\nc = 1\n': {
        problems: ['unclosed-inline-table ⟦{⟧', 'unexpected-character.bracket ⟦]⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧} open ⟦{ b = 1⟧', 'c = integer 1 ⟦1⟧'],
      },
      'a = { b =\n': { problems: ['unclosed-inline-table ⟦{⟧'], tree: ['a = {b = invalid ⟦⟧} open ⟦{ b =⟧'] },
      'a = { b': {
        problems: ['unclosed-inline-table ⟦{⟧', 'missing-equals ⟦b⟧'],
        tree: ['a = {b nothing invalid ⟦⟧} open ⟦{ b⟧'],
      },
      'a = {\n# x\n': { problems: ['unclosed-inline-table ⟦{⟧'], tree: ['a = {} open ⟦{⟧'] },
    }));

  it('closed twice is closed', () =>
    assertRead({
      'a = { b = 1 }}\n': { problems: ['text-after-value.bracket ⟦}⟧'], tree: ['a = {b = integer 1 ⟦1⟧} ⟦{ b = 1 }⟧'] },
      'a = { b = 1 } c\n': { problems: ['text-after-value ⟦c⟧'], tree: ['a = {b = integer 1 ⟦1⟧} ⟦{ b = 1 }⟧'] },
    }));

  it('that begins with two braces, or a brace and a percent sign, is a template', () =>
    assertRead({
      'a = {{ b }}\n': { problems: ['template-text ⟦{{ b }}⟧'], tree: ['a = invalid ⟦{{ b }}⟧'] },
      'a = {% b %}\n': { problems: ['template-text ⟦{% b %}⟧'], tree: ['a = invalid ⟦{% b %}⟧'] },
      'a = [{{ b }}]\n': { problems: ['template-text ⟦{{ b }}⟧'], tree: ['a = [invalid ⟦{{ b }}⟧] ⟦[{{ b }}]⟧'] },
    }));
});

describe('a header', () => {
  it('may have white space between its parts', () =>
    assertRead({
      '[a]\n': { problems: [], tree: ['[a] ⟦[a]⟧'] },
      '[[a]]\n': { problems: [], tree: ['[[a]] ⟦[[a]]⟧'] },
      '[ a ]\n': { problems: [], tree: ['[a] ⟦[ a ]⟧'] },
      '[[ a . b ]]\n': { problems: [], tree: ['[[a.b]] ⟦[[ a . b ]]⟧'] },
      '\t[a] # c\n': { problems: [], tree: ['[a] ⟦[a]⟧'] },
      '["a".\'b\']\n': { problems: [], tree: ['[a.b] ⟦["a".\'b\']⟧'] },
    }));

  it('has none between its two brackets', () =>
    assertRead({
      '[ [a]]\n': { problems: ['header-spacing ⟦[ [⟧'], tree: ['[[a]] ⟦[ [a]]⟧'] },
      '[ [a] ]\n': { problems: ['header-spacing ⟦[ [⟧'], tree: ['[[a]] ⟦[ [a] ]⟧'] },
      '[[a] ]\n': { problems: ['header-spacing ⟦] ]⟧'], tree: ['[[a]] ⟦[[a] ]⟧'] },
      '[ []]\n': { problems: ['header-spacing ⟦[ [⟧', 'empty-header ⟦[ []]⟧'], tree: ['[[]] ⟦[ []]⟧'] },
      '[[ ] ]\n': { problems: ['empty-header ⟦[[ ] ]⟧', 'header-spacing ⟦] ]⟧'], tree: ['[[]] ⟦[[ ] ]⟧'] },
    }));

  it('has a name', () =>
    assertRead({
      '[]\n': { problems: ['empty-header ⟦[]⟧'], tree: ['[] ⟦[]⟧'] },
      '[ ]\n': { problems: ['empty-header ⟦[ ]⟧'], tree: ['[] ⟦[ ]⟧'] },
      '[[]]\n': { problems: ['empty-header ⟦[[]]⟧'], tree: ['[[]] ⟦[[]]⟧'] },
      '[a.]\n': { problems: ['missing-key-name ⟦.⟧'], tree: ['[a.] ⟦[a.]⟧'] },
      '[.a]\n': { problems: ['missing-key-name ⟦.⟧'], tree: ['[.a] ⟦[.a]⟧'] },
      '[[a..b]]\n': { problems: ['missing-key-name ⟦.⟧'], tree: ['[[a..b]] ⟦[[a..b]]⟧'] },
    }));

  it('has all of its brackets', () =>
    assertRead({
      '[[a]\n': { problems: ['unclosed-header ⟦[[a]⟧'], tree: ['[[a]] open ⟦[[a]⟧'] },
      '[a\n': { problems: ['unclosed-header ⟦[a⟧'], tree: ['[a] open ⟦[a⟧'] },
      '[': { problems: ['unclosed-header ⟦[⟧'], tree: ['[] open ⟦[⟧'] },
      '[[': { problems: ['unclosed-header ⟦[[⟧'], tree: ['[[]] open ⟦[[⟧'] },
      '[a': { problems: ['unclosed-header ⟦[a⟧'], tree: ['[a] open ⟦[a⟧'] },
      '[[a': { problems: ['unclosed-header ⟦[[a⟧'], tree: ['[[a]] open ⟦[[a⟧'] },
      '[ \nb = 1\n': { problems: ['unclosed-header ⟦[ ⟧'], tree: ['[] open ⟦[ ⟧', 'b = integer 1 ⟦1⟧'] },
      '[a  \nb = 1\n': { problems: ['unclosed-header ⟦[a⟧'], tree: ['[a] open ⟦[a⟧', 'b = integer 1 ⟦1⟧'] },
      '[a # x\n': { problems: ['unclosed-header ⟦[a⟧'], tree: ['[a] open ⟦[a⟧'] },
      '[[a] # x\n': { problems: ['unclosed-header ⟦[[a]⟧'], tree: ['[[a]] open ⟦[[a]⟧'] },
      '[a.\n': { problems: ['unclosed-header ⟦[a.⟧'], tree: ['[a.] open ⟦[a.⟧'] },
      '[a. # x\n': { problems: ['unclosed-header ⟦[a. ⟧'], tree: ['[a.] open ⟦[a. ⟧'] },
      '[a\n[b]\nc = 1\n': {
        problems: ['unclosed-header ⟦[a⟧'],
        tree: ['[a] open ⟦[a⟧', '[b] ⟦[b]⟧', 'c = integer 1 ⟦1⟧'],
      },
      '["a"\n': { problems: ['unclosed-header ⟦["a"⟧'], tree: ['[a] open ⟦["a"⟧'] },
      '["a\n': { problems: ['unterminated-string ⟦"a⟧'], tree: ['[a] open ⟦["a⟧'] },
      '["a]\nb = 1\n': { problems: ['unterminated-string ⟦"a]⟧'], tree: ['[a]] open ⟦["a]⟧', 'b = integer 1 ⟦1⟧'] },
      '[=]\n': { problems: ['unclosed-header ⟦[⟧'], tree: ['[] open ⟦[⟧'] },
      '[a=b]\n': { problems: ['unclosed-header ⟦[a⟧'], tree: ['[a] open ⟦[a⟧'] },
      '[a{b]\n': { problems: ['unclosed-header ⟦[a⟧'], tree: ['[a] open ⟦[a⟧'] },
      '[[a］\n': {
        problems: ['unclosed-header ⟦[[a］⟧', 'unexpected-character.wide ⟦］⟧'],
        tree: ['[[a]] open ⟦[[a］⟧'],
      },
      '[a "b"]\n': { problems: ['unclosed-header ⟦[a⟧', 'text-after-header ⟦"b"]⟧'], tree: ['[a] open ⟦[a⟧'] },
    }));

  it('has none too many', () =>
    assertRead({
      '[a]]\n': { problems: ['unclosed-header.start ⟦[a]]⟧'], tree: ['[a] open ⟦[a]]⟧'] },
      '[a］]\n': {
        problems: ['unclosed-header.start ⟦[a］]⟧', 'unexpected-character.wide ⟦］⟧'],
        tree: ['[a] open ⟦[a］]⟧'],
      },
      '[[a]]]\n': { problems: ['text-after-header ⟦]⟧'], tree: ['[[a]] ⟦[[a]]⟧'] },
      '[a] ]\n': { problems: ['text-after-header ⟦]⟧'], tree: ['[a] ⟦[a]⟧'] },
    }));

  it('has no words beside each other', () =>
    assertRead({
      '[a b]\n': { problems: ['bad-key ⟦a b⟧'], tree: ['[a b] ⟦[a b]⟧'] },
      '[[a b]]\n': { problems: ['bad-key ⟦a b⟧'], tree: ['[[a b]] ⟦[[a b]]⟧'] },
      '[a b c.d]\n': { problems: ['bad-key ⟦a b c.d⟧'], tree: ['[a b c.d] ⟦[a b c.d]⟧'] },
      '["a" b]\n': { problems: ['bad-key ⟦"a" b⟧'], tree: ['["a" b] ⟦["a" b]⟧'] },
      '[a\tb ]\n': { problems: ['bad-key ⟦a\tb⟧'], tree: ['[a\tb] ⟦[a\tb ]⟧'] },
      '[a-b c_d]\n': { problems: ['bad-key ⟦a-b c_d⟧'], tree: ['[a-b c_d] ⟦[a-b c_d]⟧'] },
      '[a/b c]\n': { problems: ['bad-key ⟦a/b c⟧'], tree: ['[a/b c] ⟦[a/b c]⟧'] },
      '[a..b c]\n': { problems: ['bad-key ⟦a..b c⟧'], tree: ['[a..b c] ⟦[a..b c]⟧'] },
      '[a b\n': { problems: ['unclosed-header ⟦[a⟧', 'text-after-header ⟦b⟧'], tree: ['[a] open ⟦[a⟧'] },
    }));

  it('may have its brackets full-width', () =>
    assertRead({
      '［［a］］\n': {
        problems: [
          'unexpected-character.wide ⟦［⟧',
          'unexpected-character.wide ⟦［⟧',
          'unexpected-character.wide ⟦］⟧',
          'unexpected-character.wide ⟦］⟧',
        ],
        tree: ['[[a]] ⟦［［a］］⟧'],
      },
      '［a】\n': {
        problems: ['unexpected-character.wide ⟦［⟧', 'unexpected-character.wide ⟦】⟧'],
        tree: ['[a] ⟦［a】⟧'],
      },
      '[[a］]\n': { problems: ['unexpected-character.wide ⟦］⟧'], tree: ['[[a]] ⟦[[a］]⟧'] },
      '[［a]]\n': { problems: ['unexpected-character.wide ⟦［⟧'], tree: ['[[a]] ⟦[［a]]⟧'] },
    }));

  it('has its line for itself', () =>
    assertRead({
      '[a] b\n': { problems: ['text-after-header ⟦b⟧'], tree: ['[a] ⟦[a]⟧'] },
      '[[a]]b\n': { problems: ['text-after-header ⟦b⟧'], tree: ['[[a]] ⟦[[a]]⟧'] },
      '[a] b = 1\n': { problems: ['text-after-header.key ⟦b = 1⟧'], tree: ['[a] ⟦[a]⟧', 'b = integer 1 ⟦1⟧'] },
      '[a]b = 1\n': { problems: ['text-after-header.key ⟦b = 1⟧'], tree: ['[a] ⟦[a]⟧', 'b = integer 1 ⟦1⟧'] },
      '[a] [b]\n': { problems: ['text-after-header ⟦[b]⟧'], tree: ['[a] ⟦[a]⟧'] },
      '[a], \n': { problems: ['text-after-header ⟦,⟧'], tree: ['[a] ⟦[a]⟧'] },
      '[a] # b\n': { problems: [], tree: ['[a] ⟦[a]⟧'] },
      '[a] ＃ b\n': { problems: ['unexpected-character.wide ⟦＃⟧'], tree: ['[a] ⟦[a]⟧'] },
      '[a] ...\n': { problems: ['elided-lines ⟦...⟧'], tree: ['[a] ⟦[a]⟧'] },
      '[a] // b\n': { problems: ['wrong-comment ⟦// b⟧'], tree: ['[a] ⟦[a]⟧'] },
    }));
});
