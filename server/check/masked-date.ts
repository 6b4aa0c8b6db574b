/**
 * A date whose digits and letters were changed to others before the file was shown to anybody, as programs do that take away what is
 * private: `3492-83-80I82:17:78S`. Nobody types that, and the file that a runner has holds a date.
 */
import type { ConfigDocument } from '../meaning/document';
import type { SyntaxProblem } from '../toml/syntax';

const SHAPE = /^\d{4}-(\d\d)-(\d\d)([A-Z])(\d\d):(\d\d):(\d\d)([A-Z])$/;
/** Of month, day, hour, minute and second. */
const LARGEST = [12, 31, 23, 59, 59];

/** Whether a problem is about such a date. */
export function isMaskedDate({ text }: ConfigDocument, { code, start, end }: SyntaxProblem): boolean {
  const match = code === 'bad-date' ? SHAPE.exec(text.slice(start, end)) : null;
  if (!match) return false;
  const [, month, day, between, hour, minute, second, behind] = match;
  const wrongLetters = Number(between !== 'T') + Number(behind !== 'Z');
  const tooLarge = [month, day, hour, minute, second].filter((number, index) => Number(number) > (LARGEST[index] ?? 0));
  // A slip of the finger changes one thing.
  return wrongLetters === 2 || (wrongLetters === 1 && tooLarge.length > 1);
}
