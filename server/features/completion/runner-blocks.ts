/** A whole new runner for each of the executors in schemas/blocks.json. */
import type { CompletionItem } from 'vscode-languageserver-types';
import blocks from '../../../schemas/blocks.json';
import { headerLine } from '../../edits/headers';
import type { KeySchema } from '../../schema/types';
import type { TextEdit } from '../../text/edit';
import { message } from '../../text/message';
import { CompletionItemKind } from '../kinds';
import { blockLines } from './block-text';
import { memberFor } from './free-tables';
import type { Layout } from './layout';
import { completionItem, type Query, type Slot } from './query';

/** One `[[runners]]` item for each executor; `frame` fits the lines to the place. */
export function runnerBlocks(
  query: Query,
  slot: Slot,
  runners: KeySchema,
  layout: Layout,
  frame: (lines: readonly string[]) => { snippet: string; edits: TextEdit[] },
): CompletionItem[] {
  const following = tablesOfFragment(query, runners);
  return Object.entries(blocks.runners).map(([executor, names], index) => {
    const tables = names.filter((name) => !following.has(name));
    return completionItem(query, slot, {
      label: `${runners.name} (${executor})`,
      kind: CompletionItemKind.Module,
      ...frame(runnerLines(query, runners, layout, executor, tables)),
      sort: `1b01${index}`,
      filter: `${runners.name} ${executor}`,
      detail: message('completion.runner', { table: headerLine([runners.name], true), executor }),
      data: runners.path,
    });
  });
}

/** The tables that stand below without a `[[runners]]` of their own: the new header takes them along. */
function tablesOfFragment({ document }: Query, runners: KeySchema): ReadonlySet<string> {
  const node = memberFor(document.model.root, runners)?.node;
  return new Set(node?.type === 'table' ? node.members.keys() : []);
}

function runnerLines(
  query: Query,
  runners: KeySchema,
  layout: Layout,
  executor: string,
  tables: readonly string[],
): string[] {
  const { schema } = query.context;
  const own = blockLines(runners, [runners.name], layout, schema, 1);
  const lines = own.lines.map((line) => line.replace(/(\bexecutor = ).*/, `$1"${executor}"`));
  let { stop } = own;
  for (const name of tables) {
    const table = runners.children.get(name);
    if (!table) continue;
    const block = blockLines(table, [runners.name, name], layout, schema, stop);
    lines.push(...block.lines);
    stop = block.stop;
  }
  return lines;
}
