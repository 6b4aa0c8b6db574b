/**
 * A cache without the table of its storage, or a table without `Type`: the runner writes into its log that there is no adapter, and the
 * cache stays on the machine of the job (cache/adapter.go, getCreateAdapter; s3v2, gcsv2 and azure: "missing … configuration").
 * Empty tables are what the old `register` wrote.
 */
import { type TableView, tableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import { isWrittenFor } from '../../meaning/written-for';
import { message } from '../../text/message';
import type { Report, Rule } from '../rule';
import { CACHE, placeOf, STORAGES } from './cache-view';

export const cacheTypeTable: Rule<'table'> = {
  code: 'cache-type-table',
  scope: 'table',
  on: [CACHE],
  check(visit, report) {
    const cache = tableView(visit.table);
    const type = cache.string('Type');
    if (type?.value) {
      if (Object.hasOwn(STORAGES, type.value) && !cache.has(type.value))
        withoutTable(visit, type.value, type.span, report);
    } else if (type || !cache.has('Type')) {
      withoutType(visit, cache, report);
    }
  },
};

function withoutTable(visit: TableVisit, type: string, span: { start: number; end: number }, report: Report): void {
  const table = visit.context.schema.byPath(`${CACHE}.${type}`);
  const bucket = table?.children.get(STORAGES[type] ?? '');
  // Keys that stand one table too high, or below a misspelled name, say so themselves.
  if (!table || !bucket || isWrittenElsewhere(visit) || isWrittenFor(visit, bucket)) return;
  const header = `[runners.cache.${type}]`;
  const entries = [{ key: bucket.name, value: { json: 'gitlab-runner-cache' } }];
  report({
    ...span,
    message: message('cache-type-table', { type, table: header }),
    link: table.docs,
    fixes: () => [
      {
        title: message('fix.add.tables', { tables: { join: 'and', items: [message('code', { text: header })] } }),
        changes: [{ op: 'add-table', from: visit, table, entries }],
      },
    ],
  });
}

/** Whether a key of a storage stands in the cache, as before 11.3, or in a table below it that the runner does not know. */
function isWrittenElsewhere({ table, context }: TableVisit): boolean {
  const cache = tableView(table);
  const tables = Object.keys(STORAGES).flatMap((type) => context.schema.byPath(`${CACHE}.${type}`) ?? []);
  const isOfStorage = (name: string) => tables.some((storage) => context.schema.find(storage, name) !== undefined);
  return [...table.members.keys()].some(
    (name) => isOfStorage(name) || [...(cache.table(name)?.node.members.keys() ?? [])].some(isOfStorage),
  );
}

function withoutType(visit: TableVisit, cache: TableView, report: Report): void {
  const { schema, context, table } = visit;
  const key = schema.children.get('Type');
  // Of several tables nobody can know which is meant.
  const [storage, another] = Object.entries(STORAGES).filter(
    ([name, bucket]) => cache.table(name)?.string(bucket)?.value,
  );
  if (!key || !storage || another || isWrittenFor(visit, key)) return;
  const [type] = storage;
  const node = cache.table(type)?.node;
  const place = node && placeOf(table, type, node);
  if (!place) return;
  report({
    ...place,
    message: message('cache-type-table.type', { type, table: `[runners.cache.${type}]` }),
    link: context.schema.byPath(`${CACHE}.Type`)?.docs,
    fixes: () => [
      {
        title: message('fix.add.example', { key: key.name, text: `"${type}"` }),
        changes: [{ op: 'set', from: visit, key, value: { json: type } }],
        preferred: true,
      },
    ],
  });
}
