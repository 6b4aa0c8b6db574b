/** What the user said of single documents, remembered in the workspace. */
import type { Choice } from './treatment';

/** The part of VS Code's `Memento` that is needed. */
export interface Memory {
  get<T>(key: string): T | undefined;
  update(key: string, value: unknown): PromiseLike<void>;
}

export interface Choices {
  of(uri: string): Choice;
  /** Remembers a choice; undefined forgets it. */
  set(uri: string, choice: Choice): PromiseLike<void>;
}

const KEY = 'recognition';
/** Files come and go: beyond this many the oldest choices are dropped. */
const LIMIT = 500;

/** Reads and writes choices in a workspace's state. */
export function choicesIn(memory: Memory): Choices {
  const all = (): Record<string, 'ours' | 'not-ours'> => memory.get(KEY) ?? {};
  return {
    of: (uri) => all()[uri],
    set(uri, choice) {
      const { [uri]: _previous, ...others } = all();
      const entries = Object.entries(others);
      if (choice) entries.push([uri, choice]);
      return memory.update(KEY, Object.fromEntries(entries.slice(-LIMIT)));
    },
  };
}
