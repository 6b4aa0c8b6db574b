import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plain, shown } from './reading';

describe('strings', () => {
  const valid: readonly (readonly [string, string, string])[] = [
    ['basic', '"a"', 'a'],
    ['with escapes', '"\\b\\t\\n\\f\\r\\"\\\\"', '\b\t\n\f\r"\\'],
    ['with Unicode escapes', '"\\u00e9\\U0001F600"', 'é😀'],
    ['with the escapes of TOML 1.1', '"\\e\\x41"', '\u001bA'],
    ['with a tab', '"a\tb"', 'a\tb'],
    ['with astral characters', '"😀"', '😀'],
    ['literal, where backslashes are plain', "'C:\\builds'", 'C:\\builds'],
    ['multi-line: the first line break is dropped', '"""\na\nb"""', 'a\nb'],
    ['multi-line with CRLF', '"""\r\na\r\nb"""', 'a\r\nb'],
    ['multi-line that ends in quotes', '"""a"""""', 'a""'],
    ['multi-line with a backslash at the end of a line', '"""a \\\n   \n  b"""', 'a b'],
    ['multi-line with a backslash and CRLF', '"""a\\\r\n  b"""', 'ab'],
    ['multi-line literal', "'''\n\\a\n'b'''", "\\a\n'b"],
    ['empty', '""', ''],
    ['empty multi-line', '""""""', ''],
  ];
  for (const [name, text, value] of valid) {
    it(name, () => {
      assert.deepEqual(shown(`a = ${text}\n`), []);
      assert.deepEqual(plain(`a = ${text}\n`), { a: value });
    });
  }

  const wrong: readonly (readonly [string, ...string[]])[] = [
    ['a = "\\q"\n', 'bad-escape ⟦\\q⟧'],
    ['a = "\\u12"\n', 'bad-escape ⟦\\u12⟧'],
    ['a = "\\uD800"\n', 'bad-escape ⟦\\uD800⟧'],
    ['a = "\\U00110000"\n', 'bad-escape ⟦\\U00110000⟧'],
    ['a = "\\x4"\n', 'bad-escape ⟦\\x4⟧'],
    ['a = "\\😀"\n', 'bad-escape ⟦\\😀⟧'],
    ['a = """a \\ b"""\n', 'bad-escape ⟦\\ ⟧'],
    ['a = "a\u0001\u0001b"\n', 'control-character ⟦\u0001\u0001⟧'],
    ["a = 'a\u007fb'\n", 'control-character ⟦\u007f⟧'],
    ['a = """a\rb"""\n', 'control-character ⟦\r⟧'],
    ['# a\u0000b\n', 'control-character ⟦\u0000⟧'],
    ['a = "b\n', 'unterminated-string ⟦"b⟧'],
    ["a = 'b\r\nc = 1\r\n", "unterminated-string ⟦'b⟧"],
    ['a = """b\nc\n', 'unterminated-string ⟦"""b⟧'],
    ['a = "b\\"\nc = 1\n', 'unterminated-string ⟦"b\\"⟧'],
    ['a = "\\', 'unterminated-string ⟦"\\⟧', 'bad-escape ⟦\\⟧'],
  ];
  for (const [text, ...problems] of wrong) {
    it(`${JSON.stringify(text)} is wrong`, () => assert.deepEqual(shown(text), problems));
  }

  it('a Windows path with many bad escapes has one cause', () =>
    assert.deepEqual(shown('a = "C:\\Program Files\\GitLab\\Users"\n'), ['bad-escape ⟦\\P⟧']));
});
