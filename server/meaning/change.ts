/**
 * What a fix, a command or an explanation wants to change, as an intent: plain data. edits/changes.ts makes text edits of it,
 * or says that other text would suffer.
 *
 * A change that adds something is addressed by a visit and a key of the schema. From the table of the visit the way goes up to
 * the table around both and down again, so that of several runners or volumes it is the right one; tables on the way down that
 * are missing are made.
 */
import type { KeySchema } from '../schema/types';
import type { Span } from '../text/span';
import type { Member } from '../toml/model';
import type { ArrayValue, Header, InlineTableValue } from '../toml/syntax';
import type { KeyVisit, TableVisit } from './visit';

export type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** A value to write, as JSON; or as TOML that is written already. */
export type NewValue = { readonly json: Json } | { readonly toml: string };

/** A key with its value, to write. */
export interface Entry {
  readonly key: string;
  readonly value: NewValue;
  /** Lines of comments above it. */
  readonly comments?: readonly string[];
}

export type Change =
  /** Other characters in place of a span. */
  | { readonly op: 'replace'; readonly span: Span; readonly text: string }
  /** Gives a key a value: in place of the one that it has, or as a new line. */
  | { readonly op: 'set'; readonly from: TableVisit; readonly key: KeySchema; readonly value: NewValue }
  /** Adds an item to the list that a key has; the key is added where it is missing. */
  | { readonly op: 'append'; readonly from: TableVisit; readonly key: KeySchema; readonly value: NewValue }
  /** Adds a table that is missing, or one more table to a list of them. */
  | {
      readonly op: 'add-table';
      readonly from: TableVisit;
      readonly table: KeySchema;
      readonly entries: readonly Entry[];
      /** Lines of comments above its header. */
      readonly comments?: readonly string[];
    }
  /**
   * Takes a pair or an item away: out of the list or the braces that it is in (`of`), else with its whole line, and with the comments
   * directly above it (`comments`) where these are written elsewhere.
   */
  | {
      readonly op: 'remove';
      readonly part: Span;
      readonly of?: ArrayValue | InlineTableValue | undefined;
      readonly comments?: boolean;
    }
  /** Gives members of a table, which are one key to the runner, another name wherever they are named. */
  | { readonly op: 'rename'; readonly in: TableVisit; readonly members: readonly Member[]; readonly to: string }
  /** Takes a pair to the table that another key belongs to, under that one's name; `value` is TOML in place of what it has. */
  | { readonly op: 'move'; readonly at: KeyVisit; readonly to: KeySchema; readonly value?: string }
  /** Lets the headers of a table lead to another one that is not there yet. */
  | { readonly op: 'rename-table'; readonly at: KeyVisit; readonly to: KeySchema }
  /** Takes the keys of a table to another one that is there, and its header away. */
  | { readonly op: 'merge-table'; readonly at: KeyVisit; readonly to: KeySchema }
  /** Makes one table a table of a list, `[x]` to `[[x]]` or `{}` to `[{}]`; or a header the one of a single table. */
  | { readonly op: 'brackets'; readonly of: Header | InlineTableValue; readonly array: boolean }
  /** Begins the list of tables, of this path, that a header belongs to: `[[runners]]` before `[runners.docker]`. */
  | { readonly op: 'insert-header'; readonly before: Header; readonly path: readonly string[] };

/** Edits that are known already, as changes. */
export function replacements(edits: readonly (Span & { readonly newText: string })[]): Change[] {
  return edits.map(({ start, end, newText }) => ({ op: 'replace', span: { start, end }, text: newText }));
}
