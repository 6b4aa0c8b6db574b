/**
 * Says, and mends, why tables are defined twice where the header of a list of tables is misspelled: `[[runers]]` begins no runner, so the
 * tables below it are once more those of the runner before.
 */
import { offered } from '../edits/changes';
import { replacements } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import type { Fix } from '../meaning/finding';
import { nearestKey } from '../meaning/misspellings';
import { headerOf } from '../meaning/table-names';
import type { KeySchema, Schema } from '../schema/types';
import { type Message, message } from '../text/message';
import { countBefore } from '../text/search';
import type { Span } from '../text/span';
import type { Header, SyntaxProblem } from '../toml/syntax';

/** Another message for a redefinition whose cause is a header above it, and the fix of that header; undefined where there is no such one. */
export function misspelledAbove(
  document: ConfigDocument,
  schema: Schema,
  problem: SyntaxProblem,
): { readonly message: Message; readonly fixes: () => readonly Fix[] } | undefined {
  const { code, severity, start, end, related } = problem;
  if (severity !== 'error' || !related || (code !== 'redefined-table' && code !== 'duplicate-key')) return undefined;
  const lists = misspelledLists(document, schema);
  const list = lists[countBefore(lists.length, (index) => (lists[index]?.start ?? 0) < related.end)];
  if (!list || list.end > start) return undefined;
  const { text } = document;
  const written = text.slice(list.start, list.end);
  const header = headerOf(list.meant);
  return {
    message: message('redefined-table.misspelled', { name: text.slice(start, end), written, header }),
    // To merge the tables of two runners would lose one of them.
    fixes: () =>
      offered(document, [
        {
          title: message('fix.change-to', { text: header }),
          changes: replacements([{ start: list.start, end: list.end, newText: header }]),
          preferred: true,
        },
      ]),
  };
}

/** A header whose name is nearly that of a list of tables. */
interface MisspelledList extends Span {
  readonly meant: KeySchema;
}

const known = new WeakMap<ConfigDocument, { readonly schema: Schema; readonly lists: readonly MisspelledList[] }>();

/** Those of a document, found once: thousands of tables may be defined twice. */
function misspelledLists(document: ConfigDocument, schema: Schema): readonly MisspelledList[] {
  let found = known.get(document);
  if (found?.schema !== schema) {
    found = { schema, lists: document.syntax.sections.flatMap(({ header }) => misspelledList(header, schema)) };
    known.set(document, found);
  }
  return found.lists;
}

function misspelledList(header: Header | undefined, schema: Schema): MisspelledList[] {
  const [segment, ...more] = header?.key.segments ?? [];
  if (!header || !segment || more.length > 0 || schema.find(schema.root, segment.name)) return [];
  const meant = nearestKey(
    segment.name,
    schema.root,
    ({ kind }) => kind !== 'array-of-tables',
    () => false,
  )?.key;
  return meant ? [{ start: header.start, end: header.end, meant }] : [];
}
