/** The runner of a file that a preview is of. */
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import { memberOf } from '../meaning/members';
import { runnerTables } from '../meaning/runners';
import type { TableNode } from '../toml/model';
import { runsContainers } from './executors';

export interface SelectedRunner {
  readonly configuration: Configuration;
  readonly table: TableNode;
  /** Its number in the file, counted from zero. */
  readonly index: number;
}

/** A runner that was there a moment ago, or in another version of the file. */
export interface RunnerBefore {
  readonly index: number;
  readonly name?: string | undefined;
}

/**
 * The runner of this name, or with this number counted from zero; where nothing is said, the first whose jobs run in containers. One that
 * was there before has its number, unless another one has its name now.
 */
export function selectRunner(
  configurations: readonly Configuration[],
  context: Context,
  which?: string | RunnerBefore,
): SelectedRunner | undefined {
  const all: SelectedRunner[] = [];
  for (const configuration of configurations) {
    for (const table of runnerTables(configuration.document, context)) {
      all.push({ configuration, table, index: all.length });
    }
  }
  if (which === undefined) return all.find((each) => runsContainers(textOf(each, 'executor'))) ?? all[0];
  if (typeof which !== 'string') return runnerAfter(all, which);
  return all.find((each) => textOf(each, 'name') === which) ?? (/^\d+$/.test(which) ? all[Number(which)] : undefined);
}

function runnerAfter(all: readonly SelectedRunner[], { index, name }: RunnerBefore): SelectedRunner | undefined {
  const there = all[index];
  if (name === undefined || (there && textOf(there, 'name') === name)) return there ?? all.at(-1);
  const [named, second] = all.filter((each) => textOf(each, 'name') === name);
  return (second ? undefined : named) ?? there ?? all.at(-1);
}

/** The text of a key of a runner. */
export function textOf({ table }: Pick<SelectedRunner, 'table'>, key: string): string | undefined {
  const node = memberOf(table, key)?.node;
  return node?.type === 'value' && node.value.type === 'string' ? node.value.value : undefined;
}
