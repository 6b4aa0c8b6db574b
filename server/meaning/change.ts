/**
 * What a fix, a command or an explanation wants to change, as an intent. edits/changes.ts makes text edits of it, or says that
 * other text would suffer.
 */
import type { KeySchema } from '../schema/types';
import type { Span } from '../text/span';
import type { KeyVisit, TableVisit } from './visit';

/** A value to write, as JSON; or as TOML that is written already. */
export type NewValue = { readonly json: unknown } | { readonly toml: string };

export type Change =
  /** Other characters in place of a span. */
  | { readonly op: 'replace'; readonly span: Span; readonly text: string }
  /** Gives a key of a table a value: in place of the one that it has, or as a new line. */
  | { readonly op: 'set'; readonly in: TableVisit; readonly key: string; readonly value: NewValue }
  /** Adds an item to the list that a key of a table has; the key is added where it is missing. */
  | { readonly op: 'append'; readonly in: TableVisit; readonly key: string; readonly value: NewValue }
  /** Adds a table below one that is there, with entries. `path`: the names below it. */
  | {
      readonly op: 'add-table';
      readonly below: TableVisit;
      readonly path: readonly string[];
      readonly array: boolean;
      readonly entries: readonly { readonly key: string; readonly value: NewValue }[];
    }
  /** Takes a key away, with its line or out of its braces. */
  | { readonly op: 'remove'; readonly at: KeyVisit }
  /** Gives a key another name, wherever it is named. */
  | { readonly op: 'rename'; readonly at: KeyVisit; readonly to: string }
  /** Takes a key to the table that another one belongs to, under that one's name. */
  | { readonly op: 'move'; readonly at: KeyVisit; readonly to: KeySchema };

/** Edits that are known already, as changes. */
export function replacements(edits: readonly (Span & { readonly newText: string })[]): Change[] {
  return edits.map(({ start, end, newText }) => ({ op: 'replace', span: { start, end }, text: newText }));
}
