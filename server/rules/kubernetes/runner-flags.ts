/** The feature flags of a runner, and the change that sets one. A flag of the table counts before one in `environment`. */
import type { Change } from '../../meaning/change';
import type { Located, TableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';

const TRUE = /^(?:1|t|T|TRUE|true|True)$/;

/** What a runner sets a flag to; undefined where it does not. */
export function flagOf(runner: TableView, name: string): Located<boolean> | undefined {
  const inTable = runner.table('feature_flags')?.flag(name);
  if (inTable) return inTable;
  const last = runner
    .list('environment')
    ?.value.filter(({ value }) => value.startsWith(`${name}=`))
    .at(-1);
  return last && { ...last, value: TRUE.test(last.value.slice(name.length + 1)) };
}

/** Where a runner switches a flag on. */
export function flagOn(runner: TableView, name: string): Located<boolean> | undefined {
  const flag = flagOf(runner, name);
  return flag?.value ? flag : undefined;
}

/** Sets a flag in `[runners.feature_flags]`. */
export function flagChange(from: TableVisit, name: string, value: boolean): Change[] {
  const table = from.context.schema.byPath('runners[].feature_flags');
  if (!table) return [];
  const key = { ...table, path: `${table.path}.${name}`, name, parent: table };
  return [{ op: 'set', from, key, value: { json: value } }];
}
