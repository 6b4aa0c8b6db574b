/** How bytes become text. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decode, invalidAt } from '../../../server/text/decode';
import { firstUnreadable } from '../../../server/text/encoded';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const utf32le = (text: string) => Buffer.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0]));
const utf32be = (text: string) => Buffer.from([...text].flatMap((letter) => [0, 0, 0, letter.charCodeAt(0)]));
const joined = (...parts: (number[] | Uint8Array)[]) => Buffer.concat(parts.map((part) => Uint8Array.from(part)));

const TEXT = 'concurrent = 1\n';

describe('decode', () => {
  it('reads UTF-8, and keeps its byte order mark and U+FFFD that is meant', () => {
    for (const text of ['', 'a', TEXT, `\ufeff${TEXT}`, '# é 世界 🦊 \ufffd\n']) {
      assert.deepEqual(decode(Buffer.from(text)), { text, encoding: 'utf8', invalidByte: null });
    }
  });

  it('passes over a byte order mark of UTF-16 before UTF-8, as the runner does', () => {
    for (const mark of [
      [0xff, 0xfe],
      [0xfe, 0xff],
    ])
      assert.deepEqual(decode(joined(mark, Buffer.from(TEXT))), { text: TEXT, encoding: 'utf8', invalidByte: null });
  });

  it('reads UTF-16 with and without its mark, also without a Latin letter', () => {
    const le = [0xff, 0xfe];
    const be = [0xfe, 0xff];
    for (const bytes of [utf16le(TEXT), joined(le, utf16le(TEXT))])
      assert.deepEqual(decode(bytes), { text: TEXT, encoding: 'utf16le' });
    for (const bytes of [utf16be(TEXT), joined(be, utf16be(TEXT))])
      assert.deepEqual(decode(bytes), { text: TEXT, encoding: 'utf16be' });
    assert.deepEqual(decode(joined(le, utf16le('語語語'))), { text: '語語語', encoding: 'utf16le' });
  });

  it('knows UTF-32', () => {
    const all = [
      utf32le(TEXT),
      utf32be(TEXT),
      joined([0xff, 0xfe, 0, 0], utf32le(TEXT)),
      joined([0, 0, 0xfe, 0xff], utf32be(TEXT)),
    ];
    for (const bytes of all) assert.deepEqual(decode(bytes), { text: '', encoding: 'utf32' });
  });

  it('leaves single zeros to who reads the text', () => {
    for (const text of ['\0concurrent = 1', 'a\0b = 1\n', 'concurrent = 1\n\0\0']) {
      assert.deepEqual(decode(Buffer.from(text)), { text, encoding: 'utf8', invalidByte: null });
    }
  });

  it('names the first byte that is not UTF-8', () => {
    const cases: [Uint8Array, string, number][] = [
      [latin1('# caf\xe9\n'), '# caf\ufffd\n', 0xe9],
      [latin1('a = "\xff\xfe"'), 'a = "\ufffd\ufffd"', 0xff],
      [joined(Buffer.from('é '), [0xe2, 0x82]), 'é \ufffd', 0xe2],
      [joined(Buffer.from('\ufffd '), [0xc0, 0x80]), '\ufffd \ufffd\ufffd', 0xc0],
      [joined([0xef, 0xbf, 0x41]), '\ufffdA', 0xef],
      [joined([0xed, 0xa0, 0x80]), '\ufffd\ufffd\ufffd', 0xed],
      [joined([0xef, 0xbb, 0xbf, 0x61, 0xa0]), '\ufeffa\ufffd', 0xa0],
    ];
    for (const [bytes, text, invalidByte] of cases)
      assert.deepEqual(decode(bytes), { text, encoding: 'utf8', invalidByte });
  });
});

it('invalidAt is the length of what is valid', () => {
  for (const text of ['', 'abc', 'é🦊\ufffd']) {
    const bytes = Buffer.from(text);
    assert.equal(invalidAt(bytes), bytes.length);
  }
  assert.equal(invalidAt(joined([0xef, 0xbf])), 0);
  assert.equal(invalidAt(joined(Buffer.from('aé'), [0xf0, 0x9f, 0x98])), 3);
});

describe('firstUnreadable', () => {
  const found = (text: string, encoding: string) => {
    const { offset, character, byte } = firstUnreadable(text, encoding) ?? {};
    return [offset, character, byte];
  };

  it('knows the byte in encodings of one byte a character', () => {
    assert.deepEqual(found('# café', 'windows1252'), [5, 'é', 0xe9]);
    assert.deepEqual(found('# “a”', 'windows1252'), [2, '“', 0x93]);
    assert.deepEqual(found('# Ÿ', 'windows1252'), [2, 'Ÿ', 0x9f]);
    assert.deepEqual(found('# €', 'iso885915'), [2, '€', 0xa4]);
    assert.deepEqual(found('# я', 'windows1251'), [2, 'я', 0xff]);
    assert.deepEqual(found('# я', 'koi8r'), [2, 'я', 0xd1]);
    assert.deepEqual(found('# é', 'macroman'), [2, 'é', 0x8e]);
  });

  it('finds nothing in ASCII, nor in what happens to be UTF-8', () => {
    assert.deepEqual(found(TEXT, 'windows1252'), [undefined, undefined, undefined]);
    // C3 A9: `é`.
    assert.deepEqual(found('# Ã© and é', 'windows1252'), [9, 'é', 0xe9]);
  });

  it('names the character where the byte is unknown', () => {
    assert.deepEqual(found('# 漢', 'shiftjis'), [2, '漢', undefined]);
    assert.deepEqual(found('# 漢', 'windows1252'), [2, '漢', undefined]);
    assert.deepEqual(found('# é', 'no-such'), [2, 'é', undefined]);
    assert.deepEqual(found('# 🦊', 'windows1252'), [2, '🦊', undefined]);
  });
});
