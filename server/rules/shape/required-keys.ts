/** The keys that a table is no use without. Which those are is data: schemas/required.json. */
import { tableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import type { RequiredKey } from '../../schema/types';
import { message } from '../../text/message';

/** Those of a table. */
export function requiredKeys(visit: TableVisit): readonly RequiredKey[] {
  return [...visit.schema.required, ...runnerKeys(visit)];
}

const ofRunner: readonly RequiredKey[] = [
  { name: 'url', severity: 'warning', why: message('required.runner-url') },
  { name: 'executor', severity: 'error', why: message('required.runner-executor') },
];

/** A runner that has its token needs an address and an executor. One without is a template or a fragment: nothing is asked of it. */
function runnerKeys({ schema, table, source }: TableVisit): readonly RequiredKey[] {
  if (source.traits.role === 'template' || source.traits.role === 'globals') return [];
  return schema.path === 'runners[]' && tableView(table).string('token')?.value ? ofRunner : [];
}
