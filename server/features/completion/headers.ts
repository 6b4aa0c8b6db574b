/** Table headers: after `[` and `[[`, half typed or whole, with the brackets that the table needs. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { headerLine } from '../../edits/headers';
import type { ConfigDocument } from '../../meaning/document';
import { type HeaderPlace, sectionPath, tableAt } from '../../meaning/locate';
import { fold } from '../../schema/lookup';
import type { KeySchema, Schema } from '../../schema/types';
import type { TableNode } from '../../toml/model';
import type { Section, Span } from '../../toml/syntax';
import { CompletionItemKind } from '../kinds';
import { isFree, type Viewpoint } from './free-tables';
import { executorOf, isOutdated, sortText } from './ordering';
import { completionItem, type Query, restOfLine, type Slot } from './query';

/** A table that a header can name. */
interface Candidate {
  readonly key: KeySchema;
  /** The keys from the top down to this one. */
  readonly path: readonly KeySchema[];
  readonly names: readonly string[];
  readonly name: string;
}

/** The headers that may stand where one is typed. */
export function headerItems(query: Query, place: HeaderPlace): CompletionItem[] {
  const { document, offset, context } = query;
  const { header, section } = place;
  const typed = document.text.slice(header.start, offset);
  if (typed.includes(']')) return [];
  const slot = headerSlot(document, header);
  const rest = restOfLine(document, slot.end);
  if (rest !== '' && !header.closed) return [];
  const brackets = /^\[+/.exec(typed)?.[0] ?? '';
  const plain = /^\[+[\w.-]*$/.test(typed.slice(0, typed.length - (query.word?.length ?? 0)));
  const prefix = header.key.segments
    .slice(0, place.index)
    .map((segment) => `${fold(segment.name)}.`)
    .join('');
  const runners = runnerSections(document, section);
  const fragment = runners.length === 0 && isFragment(document, section, place);
  // A table of a runner above the first one: what was typed gives way to what may stand there.
  const early = prefix.startsWith('runners.') && runners[0] !== undefined && section.start < runners[0].start;
  const view: Viewpoint = { document, offset: header.start, typed: header, section, fragment };
  const own = needsItsName(document, section) ? fold(sectionPath(section).join('.')) : undefined;
  const near = nearTables(document, section);
  const items: CompletionItem[] = [];
  for (const { key, path, names, name } of candidates(context.schema)) {
    const folded = fold(name);
    if ((!early && !folded.startsWith(prefix)) || (own !== undefined && folded !== own)) continue;
    if (!isFree(document.model.root, path, view)) continue;
    const array = key.kind === 'array-of-tables';
    items.push(
      completionItem(query, slot, {
        label: name,
        kind: array ? CompletionItemKind.Module : CompletionItemKind.Struct,
        snippet: headerLine(names, array),
        sort: sortOf(key, name, names.length, near),
        filter: plain && !early ? brackets + name : typed,
        detail: headerLine(names, array),
        data: key.path,
        deprecated: isOutdated(key),
      }),
    );
  }
  return items;
}

/** The header with all brackets behind it: an editor may have written more of them than it needs. */
function headerSlot(document: ConfigDocument, header: Span): Slot {
  const brackets = /^[ \t]*\]+/.exec(document.text.slice(header.end, header.end + 8))?.[0] ?? '';
  return { start: header.start, end: header.end + brackets.length, suffix: '', edits: [] };
}

const known = new WeakMap<Schema, readonly Candidate[]>();

function candidates(schema: Schema): readonly Candidate[] {
  let list = known.get(schema);
  if (!list) {
    list = schema.keys
      .filter((key) => key.kind === 'table' || key.kind === 'array-of-tables' || key.kind === 'map')
      .map((key) => {
        const path: KeySchema[] = [];
        for (let step: KeySchema | undefined = key; step?.parent; step = step.parent) path.unshift(step);
        const names = path.map((step) => step.name);
        return { key, path, names, name: names.join('.') };
      });
    known.set(schema, list);
  }
  return list;
}

/** The `[[runners]]` of the file, without the header that is typed. */
function runnerSections({ syntax }: ConfigDocument, typed: Section): readonly Section[] {
  return syntax.sections.filter((section) => {
    const { header } = section;
    if (!header?.array || section === typed) return false;
    return header.key.segments.length === 1 && header.key.segments[0]?.name === 'runners';
  });
}

/** Whether a file without `[[runners]]` holds tables of a runner, as examples on the web do; or is going to, as typed. */
function isFragment({ model, syntax }: ConfigDocument, section: Section, { header, index }: HeaderPlace): boolean {
  if (model.root.members.get('runners')?.node.type === 'array-of-tables') return true;
  if (index > 0 && fold(header.key.segments[0]?.name ?? '') === 'runners') return true;
  return syntax.sections.some((other) => other !== section && other.header?.key.segments[0]?.name === 'runners');
}

/**
 * Whether tables of an array's element follow its header: under another name they would end up in the element before,
 * next to tables of the same name.
 */
function needsItsName(document: ConfigDocument, section: Section): boolean {
  if (!section.header?.closed || !section.header.array) return false;
  const table = tableAt(document, section);
  for (const member of table.members.values()) {
    if (!section.pairs.some((pair) => pair.start <= member.key.start && member.key.end <= pair.end)) return true;
  }
  return false;
}

/** What is near the header: the table before it, and the runner with its executor. */
interface Near {
  readonly before: string;
  readonly executor: string | undefined;
}

function nearTables(document: ConfigDocument, section: Section): Near {
  const { sections } = document.syntax;
  const before = sections[sections.indexOf(section) - 1];
  if (!before) return { before: '', executor: undefined };
  const table: TableNode = tableAt(document, before);
  return { before: sectionPath(before).join('.'), executor: executorOf(table) };
}

/** Below the table before the header first, then the rest as the keys of a table are ordered; short paths first. */
function sortOf(key: KeySchema, name: string, depth: number, { before, executor }: Near): string {
  const isNear = before !== '' && (name === before || name.startsWith(`${before}.`));
  const order = key.parent ? sortText(key.parent, key.name, key, executor) : '';
  // What another executor reads, or nobody any more, is no better for being near.
  const group = order.charAt(0) !== '1' ? order.charAt(0) : isNear || name === 'runners' ? '0' : '1';
  return `${group}${depth}${order}${name}`;
}
