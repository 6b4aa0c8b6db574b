/** What `environment` sets, and what of it speaks of Docker. */
import type { Located, TableView } from '../../meaning/table-view';

/** The value of a variable in the `environment` of a runner or a service, whose last entry counts. */
export function variableOf(table: TableView, name: string): Located<string> | undefined {
  const entry = table
    .list('environment')
    ?.value.filter(({ value }) => value.startsWith(`${name}=`))
    .at(-1);
  return entry && { ...entry, value: entry.value.slice(name.length + 1) };
}
