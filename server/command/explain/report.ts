/** Prints the explanation of a log, for people or for programs. */

import { headerOf, tomlOf, wayLines } from '../../joblog/cure/edit-lines';
import { markOf } from '../../joblog/cure/ways';
import type { Edit, Explanation, LogError, Segment, Verdict } from '../../joblog/types';
import type { Catalog } from '../../text/catalog';
import { type Message, message } from '../../text/message';
import { keyText } from '../../toml/write';
import { printable, printableJson } from '../printable';
import type { Format } from './arguments';

/** An error with the sentences about it, and the edits that are left to make. */
export interface ExplainedError {
  readonly error: LogError;
  readonly what: string;
  readonly outside: string | undefined;
  readonly edits: readonly Edit[];
  readonly commands: readonly string[];
}

/** A line of the JSON that the command prints. */
interface PrintedError {
  readonly id: string;
  readonly segment: Segment;
  /** From 0. */
  readonly line: number;
  readonly text: string;
  readonly message: string;
  readonly edits: readonly PrintedEdit[];
  readonly commands: readonly string[];
}

interface PrintedEdit {
  readonly table: string;
  readonly key: string;
  readonly value: string;
  readonly op: Edit['op'];
  /** Where the edits are for several executors, the one that it is for. */
  readonly executor?: string;
  /** Where there are several ways to the same end, from 1: edits of one way belong together. */
  readonly choice?: number;
}

interface Printed {
  readonly errors: readonly PrintedError[];
  readonly verdict: Verdict;
  /** The line that nothing is known of. */
  readonly unexplained?: { readonly line: number; readonly text: string };
}

export function print(
  explanation: Explanation,
  errors: readonly ExplainedError[],
  format: Format,
  catalog: Catalog,
): string {
  return format === 'json' ? `${printableJson(printed(explanation, errors))}\n` : text(explanation, errors, catalog);
}

function printed({ verdict, unexplained }: Explanation, errors: readonly ExplainedError[]): Printed {
  return {
    errors: errors.map(({ error, what, outside, edits, commands }) => ({
      id: error.id,
      segment: error.segment,
      line: error.line,
      text: error.text,
      message: outside ? `${what} ${outside}` : what,
      edits: edits.map((edit) => ({ ...printedEdit(edit), ...markOf(edit, edits) })),
      commands,
    })),
    verdict,
    ...(unexplained && { unexplained }),
  };
}

/** A new table is one edit: its keys and their values each behind a slash. */
function printedEdit({ table, key, op, value, entries }: Edit): PrintedEdit {
  const names = entries && Object.keys(entries);
  const values = entries && Object.values(entries);
  return {
    table: headerOf(table),
    key: names ? names.join('/') : keyText(key ?? ''),
    value: values ? values.map(tomlOf).join(' / ') : value === undefined ? '' : tomlOf(value),
    op,
  };
}

function text(explanation: Explanation, errors: readonly ExplainedError[], { say }: Catalog): string {
  const lines = errors.length > 0 ? errors.flatMap((error) => linesOf(error, say)) : nothing(explanation, say);
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function linesOf({ error, what, outside, edits, commands }: ExplainedError, say: (said: Message) => string): string[] {
  const { id, line, segment, text: found, runner, consequences } = error;
  const indented = (all: readonly string[]) => all.map((each) => `    ${each}`);
  return [
    say(message('cli.explain.error', { id, line: line + 1, segment })),
    `  ${found}`,
    `  ${what}`,
    ...(runner.executor ? [`  ${say(message('cli.explain.executor', { executor: runner.executor }))}`] : []),
    ...(consequences.length > 0
      ? [`  ${say(message('cli.explain.follows', { ids: { join: 'and', items: consequences } }))}`]
      : []),
    ...(edits.length > 0 ? [`  ${say(message('cli.explain.edits'))}`, ...indented(wayLines(edits, say))] : []),
    ...(outside ? [`  ${outside}`] : []),
    ...(commands.length > 0 ? [`  ${say(message('cli.explain.commands'))}`, ...indented(commands)] : []),
    '',
  ];
}

function nothing({ verdict, unexplained }: Explanation, say: (said: Message) => string): string[] {
  if (verdict === 'succeeded') return [say(message('cli.explain.succeeded'))];
  if (verdict === 'script') return [say(message('cli.explain.script'))];
  if (!unexplained) return [say(message('cli.explain.nothing'))];
  return [say(message('cli.explain.unknown', { line: unexplained.line + 1 })), `  ${unexplained.text}`];
}
