/** Whether a runner turns a feature flag on, in `[runners.feature_flags]` or in `environment`. */
import type { Fix } from '../../meaning/finding';
import type { Located, TableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import { message } from '../../text/message';
import { variableOf } from './variables';

export const NETWORK_PER_BUILD = 'FF_NETWORK_PER_BUILD';

const TRUTHS: ReadonlySet<string> = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);

/** Where the flag is turned on, or may be by a variable; undefined where it is not. */
export function turnedOn(runner: TableView, flag: string): Located<unknown> | undefined {
  const inTable = runner.table('feature_flags')?.flag(flag);
  if (inTable) return inTable.value ? inTable : undefined;
  const variable = variableOf(runner, flag);
  const isOn = variable && (TRUTHS.has(variable.value) || variable.value.includes('$'));
  return isOn ? variable : undefined;
}

/** Turns a flag on. */
export function turningOn(visit: TableVisit, flag: string): Fix[] {
  const table = visit.context.schema.byPath('runners[].feature_flags');
  if (!table) return [];
  const key = { ...table, name: flag, parent: table };
  const title = message('fix.set', { text: `${flag} = true` });
  return [{ title, changes: [{ op: 'set', from: visit, key, value: { json: true } }], preferred: true }];
}
