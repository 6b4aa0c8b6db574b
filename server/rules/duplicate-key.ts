/**
 * Two spellings of one key. TOML takes them for two keys, the runner for one. It loads the file and goes through the names of
 * a table in random order at each load (verdicts: dup-key-case, dup-table-case), so that of two values it takes the later one.
 * It decodes the second of two tables into the first: they are merged, and only a key that stands in both is random. Two lists
 * of tables it merges entry by entry, and drops the entries of one that the other does not have, depending on the order.
 */
import { memberOf } from '../check/members';
import type { KeyVisit, Rule, TableVisit } from '../check/rule';
import type { ConfigDocument } from '../document';
import { removePair } from '../edits/remove-pair';
import { renames, spellings, staysSound } from '../edits/rename-spelling';
import type { Fix } from '../finding';
import type { KeySchema } from '../schema/types';
import { type Member, type Node, nameInHeader, type TableNode } from '../toml/model';

export const duplicateKey: Rule = {
  code: 'duplicate-key',
  table(visit, report) {
    const { table, schema, context } = visit;
    const firsts = new Map<KeySchema, Member>();
    for (const member of table.members.values()) {
      const key = context.schema.find(schema, member.name)?.schema;
      if (!key) continue;
      const first = firsts.get(key);
      if (!first) {
        firsts.set(key, member);
        continue;
      }
      const loss = lossOf(visit, key, first, member);
      if (loss === undefined) continue;
      report({
        code: 'duplicate-key',
        severity: 'warning',
        start: member.key.start,
        end: member.key.end,
        message: `\`${member.name}\` and \`${first.name}\` are the same ${loss}`,
        link: key.docs,
        related: [{ start: first.key.start, end: first.key.end, message: `\`${first.name}\` is here.` }],
        fixes: () => [...unions(visit, key, first, member), ...removals(visit.document, visit.table, member, first)],
      });
    }
  },
};

/** Whether a key stands beside its documented spelling in such a way that the runner loses something. */
export function isDuplicate(visit: KeyVisit): boolean {
  const { key, member, table } = visit;
  const other = key && table.members.get(key.name);
  return other !== undefined && other !== member && lossOf(visit, key as KeySchema, other, member) !== undefined;
}

/** What the runner makes of two spellings; undefined where nothing is lost, or another rule says why the file is refused. */
function lossOf({ context }: TableVisit, key: KeySchema, first: Member, second: Member): string | undefined {
  const [a, b] = [first.node, second.node];
  if (a.type === 'table' && b.type === 'table') {
    const both = key.kind === 'array-of-tables' ? undefined : commonName(a, b, key, context.schema.find);
    if (both === undefined) return undefined;
    return `table to the runner: it takes \`${both}\` from one of the two at random. Put the keys of both into one.`;
  }
  if (a.type === 'table' || b.type === 'table') return undefined;
  if (key.kind === 'array-of-tables' && isList(a) && isList(b)) {
    return 'list to the runner, which mixes their entries or drops some at random. Use one spelling.';
  }
  if (a.type !== 'value' || b.type !== 'value') return undefined;
  return 'key to the runner, which takes one of the two values at random. Keep one.';
}

function isList(node: Node): boolean {
  return node.type === 'array-of-tables' || (node.type === 'value' && node.value.type === 'array');
}

/** A name that stands in both of two tables, or in two tables of one name in them. The names of a map are matched to the letter. */
function commonName(
  a: TableNode,
  b: TableNode,
  schema: KeySchema,
  find: (schema: KeySchema, name: string) => { readonly schema: KeySchema } | undefined,
): string | undefined {
  for (const { name, node } of b.members.values()) {
    const key = find(schema, name)?.schema;
    if (!key && schema.kind !== 'map') continue;
    const other = (key ? memberOf(a, name) : a.members.get(name))?.node;
    if (!other) continue;
    if (!key || node.type !== 'table' || other.type !== 'table') return name;
    const below = commonName(other, node, key, find);
    if (below !== undefined) return below;
  }
  return undefined;
}

/** One list of both, in the order of the text. */
function unions(visit: TableVisit, key: KeySchema, first: Member, second: Member): Fix[] {
  const { document } = visit;
  if (first.pair && second.pair) return [];
  const all = spellings(visit, key);
  const edits = renames(all, key);
  if (!staysSound(document, all, edits)) return [];
  const safe = !isInterleaved(all);
  return [{ title: `Rename to \`${key.name}\``, edits, preferred: safe, safe }];
}

/** Whether a table of an entry follows an entry of another spelling: which of the two it is meant for is not known. */
function isInterleaved(members: readonly Member[]): boolean {
  const places = members.flatMap((member) => member.keys.map((key) => ({ key, member })));
  places.sort((a, b) => a.key.start - b.key.start);
  const starts = new Set(
    members.flatMap(({ node }) => (node.type === 'array-of-tables' ? node.elements.map(nameInHeader) : [])),
  );
  return places.some(({ key, member }, index) => index > 0 && places[index - 1]?.member !== member && !starts.has(key));
}

/** Which of the two goes is the user's choice, unless they say the same. */
function removals(document: ConfigDocument, { inline }: TableNode, second: Member, first: Member): Fix[] {
  const same = second.pair && first.pair && valueText(document, second) === valueText(document, first);
  return [second, first].flatMap(({ pair, name }, index) => {
    const edit = pair && removePair(document, pair, inline);
    const safe = same && index === 0;
    return edit ? [{ title: `Remove \`${name}\``, edits: [edit], preferred: safe, safe }] : [];
  });
}

function valueText(document: ConfigDocument, { pair }: Member): string {
  return pair ? document.text.slice(pair.value.start, pair.value.end) : '';
}
