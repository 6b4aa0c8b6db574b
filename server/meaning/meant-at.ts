/** What the name at a place was probably meant to be, where the runner does not know it there. */
import type { Member, TableNode } from '../toml/model';
import type { KeySegment } from '../toml/syntax';
import type { Context } from './context';
import type { ConfigDocument } from './document';
import { elementsOf } from './runners';
import { slippedEntries } from './slipped-entries';
import { isUnknownName, type Meaning, meaningOf } from './unknown-name';
import type { KeyVisit, TableVisit } from './visit';
import { rootVisit } from './visits';

/** A name that is none in its table, with what it would be. */
export interface Meant {
  readonly visit: KeyVisit;
  readonly meaning: Meaning;
}

/** What a part of a key was meant to be; undefined where it is a name that the runner takes. */
export function meantAt(document: ConfigDocument, segment: KeySegment, context: Context): Meant | undefined {
  return search(rootVisit(document, context), segment);
}

function search(visit: TableVisit, segment: KeySegment): Meant | undefined {
  for (const member of visit.table.members.values()) {
    const found = inMember(visit, member, segment);
    if (found) return found;
  }
  return undefined;
}

function inMember(around: TableVisit, member: Member, segment: KeySegment): Meant | undefined {
  const { schema, context } = around;
  const match = context.schema.find(schema, member.name);
  const visit: KeyVisit = { ...around, member, key: match?.schema, exact: match?.exact ?? true };
  const { key } = visit;
  if (!key) {
    if (!isAt(member, segment) || !isUnknownName(visit)) return undefined;
    return context.schema.findRemoved(schema, member.name) ? undefined : { visit, meaning: meaningOf(visit) };
  }
  for (const slip of slippedEntries(visit).values()) {
    const isSlip = slip.as === 'misplaced' || slip.as === 'doubtful';
    if (isSlip && isAt(slip.visit.member, segment))
      return { visit: slip.visit, meaning: { kind: 'misplaced', key: slip.key } };
  }
  if (key.kind !== 'table' && key.kind !== 'array-of-tables') return undefined;
  const path = [...around.path, member.name];
  for (const table of elementsOf(member.node)) {
    const runner: TableNode | undefined = key.path === 'runners[]' ? table : around.runner;
    const found = search({ ...around, table, schema: key, path, runner }, segment);
    if (found) return found;
  }
  return undefined;
}

/** A table is named by each of its headers. */
function isAt({ keys }: Member, { start }: KeySegment): boolean {
  return keys.some((key) => key.start === start);
}
