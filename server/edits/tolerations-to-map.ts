/** Tolerations as Kubernetes writes them, a table each with `key`, `operator`, `value` and `effect`, become lines of the runner's map. */
import { type Change, replacements } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import type { Fix } from '../meaning/finding';
import { memberOf } from '../meaning/members';
import { elementsOf } from '../meaning/runners';
import { isToleration, type Toleration, tolerationsOf } from '../meaning/tolerations';
import type { KeyVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import { message } from '../text/message';
import type { TableNode } from '../toml/model';
import type { Section, Span } from '../toml/syntax';
import { keyText, valueText } from '../toml/write';
import { offered } from './changes';
import { headerLine } from './headers';
import {
  addToSection,
  commentsAbove,
  indentationAt,
  lineBreak,
  pairIndentation,
  removedLines,
  standsAlone,
  wholeLines,
  withLeadingComments,
} from './text-lines';

/** The path of the map. */
const MAP = 'runners[].kubernetes.node_tolerations';

/** Whether a key was given tolerations as Kubernetes writes them, where `to` is the map that the runner reads. */
export function isTolerations({ member }: KeyVisit, to: KeySchema): boolean {
  return to.path === MAP && elementsOf(member.node).some(isToleration);
}

/** The fix that makes entries of the map of them; none where one does not fit into it, or where other text would suffer. */
export function tolerationsToMap(visit: KeyVisit, to: KeySchema): Fix[] {
  const { document, member, path, schema, table } = visit;
  if (!isTolerations(visit, to) || to.parent !== schema) return [];
  const tables = elementsOf(member.node);
  const entries = tolerationsOf(tables);
  if (!entries) return [];
  const there = memberOf(table, to.name);
  const into = there === undefined || there === member ? undefined : there.node;
  if (into && (into.type !== 'table' || entries.some(({ name }) => into.members.has(name)))) return [];
  const target = into?.sections[0];
  if (into && !target?.header?.closed) return [];
  const header = headerLine([...path, to.name], false);
  const changes =
    member.node.type === 'value'
      ? ofValue(visit, to, entries, target)
      : ofTables(document, header, tables, entries, target);
  return offered(document, [{ title: message('fix.change-to', { text: header }), changes, preferred: true }]);
}

/** Those in brackets and braces. */
function ofValue(
  visit: KeyVisit,
  to: KeySchema,
  entries: readonly Toleration[],
  target: Section | undefined,
): readonly Change[] {
  const { document, member } = visit;
  const { pair, node } = member;
  const items = node.type === 'value' && node.value.type === 'array' ? node.value.items : [];
  const areAll = items.length === entries.length && items.every(({ type }) => type === 'inline-table');
  if (!pair || !areAll || commentsIn(document, wholeLines(document, pair)).length > 0) return [];
  if (target) return [{ op: 'remove', part: pair }, ...replacements([added(document, target, entries)])];
  const written = entries.map(({ name, effect }) => ({ key: name, value: { json: effect } }));
  const comments = commentsAbove(document, pair);
  return [
    { op: 'remove', part: pair, comments: true },
    { op: 'add-table', from: visit, table: to, entries: written, comments },
  ];
}

/** Those below headers: they become lines where they stand, or go to the map that is there. */
function ofTables(
  document: ConfigDocument,
  header: string,
  tables: readonly TableNode[],
  entries: readonly Toleration[],
  target: Section | undefined,
): readonly Change[] {
  const blocks = blocksOf(document, tables);
  if (!blocks) return [];
  if (target) {
    const gone = blocks.map(({ lines }) => ({ ...removedLines(document, lines), newText: '' }));
    // Comments above a header would be left behind, and those in a table would be lost.
    const isPlain = blocks.every(
      ({ section, lines, comments }) =>
        comments.length === 0 && withLeadingComments(document, section.header ?? lines).start === lines.start,
    );
    return isPlain ? replacements([...gone, added(document, target, entries)]) : [];
  }
  const eol = lineBreak(document);
  return replacements(
    blocks.map(({ section, lines, comments }, index) => {
      const indentation = pairIndentation(document, section);
      const entry = entries[index];
      const inside = [...comments, ...(entry ? [entryLine(entry)] : [])].map((line) => indentation + line);
      const first = index === 0 ? [indentationAt(document, lines.start) + header] : [];
      const end = document.lines.lineEnd(document.lines.lineOf(lines.last));
      return { start: lines.start, end, newText: [...first, ...inside].join(eol) };
    }),
  );
}

interface Block {
  readonly section: Section;
  /** The whole lines from the header to the last key; `last` is in the last of them. */
  readonly lines: Span & { readonly last: number };
  /** The comments on them. */
  readonly comments: readonly string[];
}

/** The tables one after the other; undefined where one has more than a header with keys below it, or another table is between two. */
function blocksOf(document: ConfigDocument, tables: readonly TableNode[]): readonly Block[] | undefined {
  const blocks: Block[] = [];
  const { sections } = document.syntax;
  let at = -1;
  for (const { sections: own } of tables) {
    const [section] = own;
    const header = section?.header;
    const last = section?.pairs.at(-1);
    if (!section || own.length > 1 || !header?.closed || !last) return undefined;
    const index = sections.indexOf(section);
    const isNext = at < 0 || index === at + 1;
    if (!isNext || ![header, ...section.pairs].every((part) => standsAlone(document, part))) return undefined;
    at = index;
    const { start } = wholeLines(document, header);
    const { end } = wholeLines(document, last);
    const comments = commentsIn(document, { start, end });
    blocks.push({ section, lines: { start, end, last: last.end }, comments });
  }
  return blocks;
}

function commentsIn({ text, syntax }: ConfigDocument, { start, end }: Span): string[] {
  return syntax.comments
    .filter((comment) => start <= comment.start && comment.start < end)
    .map((comment) => text.slice(comment.start, comment.end).trimEnd());
}

function added(document: ConfigDocument, target: Section, entries: readonly Toleration[]) {
  const indentation = pairIndentation(document, target);
  return addToSection(
    document,
    target,
    entries.map((entry) => indentation + entryLine(entry)),
  );
}

function entryLine({ name, effect }: Toleration): string {
  return `${keyText(name)} = ${valueText(effect)}`;
}
