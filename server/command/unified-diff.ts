/** The difference of two texts as `diff -u` prints it. */
import { createTwoFilesPatch } from 'diff';

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** So many lines are taken out or put in at most where a difference is looked for: beyond it all is one replacement. */
const MOST_CHANGES = 20_000;

/** Empty where the texts are the same. */
export function unifiedDiff(from: NamedText, to: NamedText): string {
  if (from.text === to.text) return '';
  const options = {
    context: 3,
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  };
  const found = createTwoFilesPatch(from.name, to.name, from.text, to.text, undefined, undefined, {
    ...options,
    maxEditLength: MOST_CHANGES,
  });
  return found ?? createTwoFilesPatch(from.name, to.name, from.text, to.text, undefined, undefined, options);
}
