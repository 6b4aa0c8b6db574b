/**
 * When a configuration is written into a values file: after the questions, into the text as it is by then. While a question is
 * open the file may change, in another window or on disk.
 */
import type { Refusal, ValuesEdit } from './values-text';

/** What is asked of an editor. */
export interface ValuesTarget {
  /** The text as it is now. */
  text(): string;
  /** Whether the configuration that the file has may go. */
  mayReplace(): PromiseLike<boolean>;
  show(): PromiseLike<unknown>;
  /** False where it was not written: the text is another one already, or cannot be changed. */
  write(edit: ValuesEdit): PromiseLike<boolean>;
}

/** What came of it: the edit that was made, why there was none, or undefined where the user did not want it. */
export async function insertWhenAnswered(
  target: ValuesTarget,
  insertion: (values: string) => ValuesEdit | Refusal,
): Promise<ValuesEdit | Refusal | undefined> {
  const before = insertion(target.text());
  if (typeof before === 'string') return before;
  const isAllowed = before.replaces;
  if (isAllowed && !(await target.mayReplace())) return undefined;
  await target.show();
  const edit = insertion(target.text());
  if (typeof edit === 'string') return edit;
  // Only by now there is something that would go.
  if (edit.replaces && !isAllowed) return insertWhenAnswered(target, insertion);
  return (await target.write(edit)) ? edit : 'not-written';
}
