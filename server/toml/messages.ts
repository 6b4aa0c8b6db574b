/** What is said of a mistake where that depends on the text that is wrong. The sentences are in schemas/texts. */
import type { MessageArguments } from '../text/generated/messages';
import { type Message, message } from '../text/message';
import { halfWidth, isInvisible, nameOfInvisible, plainPunctuation } from './characters';
import type { SyntaxCode } from './syntax';

/** A code whose sentence is always the same. */
export type PlainCode = { [Each in SyntaxCode]: MessageArguments[Each] extends undefined ? Each : never }[SyntaxCode];

const LONGEST_SHOWN = 60;

/** A text of the file as a sentence shows it. */
export function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 3)}…` : text;
}

/** Digits and signs that are no number. */
export function badNumber(number: string): Message {
  const text = shortened(number);
  if (/^[+-]?0[\d_]/.test(text)) return message('bad-number.leading-zero', { text });
  if (/^[+-]?\.|\.$|\.[eE]/.test(text)) return message('bad-number.decimal-point', { text });
  if (text.includes('_')) return message('bad-number.underscore', { text });
  if (/^[+-]?0[xXoObB]/.test(text)) return message('bad-number.prefix', { text });
  return message('bad-number', { text });
}

/** A word where a value should be. */
export function bareWord(word: string): Message {
  const text = shortened(word);
  if (/^(?:null|nil|none|undefined)$/i.test(text)) return message('bare-word.nothing', { text });
  if (/^(?:yes|on)$/i.test(text)) return message('bare-word.boolean-or-text', { text, value: 'true' });
  if (/^(?:no|off)$/i.test(text)) return message('bare-word.boolean-or-text', { text, value: 'false' });
  const plain = halfWidth(text);
  if (plain !== text && /^[+-]?\d+(?:\.\d+)?$|^(?:true|false)$/.test(plain))
    return message('bare-word.full-width-or-text', { text, plain });
  const content = text.replace(/^["']+|["']+$/g, '');
  return message('bare-word', { quoted: /["\\]/.test(content) ? `'${content}'` : `"${content}"` });
}

/** A control character, by its code. */
export function controlCharacter(code: number): Message {
  if (code === 0x0d) return message('control-character.carriage-return');
  const digits = code.toString(16).toUpperCase().padStart(4, '0');
  return message('control-character', { point: `U+${digits}`, digits });
}

/** A key without `=`. */
export function missingEquals(key: string): Message {
  const name = shortened(key);
  return message(/^-+$/.test(name) ? 'missing-equals.dashes' : 'missing-equals', { name });
}

/** What follows a value on its line, and is no key. */
export function textAfterValue(rest: string): Message {
  const text = shortened(rest);
  if (/^[,;，；]$/.test(text)) return message('text-after-value.separator', { text });
  if (/^,\d+$/.test(text)) return message('text-after-value.decimal-comma');
  if (/["']/.test(text)) return message('text-after-value.quote');
  if (/^[\]}]+$/.test(text)) return message('text-after-value.bracket', { text });
  return message('text-after-value');
}

/** Characters that fit nothing where they stand. */
export function unexpectedCharacter(characters: string): Message {
  const text = shortened(characters);
  const first = text.charAt(0);
  if (isInvisible(text.charCodeAt(0))) {
    const character = nameOfInvisible(first);
    const isSpace = /\s/.test(first) && first !== '\ufeff';
    return message(isSpace ? 'unexpected-character.invisible-space' : 'unexpected-character.invisible', { character });
  }
  const plain = plainPunctuation[first];
  if (plain) return message('unexpected-character.wide', { text: first, plain });
  if (/^[\]}]+,?$/.test(text)) return message('unexpected-character.bracket', { text });
  if (text === '=') return message('unexpected-character.equals');
  if (text === '=>') return message('unexpected-character.arrow');
  if (text.startsWith('|') || text.startsWith('>')) return message('unexpected-character.block', { text });
  return message('unexpected-character', { text });
}
