/** The runners of a configuration and where they stand. What a block tells is kept with it: a keystroke costs the block that it is in. */
import type { Range } from 'vscode-languageserver-types';
import type { Block } from '../meaning/block';
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import { runnerTables } from '../meaning/runners';
import { tableView } from '../meaning/table-view';
import type { Span } from '../text/span';
import { nameInHeader, type TableNode } from '../toml/model';

export interface RunnerPlace {
  readonly name: string | undefined;
  readonly executor: string | undefined;
  readonly header: Range;
  readonly range: Range;
}

interface RunnerFacts {
  readonly name: string | undefined;
  readonly executor: string | undefined;
  readonly header: Span;
}

const known = new WeakMap<Block, RunnerFacts>();

/** The runners in their order. */
export function runnerPlaces(configuration: Configuration, context: Context): RunnerPlace[] {
  const { blocks, document } = configuration;
  if (blocks.length === 0) return placesInWhole(configuration, runnerTables(document, context));
  return blocks.flatMap((placed): RunnerPlace[] => {
    const { block } = placed;
    if (block.kind !== 'runner') return [];
    let facts = known.get(block);
    if (!facts) {
      const [table] = runnerTables(block.document, context);
      facts = factsOf(table, block.text.length);
      known.set(block, facts);
    }
    const { name, executor, header } = facts;
    const range = configuration.range(placed, { start: header.start, end: block.text.length });
    return [{ name, executor, header: configuration.range(placed, header), range }];
  });
}

function placesInWhole({ document }: Configuration, tables: readonly TableNode[]): RunnerPlace[] {
  const { length } = document.text;
  const all = tables.map((table) => factsOf(table, length));
  return all.map(({ name, executor, header }, index) => {
    const end = all[index + 1]?.header.start ?? length;
    const range = document.range({ start: header.start, end: Math.max(end, header.start) });
    return { name, executor, header: document.range(header), range };
  });
}

function factsOf(table: TableNode | undefined, end: number): RunnerFacts {
  if (!table) return { name: undefined, executor: undefined, header: { start: 0, end } };
  const view = tableView(table);
  const header = table.sections[0]?.header ?? table.inline ?? nameInHeader(table) ?? { start: 0, end: 0 };
  return {
    name: view.string('name')?.value,
    executor: view.string('executor')?.value,
    header: { start: header.start, end: header.end },
  };
}
