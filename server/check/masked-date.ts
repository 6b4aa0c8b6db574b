/**
 * A date whose digits and letters were changed to others before the file was shown to anybody, as programs do that take away what is
 * private: `3492-83-80I82:17:78S`. Nobody types that, and the file that a runner has holds a date.
 */
import type { ConfigDocument } from '../meaning/document';
import type { SyntaxProblem } from '../toml/syntax';

/** Both letters are others than `T` and `Z`; a slip of the finger changes one. */
const MASKED = /^\d{4}-\d\d-\d\d[A-SU-Z]\d\d:\d\d:\d\d[A-Y]$/;

/** Whether a problem is about such a date. */
export function isMaskedDate({ text }: ConfigDocument, { code, start, end }: SyntaxProblem): boolean {
  return code === 'bad-date' && MASKED.test(text.slice(start, end));
}
