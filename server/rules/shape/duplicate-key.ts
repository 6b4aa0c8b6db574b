/**
 * Two spellings of one key. TOML takes them for two keys, the runner for one. It loads the file and goes through the names of
 * a table in random order at each load (verdicts: dup-key-case, dup-table-case), so that of two values it takes the later one.
 * It decodes the second of two tables into the first: they are merged, and only a key that stands in both is random. Two lists
 * of tables it merges entry by entry, and drops the entries of one that the other does not have, depending on the order.
 */

import type { Change } from '../../meaning/change';
import type { ConfigDocument } from '../../meaning/document';
import { type Loss, lossOf } from '../../meaning/duplicates';
import type { Fix } from '../../meaning/finding';
import { spellings } from '../../meaning/spellings';
import type { TableVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { type Message, message } from '../../text/message';
import { type Member, nameInHeader, type TableNode } from '../../toml/model';
import { isSameValue } from '../../toml/same-value';
import type { Rule } from '../rule';

export const duplicateKey: Rule<'table'> = {
  code: 'duplicate-key',
  scope: 'table',
  check(visit, report) {
    const { table, schema, context } = visit;
    if (!mayHoldTwo(visit)) return;
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
      const { start, end } = first.key;
      report({
        severity: 'warning',
        start: member.key.start,
        end: member.key.end,
        message: messageOf(loss, member.name, first.name),
        link: key.docs,
        related: [{ start, end, message: message('duplicate-key.other', { key: first.name }) }],
        fixes: () => [...unions(visit, key, first, member), ...removals(visit.document, visit.table, member, first)],
      });
    }
  },
};

/** Names to the letter are different keys; only one in another case may be a key that is there already. */
function mayHoldTwo({ table, schema, context }: TableVisit): boolean {
  for (const name of table.members.keys()) {
    if (!schema.children.has(name) && context.schema.find(schema, name)) return true;
  }
  return false;
}

function messageOf(loss: Loss, key: string, other: string): Message {
  if (loss.of === 'tables') return message('duplicate-key.tables', { key, other, name: loss.name });
  return message(`duplicate-key.${loss.of}`, { key, other });
}

/** One list of both, in the order of the text. */
function unions(visit: TableVisit, key: KeySchema, first: Member, second: Member): Fix[] {
  if (first.pair && second.pair) return [];
  const members = spellings(visit, key);
  const { name } = key;
  const safe = !isInterleaved(members);
  const changes: Change[] = [{ op: 'rename', in: visit, members, to: name }];
  return [{ title: message('fix.rename', { name }), changes, preferred: safe, safe }];
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
  const same = second.pair && first.pair && isSameValue(document.text, second.pair.value, first.pair.value);
  return [second, first].flatMap(({ pair, name }, index) => {
    if (!pair) return [];
    const safe = same === true && index === 0;
    const changes: Change[] = [{ op: 'remove', part: pair, of: inline }];
    return [{ title: message('fix.remove', { name }), changes, preferred: safe, safe }];
  });
}
