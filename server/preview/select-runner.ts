/** The runner of a file that a preview is of. */
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import { runnerTables } from '../meaning/runners';
import { tableView } from '../meaning/table-view';
import type { TableNode } from '../toml/model';
import { hasPreview } from './executors';

export interface SelectedRunner {
  readonly configuration: Configuration;
  readonly table: TableNode;
}

/** The runner of this name, or with this number counted from zero; where nothing is said, the first that there are previews of. */
export function selectRunner(
  configurations: readonly Configuration[],
  context: Context,
  which?: string,
): SelectedRunner | undefined {
  const all = configurations.flatMap((configuration) =>
    runnerTables(configuration.document, context).map((table) => ({ configuration, table })),
  );
  const text = (key: string) => (each: SelectedRunner) => tableView(each.table).string(key)?.value;
  if (which === undefined) return all.find((each) => hasPreview(text('executor')(each))) ?? all[0];
  return all.find((each) => text('name')(each) === which) ?? (/^\d+$/.test(which) ? all[Number(which)] : undefined);
}
