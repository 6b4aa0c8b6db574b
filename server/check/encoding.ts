/**
 * The encoding of a file. The runner's decoder takes UTF-8 alone: at another byte it stops, and a zero among the first six it
 * takes for UTF-16 and stops, too (BurntSushi/toml, `parse` and `lexer.next`; it passes over every byte order mark).
 */
import type { FileEncoding } from '../../protocol/encoding';
import type { ContainerKind } from '../containers/kinds';
import { firstUnreadable, inWindows1252 } from '../text/encoded';
import { type Message, message } from '../text/message';
import type { Problem } from '../text/problem';

/** Who reads the file as a whole. */
type Reader = 'runner' | 'yaml';

export interface EncodingFlaw {
  readonly finding: Problem;
  /** The text is not what the file means, so there is nothing else to be said of it. */
  readonly isUnreadable: boolean;
  /** What stands for bytes that nobody can read: what is said of it is the same cause. */
  readonly lost: string | undefined;
}

const REPLACEMENT = '\ufffd';

/** Zeros are looked for so far, behind a byte order mark. */
const LOOKED_AT = 8;

/** UTF-16 that was read as something else: zeros beside the first three letters. Two marks may be left of its byte order mark. */
const READ_AS_OTHER = /^[\ufeff\ufffd\xff\xfe]{0,2}(?:(?:[^\0]\0){3}|(?:\0[^\0]){3})/;

/**
 * What is wrong with the encoding of a file that is a configuration, or a container of some. `told`: what is known of its bytes.
 * Never throws.
 */
export function encodingFlaw(
  text: string,
  told: FileEncoding | undefined,
  container?: Pick<ContainerKind, 'readAs'>,
): EncodingFlaw | undefined {
  const reader = container ? container.readAs : 'runner';
  // No program reads a page, or a program, for the configurations in it.
  if (!reader) return undefined;
  const encoding = told?.encoding ?? 'utf8';
  if (text.slice(0, LOOKED_AT).includes('\0') && READ_AS_OTHER.test(text)) {
    return { ...flaw(0, 1, message('not-utf8.wide', { encoding: 'UTF-16', reader })), isUnreadable: true };
  }
  if (/^utf-?(?:16|32)/.test(encoding)) return wide(encoding, reader);
  if (encoding !== 'utf8' && encoding !== 'utf8bom') return inOther(text, encoding, reader);
  const at = text.indexOf(REPLACEMENT);
  return at < 0 ? undefined : replaced(at, told?.invalidByte, reader);
}

/** Readers of YAML take UTF-16, which begins with its mark whenever an editor writes it. */
function wide(encoding: string, reader: Reader): EncodingFlaw | undefined {
  const name = encoding.startsWith('utf32') ? 'UTF-32' : 'UTF-16';
  return reader === 'yaml' && name === 'UTF-16'
    ? undefined
    : flaw(0, 1, message('not-utf8.wide', { encoding: name, reader }));
}

/** The text is right, but its bytes will not be. */
function inOther(text: string, encoding: string, reader: Reader): EncodingFlaw | undefined {
  const found = firstUnreadable(text, encoding);
  if (!found) return undefined;
  const { offset, character, byte } = found;
  const byteText = byte === undefined ? 'unknown' : hexadecimal(byte);
  const said = message('not-utf8.saved', { character, encoding: inWords(encoding), byte: byteText, reader });
  return flaw(offset, offset + character.length, said);
}

/** The text shows U+FFFD. `byte`: undefined where nobody looked what the file has there, null where it is that character. */
function replaced(at: number, byte: number | null | undefined, reader: Reader): EncodingFlaw | undefined {
  if (byte === null) return undefined;
  if (byte !== undefined) {
    const guess = inWindows1252(byte);
    const character = /[\p{Cc}\s]/u.test(guess) ? 'unknown' : guess;
    const said = message('not-utf8', { byte: hexadecimal(byte), character, reader });
    return { ...flaw(at, at + 1, said), lost: REPLACEMENT };
  }
  // YAML holds much else, and a character that was lost there harms no runner.
  return reader === 'yaml' ? undefined : flaw(at, at + 1, message('not-utf8.replaced'), 'information');
}

function flaw(start: number, end: number, said: Message, severity: Problem['severity'] = 'error'): EncodingFlaw {
  return {
    finding: { start, end, code: 'not-utf8', severity, message: said },
    isUnreadable: false,
    lost: undefined,
  };
}

/** As people write a byte: `0xE9`. */
function hexadecimal(byte: number): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The usual name of an encoding that VS Code calls `windows1252` or `iso885915`. */
function inWords(encoding: string): string {
  return encoding.replace(/^windows(?=\d)/, 'Windows-').replace(/^iso8859(?=\d)/, 'ISO 8859-');
}
