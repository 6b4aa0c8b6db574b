/** What rules about caches share: the storage that `Type` names, its table, and where a finding about that table stands. */
import { memberOf } from '../../meaning/members';
import { type TableView, tableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import type { Span } from '../../text/span';
import type { TableNode } from '../../toml/model';

export const CACHE = 'runners[].cache';

/** The storages that the runner has adapters for: the names of their tables, and the key for what of them holds the cache. */
export const STORAGES: Readonly<Record<string, string>> = {
  s3: 'BucketName',
  gcs: 'BucketName',
  azure: 'ContainerName',
};

export interface Storage {
  readonly type: string;
  readonly table: TableView;
  /** Of the name in the table's header, or of its brace. */
  readonly place: Span;
}

/** The table of the storage that a cache is set to; undefined where it has none. */
export function storageOf({ table }: TableVisit): Storage | undefined {
  const cache = tableView(table);
  const type = cache.string('Type')?.value ?? '';
  const found = Object.hasOwn(STORAGES, type) ? cache.table(type) : undefined;
  const place = found && placeOf(table, type, found.node);
  return place && { type, table: found, place };
}

/** The storage of this type. */
export function storageOfType(visit: TableVisit, type: string): Storage | undefined {
  const storage = storageOf(visit);
  return storage?.type === type ? storage : undefined;
}

/** The name of a table below the cache in its own header, or where it is named. */
export function placeOf(cache: TableNode, name: string, table: TableNode): Span | undefined {
  const header = table.sections[0]?.header;
  if (header) return header.closed ? { start: header.key.start, end: header.key.end } : undefined;
  const key = memberOf(cache, name)?.key;
  return key && { start: key.start, end: key.end };
}

/** Whether an address is one of AWS. */
export function isOfAws(address: string): boolean {
  return /\.amazonaws\.com(?:\.cn)?(?::\d+)?$/i.test(address);
}
