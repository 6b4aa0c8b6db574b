/** Text edits, applied to a text. */
import type { Span } from './span';

/** A replacement of a span of the text. Edits that are made together never overlap. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** The text after a set of edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(done, edit.start) + edit.newText;
    done = edit.end;
  }
  return result + text.slice(done);
}

/** The one edit between the first and the last character that differ. */
export function difference(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  const start = sameLength(most, (from, to) => before.slice(from, to) === after.slice(from, to));
  const end = sameLength(most - start, (from, to) => {
    return (
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from)
    );
  });
  return { start, end: before.length - end, newText: after.slice(start, after.length - end) };
}

/** How many of `most` characters are the same: whole pieces are compared first, which is faster than one by one. */
function sameLength(most: number, areSame: (from: number, to: number) => boolean): number {
  let same = 0;
  for (let step = 4096; step >= 1; step >>= 3) {
    while (same + step <= most && areSame(same, same + step)) same += step;
  }
  while (same < most && areSame(same, same + 1)) same++;
  return same;
}
