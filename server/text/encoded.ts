/** What the bytes of a text are in an encoding of one byte a character: Windows-1252, ISO 8859, KOI8 and their kin. */
import { invalidAt } from './decode';

/** A character of a text whose bytes are not UTF-8 as the file is saved. */
export interface UnreadableCharacter {
  readonly offset: number;
  readonly character: string;
  /** Undefined where the encoding takes more than one byte for it, or has no such character. */
  readonly byte: number | undefined;
}

/**
 * The first character of a text whose bytes are not UTF-8. Two may be so by accident: `Ã©` of Windows-1252 is `é` of UTF-8, and
 * the runner takes it. `encoding`: as VS Code calls it.
 */
export function firstUnreadable(text: string, encoding: string): UnreadableCharacter | undefined {
  const table = byteTable(encoding);
  for (const { 0: run, index } of text.matchAll(/[\u0080-\uffff]+/g)) {
    const bytes = [...run].map((character) => table.get(character));
    const unknown = bytes.indexOf(undefined);
    const at = unknown >= 0 ? unknown : invalidAt(Uint8Array.from(bytes, Number));
    if (at >= bytes.length) continue;
    const before = [...run].slice(0, at).join('').length;
    return { offset: index + before, character: [...run][at] ?? '', byte: bytes[at] };
  }
  return undefined;
}

/** The byte of each character beyond ASCII; empty for an encoding that is unknown here. */
function byteTable(encoding: string): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  const decode = decoderOf(encoding);
  for (let byte = 0x80; decode && byte <= 0xff; byte++) {
    const character = decode(byte);
    // The first byte of several.
    if (character !== '\ufffd' && character !== '') table.set(character, byte);
  }
  return table;
}

function decoderOf(encoding: string): ((byte: number) => string) | undefined {
  const label = encoding.replace(/^windows(?=\d)/, 'windows-').replace(/^koi8(?=[ru]$)/, 'koi8-');
  if (label === 'windows-1252') return inWindows1252;
  try {
    const decoder = new TextDecoder(label === 'macroman' ? 'macintosh' : label);
    return (byte) => decoder.decode(Uint8Array.of(byte));
  } catch {
    return undefined;
  }
}

/** Where Windows-1252 differs from Latin-1: from 0x80 on. The `TextDecoder` of Node.js gives Latin-1 there. */
const FROM_0X80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The character that a byte is in Windows-1252, the most frequent encoding besides UTF-8. */
export function inWindows1252(byte: number): string {
  return FROM_0X80.charAt(byte - 0x80) || String.fromCharCode(byte);
}
