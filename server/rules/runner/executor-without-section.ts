/**
 * An executor without the table that it reads: each job fails while it is prepared (executors/docker/docker.go: "missing docker
 * configuration"; custom.go, ssh.go, virtualbox.go, parallels.go; kubernetes.go ends with a nil pointer), or none is taken
 * (executors/internal/autoscaler/provider.go, machine/provider.go). Shell does without.
 */
import blocks from '../../../schemas/blocks.json';
import { type Entry, replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import { type Located, type TableView, tableView } from '../../meaning/table-view';
import type { RunnerVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { allOf, message } from '../../text/message';
import { valueText } from '../../toml/write';
import { unmeantTables } from '../needed-tables';
import type { Rule } from '../rule';
import { executorOf, type Tables, tablesOf } from './executor-tables';

export const executorWithoutSection: Rule<'runner'> = {
  code: 'executor-without-section',
  scope: 'runner',
  check(visit, report) {
    const runner = tableView(visit.runner);
    const executor = runner.string('executor');
    const missing = unmeantTables(visit);
    const wanted = executor && tablesOf(executor.value);
    if (!wanted || missing.length === 0) return;
    report({
      ...executor.span,
      message: message('executor-without-section', {
        executor: executor.value,
        count: missing.length,
        tables: allOf(missing.map((name) => `[runners.${name}]`)),
      }),
      link: visit.context.schema.byPath(`runners[].${missing[0]}`)?.docs,
      fixes: () => [
        ...insertion(visit, missing, wanted),
        ...(missing.length === Object.keys(wanted).length ? otherExecutor(runner, executor) : []),
      ],
    });
  },
};

/** The tables with the keys that most would write; none where the executor needs a key in them that nobody can know. */
function insertion(visit: RunnerVisit, missing: readonly string[], needed: Tables): Fix[] {
  if (missing.some((name) => (needed[name]?.length ?? 0) > 0)) return [];
  const tables = missing.flatMap((name) => visit.context.schema.byPath(`runners[].${name}`) ?? []);
  const changes = tables.map((table) => ({ op: 'add-table', from: visit, table, entries: entriesOf(table) }) as const);
  const headers = allOf(missing.map((name) => `[runners.${name}]`));
  return [{ title: message('fix.add.tables', { tables: headers }), changes }];
}

/** The executor whose tables are there, with something in them. */
function otherExecutor(runner: TableView, { span }: Located<string>): Fix[] {
  const name = executorOf((table) => (runner.table(table)?.node.members.size ?? 0) > 0);
  if (name === undefined) return [];
  const newText = valueText(name);
  return [{ title: message('fix.change-to', { text: newText }), changes: replacements([{ ...span, newText }]) }];
}

function entriesOf({ path, children }: KeySchema): Entry[] {
  const examples = (blocks.pairs as Record<string, Record<string, string | null>>)[path] ?? {};
  return Object.entries(examples).flatMap(([key, example]) => {
    if (example === null) return [];
    const isNumber = children.get(key)?.kind === 'integer';
    return [{ key, value: { json: isNumber ? Number(example) : example } }];
  });
}
