/** A whole new runner for each of the executors in schemas/blocks.json, with the lines of the snippet for it. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { headerLine } from '../../edits/headers';
import { readSuggestions } from '../../schema/data-files';
import type { KeySchema } from '../../schema/types';
import type { TextEdit } from '../../text/edit';
import { message } from '../../text/message';
import { once } from '../../text/once';
import { CompletionItemKind } from '../kinds';
import { memberFor } from './free-tables';
import type { Layout } from './layout';
import { completionItem, type Query, type Slot } from './query';

const templates = once(() => Object.entries(readSuggestions().runners));

/** One `[[runners]]` item for each executor; `frame` fits the lines to the place. */
export function runnerBlocks(
  query: Query,
  slot: Slot,
  runners: KeySchema,
  layout: Layout,
  frame: (lines: readonly string[]) => { snippet: string; edits: TextEdit[] },
): CompletionItem[] {
  const following = tablesOfFragment(query, runners);
  return templates().map(([executor, body], index) =>
    completionItem(query, slot, {
      label: `${runners.name} (${executor})`,
      kind: CompletionItemKind.Module,
      ...frame(runnerLines(body, runners, layout, following)),
      sort: `1b01${String(index).padStart(2, '0')}`,
      filter: `${runners.name} ${executor}`,
      detail: message('completion.runner', { table: headerLine([runners.name], true), executor }),
      data: runners.path,
    }),
  );
}

/** The tables that stand below without a `[[runners]]` of their own: the new header takes them along. */
function tablesOfFragment({ document }: Query, runners: KeySchema): ReadonlySet<string> {
  const node = memberFor(document.model.root, runners)?.node;
  return new Set(node?.type === 'table' ? node.members.keys() : []);
}

const HEADER = /^\s*\[{1,2}([\w.]+)\]{1,2}/;

/** The lines as the document indents them, without tables that follow and without what its runner does not know. */
function runnerLines(
  body: readonly string[],
  runners: KeySchema,
  layout: Layout,
  following: ReadonlySet<string>,
): string[] {
  const lines: string[] = [];
  let table: KeySchema | undefined = runners;
  let depth = 1;
  for (const line of body) {
    const text = line.trimStart().replace(/\$0$/, '');
    const [, ...below] = HEADER.exec(line)?.[1]?.split('.') ?? [];
    if (HEADER.test(line)) {
      depth = below.length + 1;
      table = following.has(below[0] ?? '') ? undefined : tableBelow(runners, below);
      if (table) lines.push(layout.header(depth) + text);
    } else if (table && (table.kind === 'map' || table.children.has(text.split(' ', 1)[0] ?? ''))) {
      lines.push(layout.pair(depth) + text);
    }
  }
  return lines;
}

function tableBelow(key: KeySchema, path: readonly string[]): KeySchema | undefined {
  return path.reduce<KeySchema | undefined>((parent, name) => parent?.children.get(name), key);
}
