/**
 * A pattern of images. The runner matches names with doublestar and takes its error for "no" (VerifyAllowedImage in
 * common/allowed_images.go), so a pattern that is none allows nothing.
 */
import { message } from '../text/message';
import type { Grammar } from './grammar';

export const imageGlob: Grammar = {
  name: 'image-glob',
  read(text) {
    const start = unpairedAt(text);
    if (start === undefined) return { problems: [] };
    return { problems: [{ start, end: start + 1, message: message('invalid-value.image-glob'), refused: false }] };
  },
};

/** Where a bracket, a brace or a backslash stands that has no counterpart. */
export function unpairedAt(text: string): number | undefined {
  const braces: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    const start = index;
    if (sign === '{') braces.push(index);
    if (sign === '}' && braces.pop() === undefined) return start;
    if (sign === '\\') index++;
    if (sign === '[') index = endOfClass(text, index);
    if (index < 0 || index >= text.length) return start;
  }
  return braces[0];
}

/** The bracket that closes a class, past escapes; -1 where there is none, or nothing in it. */
function endOfClass(text: string, start: number): number {
  const first = /[!^]/.test(text[start + 1] ?? '') ? start + 2 : start + 1;
  for (let index = first; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === ']') return index === first ? -1 : index;
  }
  return -1;
}
