/** Escapes and classes of Go's regular expressions, as regexp/syntax reads them. */

export type RegexpFault =
  | 'nothingToRepeat'
  | 'repeatedTwice'
  | 'repeatCount'
  | 'lookAround'
  | 'group'
  | 'groupName'
  | 'unclosedGroup'
  | 'unopenedGroup'
  | 'unclosedClass'
  | 'classRange'
  | 'className'
  | 'backReference'
  | 'escape'
  | 'backslash';

/** What is wrong, and where. */
export interface RegexpProblem {
  readonly fault: RegexpFault;
  readonly start: number;
  readonly end: number;
}

/** What was read: where it ends, and the character that it stands for, if it is one. */
interface Read {
  readonly end: number;
  readonly character?: number;
}

/** The escape at a backslash, outside of a class or in one. */
export function readEscape(text: string, start: number): Read | RegexpProblem {
  const group = unicodeGroup(text, start);
  if (group) return group;
  if (start + 1 >= text.length) return { fault: 'backslash', start, end: text.length };
  const character = text.codePointAt(start + 1) ?? 0;
  const letter = String.fromCodePoint(character);
  const end = start + 1 + letter.length;
  if (/[dDsSwW]/.test(letter)) return { end };
  // A letter or digit is an escape that Go knows; other characters of ASCII stand for themselves.
  if (/[afnrtv]/.test(letter)) return { end, character: '\x07\f\n\r\t\v'.charCodeAt('afnrtv'.indexOf(letter)) };
  if (character < 0x80 && !/[A-Za-z0-9]/.test(letter)) return { end, character };
  const octal = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(text.slice(start + 1, start + 4))?.[0];
  if (octal !== undefined) return { end: start + 1 + octal.length, character: Number.parseInt(octal, 8) };
  if (/\d/.test(letter)) return { fault: 'backReference', start, end };
  return (letter === 'x' && hexadecimal(text, start)) || { fault: 'escape', start, end };
}

/** `\x41` or `\x{1F600}`; undefined where it is none. */
function hexadecimal(text: string, start: number): Read | undefined {
  const two = /^[\dA-Fa-f]{2}/.exec(text.slice(start + 2, start + 4))?.[0];
  if (two) return { end: start + 4, character: Number.parseInt(two, 16) };
  if (text[start + 2] !== '{') return undefined;
  const close = text.indexOf('}', start);
  const digits = text.slice(start + 3, close);
  if (close < 0 || !/^[\dA-Fa-f]+$/.test(digits)) return undefined;
  const character = Number.parseInt(digits, 16);
  return character <= 0x10ffff ? { end: close + 1, character } : undefined;
}

/** `\pL` or `\p{Greek}`. Which names there are depends on the Go that the runner was built with, so every one passes. */
function unicodeGroup(text: string, start: number): Read | RegexpProblem | undefined {
  const kind = text[start + 1];
  if (kind !== 'p' && kind !== 'P') return undefined;
  if (text[start + 2] === '{') {
    const close = text.indexOf('}', start);
    return close < 0 ? { fault: 'className', start, end: text.length } : { end: close + 1 };
  }
  const end = Math.min(text.length, start + 2 + (/^./su.exec(text.slice(start + 2, start + 4))?.[0].length ?? 0));
  return /[CLMNPSZclmnpsz]/.test(text[start + 2] ?? '') ? { end } : { fault: 'className', start, end };
}

const posixNames = new Set(
  'alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit'.split(' '),
);

/** How far the end of a name is looked for, so that a text of openings alone is not searched again from each. */
const LONGEST_NAME = 60;

/** The class at an opening bracket. */
export function readClass(text: string, start: number): Read | RegexpProblem {
  const first = start + (text[start + 1] === '^' ? 2 : 1);
  let at = first;
  while (at >= text.length || text[at] !== ']' || at === first) {
    const item = readItem(text, at, start);
    if ('fault' in item) return item;
    const isRange = item.character !== undefined && text[item.end] === '-' && !']'.startsWith(text[item.end + 1] ?? '');
    if (!isRange) {
      at = item.end;
      continue;
    }
    const last = readCharacter(text, item.end + 1, start);
    if ('fault' in last) return last;
    if ((last.character ?? -1) < (item.character ?? 0)) return { fault: 'classRange', start: at, end: last.end };
    at = last.end;
  }
  return { end: at + 1 };
}

function readItem(text: string, at: number, start: number): Read | RegexpProblem {
  if (text.startsWith('[:', at)) {
    const ahead = text.slice(at + 2, at + LONGEST_NAME);
    const close = ahead.indexOf(':]');
    if (close >= 0) {
      const end = at + 2 + close + 2;
      const isKnown = posixNames.has(ahead.slice(0, close).replace(/^\^/, ''));
      return isKnown ? { end } : { fault: 'className', start: at, end };
    }
  }
  return readCharacter(text, at, start);
}

function readCharacter(text: string, at: number, start: number): Read | RegexpProblem {
  const character = text.codePointAt(at);
  if (character === undefined) return { fault: 'unclosedClass', start, end: text.length };
  if (text[at] === '\\') return readEscape(text, at);
  return { end: at + (character > 0xffff ? 2 : 1), character };
}
