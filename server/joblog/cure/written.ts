/** What a runner has where an edit would write: the key, its value, and whether that says what the edit would. */
import { instanceOf } from '../../meaning/instance';
import { memberOf } from '../../meaning/members';
import { elementsOf } from '../../meaning/runners';
import type { KeySchema } from '../../schema/types';
import type { Member, TableNode } from '../../toml/model';
import type { Edit, EditValue } from '../types';

/** The member at a key below a table, through tables that are there once. */
export function memberAt(start: TableNode, path: readonly string[]): Member | undefined {
  let table: TableNode | undefined = start;
  let member: Member | undefined;
  for (const name of path) {
    member = table && memberOf(table, name);
    const tables: readonly TableNode[] = member ? elementsOf(member.node) : [];
    table = tables.length === 1 ? tables[0] : undefined;
  }
  return member;
}

/** The value of a member as JSON; undefined where it has none. */
export function currentValue(member: Member | undefined, key: KeySchema): unknown {
  return member && instanceOf(member.node, key)?.instance;
}

/** Whether an edit has nothing left to do, or must not be made over what is there. */
export function isSettled(edit: Edit, current: unknown): boolean {
  const { op, value, fresh, written, was } = edit;
  if (fresh && current !== undefined) return true;
  if ((written === true || op === 'remove') && current === undefined) return true;
  if (was !== undefined && !holdsText(current, was)) return true;
  if (op === 'append') return isAppended(current, value);
  if (op === 'remove') return value !== undefined && itemIndex(current, value) < 0;
  return isReplaced(edit, current);
}

function isReplaced({ value, least }: Edit, current: unknown): boolean {
  if (least && typeof current === 'number' && typeof value === 'number') return current >= value;
  return current !== undefined && JSON.stringify(current) === JSON.stringify(value);
}

function holdsText(current: unknown, text: string): boolean {
  return current === text || (Array.isArray(current) && current.includes(text));
}

/** An item with the same name in front says it, whatever its value is: `DOCKER_AUTH_CONFIG=…`, `host:ip`. */
function isAppended(current: unknown, value: EditValue | undefined): boolean {
  if (!Array.isArray(current) || typeof value !== 'string') return false;
  const name = nameIn(value);
  return current.some(
    (item) => item === value || (typeof item === 'string' && name !== undefined && nameIn(item) === name),
  );
}

function nameIn(item: string): string | undefined {
  return /^([A-Z_][A-Z0-9_]*=|[a-z0-9.-]+\.[a-z0-9-]+:)/.exec(item)?.[1];
}

/** Whether a path is the source or the place of a volume: on Windows it holds a colon itself. */
function isPartOf(volume: string, path: string): boolean {
  return `:${volume}:`.includes(`:${path}:`);
}

/** Where a list has an item: the text itself, or a volume with this path. */
export function itemIndex(current: unknown, value: EditValue): number {
  if (!Array.isArray(current) || typeof value !== 'string') return -1;
  const exact = current.indexOf(value);
  if (exact >= 0) return exact;
  const isAbout = (item: unknown) => typeof item === 'string' && isPartOf(item, value);
  return current.lastIndexOf(current.filter(isAbout).at(-1));
}
