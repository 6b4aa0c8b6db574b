/** Sub-tables as whole blocks: the header with the pairs one starts with, indented as the document is. */

import type { CompletionItem } from 'vscode-languageserver-types';
import { headerLine } from '../../edits/headers';
import { lineBreak } from '../../edits/text-lines';
import type { ConfigDocument } from '../../meaning/document';
import { type KeyPlace, sectionPath, type TablePlace, tableAt } from '../../meaning/locate';
import type { KeySchema } from '../../schema/types';
import type { TextEdit } from '../../text/edit';
import { writtenLineStart } from '../../text/written-line';
import { CompletionItemKind } from '../kinds';
import { blockLines } from './block-text';
import { isFree } from './free-tables';
import { layoutAround } from './layout';
import { isOutdated, sortText } from './ordering';
import { completionItem, type Query, type Slot } from './query';
import { runnerBlocks } from './runner-blocks';

/** Blocks, and the keys of the table that need no other form because their block is there. */
export interface Blocks {
  readonly items: readonly CompletionItem[];
  readonly offered: ReadonlySet<KeySchema>;
}

const NO_BLOCKS: Blocks = { items: [], offered: new Set() };

/**
 * The blocks that may stand at a key that is being typed or on an empty line. A header takes all pairs below it along,
 * so in front of other pairs of its section there is none: there a table is offered as an inline table.
 */
export function blockItems(
  query: Query,
  place: KeyPlace | TablePlace,
  slot: Slot & { readonly nameOnly: boolean; readonly quote: string },
  executor: string | undefined,
): Blocks {
  const { document, context, offset } = query;
  const { section } = place;
  if (place.inline || slot.nameOnly || slot.quote || (section.header && !section.header.closed)) return NO_BLOCKS;
  const typed = place.kind === 'key' ? place.pair : undefined;
  const last = section.pairs[section.pairs.length - 1];
  if (last && last !== typed && last.start > offset) return NO_BLOCKS;
  const names = sectionPath(section);
  const parent = context.schema.at(names);
  if (!parent) return NO_BLOCKS;
  const table = tableAt(document, section);
  const layout = layoutAround(document, section);
  const start = typed?.start ?? offset;
  const above =
    place.kind === 'key' ? place.pair.key.segments.slice(0, place.index).map((segment) => `${segment.name}.`) : [];
  // The first line of a block of YAML cannot be indented.
  const { linesAboveFirst } = document.traits;
  const isFirst =
    linesAboveFirst !== undefined &&
    document.text.slice(writtenLineStart(document.text, linesAboveFirst), start).trim() === '';
  // One look at the whole text, not one for each block.
  const eol = lineBreak(document);
  const into: Slot = { ...slot, start };
  const items: CompletionItem[] = [];
  const offered = new Set<KeySchema>();
  for (const path of tablesBelow(parent)) {
    const key = path.at(-1);
    const label = path.map((step) => step.name).join('.');
    if (!key || !label.startsWith(above.join('')) || !isFree(table, path, { document, offset, typed: typed?.key }))
      continue;
    const header = [...names, ...path.map((step) => step.name)];
    const indentation = layout.header(header.length);
    const frame = (lines: readonly string[]) =>
      isFirst
        ? framed(query, start, '', eol, lines.map((line) => line.slice(indentation.length)).join(eol))
        : framed(query, start, indentation, eol, lines.join(eol));
    if (key.parent?.parent === undefined && key.kind === 'array-of-tables') {
      items.push(...runnerBlocks(query, into, key, layout, frame));
    } else {
      const { snippet, edits } = frame(blockLines(key, header, layout, context.schema, 1).lines);
      items.push(
        completionItem(query, into, {
          label,
          kind: key.kind === 'array-of-tables' ? CompletionItemKind.Module : CompletionItemKind.Struct,
          snippet,
          edits,
          sort: sortText(parent, label, key, executor),
          filter: label,
          detail: headerLine(header, key.kind === 'array-of-tables'),
          data: key.path,
          deprecated: isOutdated(key),
        }),
      );
    }
    if (path.length === above.length + 1) offered.add(key);
  }
  return { items, offered };
}

const below = new WeakMap<KeySchema, readonly (readonly KeySchema[])[]>();

/** The tables of a table, and what is in those that hold nothing but tables: `volumes.host_path`. */
export function tablesBelow(parent: KeySchema): readonly (readonly KeySchema[])[] {
  let paths = below.get(parent);
  if (!paths) {
    const tables = [...parent.children.values()].filter(
      (key) => !key.ahead && (key.children.size > 0 || key.kind === 'map'),
    );
    paths = tables.flatMap((key) => {
      const holdsTables = key.kind === 'table' && [...key.children.values()].every((child) => child.children.size > 0);
      return [[key], ...(holdsTables ? tablesBelow(key).map((path) => [key, ...path]) : [])];
    });
    below.set(parent, paths);
  }
  return paths;
}

/**
 * Puts the text of a block where the cursor's line begins: what is there of the indentation is kept, what is missing
 * written, what is too much removed. A table without indentation gets an empty line above it.
 */
function framed(
  { document }: Query,
  start: number,
  indentation: string,
  eol: string,
  lines: string,
): { snippet: string; edits: TextEdit[] } {
  const line = document.lines.lineOf(start);
  const lineStart = document.lines.lineStart(line) + (line === 0 && document.text.startsWith('\uFEFF') ? 1 : 0);
  const there = document.text.slice(lineStart, start);
  const text = lines.slice(indentation.length);
  if (indentation === '' && there === '' && line > 0 && holdsPair(document, line - 1)) {
    return { snippet: eol + text, edits: [] };
  }
  if (indentation.startsWith(there)) return { snippet: indentation.slice(there.length) + text, edits: [] };
  if (there.startsWith(indentation)) {
    return { snippet: text, edits: [{ start: lineStart + indentation.length, end: start, newText: '' }] };
  }
  return { snippet: text, edits: [{ start: lineStart, end: start, newText: indentation }] };
}

/** Not an empty line, a comment (it may be about the block) or a header. */
function holdsPair(document: ConfigDocument, line: number): boolean {
  return /^[ \t]*[^ \t\r\n#[]/.test(document.text.slice(document.lines.lineStart(line), document.lines.lineEnd(line)));
}
