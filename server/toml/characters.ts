/** Characters that look like TOML's own, or like nothing at all, and what to type in their place. */
import { type Message, message } from '../text/message';

/** Whether a UTF-16 unit shows as white space or not at all, yet is no white space to TOML. */
export function isInvisible(code: number): boolean {
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0xad ||
    code === 0x1680 ||
    code === 0x180e ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x206f) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

const invisibleNames = new Map<string, Message>([
  ['\u00a0', message('word.no-break-space')],
  ['\u00ad', message('word.soft-hyphen')],
  ['\u200b', message('word.zero-width-space')],
  ['\u200c', message('word.zero-width-non-joiner')],
  ['\u200d', message('word.zero-width-joiner')],
  ['\u2028', message('word.line-separator')],
  ['\u2029', message('word.paragraph-separator')],
  ['\u202f', message('word.narrow-no-break-space')],
  ['\u2060', message('word.word-joiner')],
  ['\u3000', message('word.ideographic-space')],
  ['\ufeff', message('word.byte-order-mark')],
]);

/** How to speak of a character that cannot be seen: `U+00A0 (no-break space)`. */
export function nameOfInvisible(character: string): string | Message {
  const point = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = invisibleNames.get(character);
  return name ? message('word.named-character', { point, name }) : point;
}

/** Full-width and ideographic punctuation, as a Chinese or Japanese keyboard types it, and the ASCII that is meant. */
export const plainPunctuation: Readonly<Record<string, string>> = {
  '＝': '=',
  '：': '=',
  '，': ',',
  '、': ',',
  '；': ';',
  '．': '.',
  '。': '.',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '｛': '{',
  '｝': '}',
  '＃': '#',
};

/** Whether a UTF-16 unit is one of them. */
export function isWidePunctuation(code: number): boolean {
  return code > 0x3000 && plainPunctuation[String.fromCharCode(code)] !== undefined;
}

/** Typographic quotes, and the back quote, that stand where a straight quote should. */
export const typographicQuotes = '“”„‟«»‘’‚‛＂＇「」『』`´';

/** The text with full-width letters, digits and signs as ASCII, as a Chinese or Japanese keyboard types them. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}
