/** The runner of a file that a preview is of. */
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import { runnerTables } from '../meaning/runners';
import { tableView } from '../meaning/table-view';
import type { TableNode } from '../toml/model';

export interface SelectedRunner {
  readonly configuration: Configuration;
  readonly table: TableNode;
}

/** The runner of this name, or with this number counted from zero; the first where nothing is said. */
export function selectRunner(
  configurations: readonly Configuration[],
  context: Context,
  which = '0',
): SelectedRunner | undefined {
  const all = configurations.flatMap((configuration) =>
    runnerTables(configuration.document, context).map((table) => ({ configuration, table })),
  );
  return (
    all.find(({ table }) => tableView(table).string('name')?.value === which) ??
    (/^\d+$/.test(which) ? all[Number(which)] : undefined)
  );
}
