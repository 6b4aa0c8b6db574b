/**
 * Reads the bytes of a file as text. The runner takes UTF-8 alone, with or without a byte order mark, so what is no UTF-8 is
 * read as well as can be, and it is said which encoding it is.
 */
import type { FileEncoding } from '../../protocol/encoding';

/** The text of a file and how its bytes were read. `invalidByte` is always known. */
export interface DecodedText extends FileEncoding {
  readonly text: string;
}

/** Decodes bytes: UTF-8, or UTF-16 and UTF-32 where their marks or their zero bytes tell. Never throws. */
export function decode(bytes: Uint8Array): DecodedText {
  const mark = bytes.length < 2 ? undefined : markOf(bytes);
  const rest = mark ? bytes.subarray(2) : bytes;
  const wide = wideEncoding(rest, mark);
  if (wide) return wide;
  const text = valid(rest);
  if (text !== undefined) return { text, encoding: 'utf8', invalidByte: null };
  // The decoder passes over the mark of UTF-16 and reads on as UTF-8. Text of UTF-16 without a Latin letter has no zero byte.
  if (mark) return { text: wideText(rest, mark), encoding: mark };
  return { text: lossy(bytes), encoding: 'utf8', invalidByte: bytes[invalidAt(bytes)] ?? null };
}

type Utf16 = 'utf16le' | 'utf16be';

function markOf([first, second]: Uint8Array): Utf16 | undefined {
  if (first === 0xff && second === 0xfe) return 'utf16le';
  return first === 0xfe && second === 0xff ? 'utf16be' : undefined;
}

/** So many bytes are looked at for zeros, as by the runner's decoder. */
const LOOKED_AT = 6;

/** A file of 16 or 32 bits a character, by which of its first bytes are zero. */
function wideEncoding(bytes: Uint8Array, mark: Utf16 | undefined): DecodedText | undefined {
  const zeros = [...bytes.subarray(0, LOOKED_AT)].map((byte) => byte === 0);
  if (!zeros.includes(true)) return undefined;
  if (isUtf32(zeros, mark)) return { text: '', encoding: 'utf32' };
  const encoding = mark ?? (alternate(zeros, 1) ? 'utf16le' : alternate(zeros, 0) ? 'utf16be' : undefined);
  return encoding && { text: wideText(bytes, encoding), encoding };
}

/** A mark of four bytes (`FF FE 00 00`, `00 00 FE FF`), or a Latin letter at the start. */
function isUtf32([first, second, third, fourth]: readonly boolean[], mark: Utf16 | undefined): boolean {
  if (first && second) return mark === 'utf16le' || fourth === false;
  return first === false && second === true && third === true && fourth === true;
}

/** Whether exactly the bytes at even places (0) or at odd ones (1) are zero. */
function alternate(zeros: readonly boolean[], parity: 0 | 1): boolean {
  return zeros.length > 1 && zeros.every((zero, index) => zero === (index % 2 === parity));
}

function wideText(bytes: Uint8Array, encoding: Utf16): string {
  return new TextDecoder(encoding === 'utf16le' ? 'utf-16le' : 'utf-16be').decode(bytes);
}

/** The text of valid UTF-8, with its byte order mark. */
function valid(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lossy(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Where the first byte stands that is not UTF-8: there the text, encoded again, is another. The length where there is none. */
export function invalidAt(bytes: Uint8Array): number {
  const again = new TextEncoder().encode(lossy(bytes));
  const length = Math.min(bytes.length, again.length);
  let at = 0;
  while (at < length && bytes[at] === again[at]) at++;
  if (at === bytes.length && at === again.length) return at;
  // The sequence may differ behind its first byte: `EF BF 41` is shown as `EF BF BD`.
  while (at > 0 && ((again[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}
