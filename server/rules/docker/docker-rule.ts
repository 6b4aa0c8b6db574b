/** What the rules about `[runners.docker]` share: they see the table and its runner, where the executor reads the table at all. */
import { type TableView, tableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import type { Code } from '../../text/code';
import type { Report, Rule } from '../rule';

export interface DockerVisit extends TableVisit {
  readonly docker: TableView;
  readonly around: TableView;
  /** Undefined in a fragment that does not say it. */
  readonly executor: string | undefined;
}

/** A rule about keys of `[runners.docker]`. A table that the executor does not read is one finding, and not looked into. */
export function dockerRule(code: Code, check: (visit: DockerVisit, report: Report) => void): Rule<'table'> {
  return {
    code,
    scope: 'table',
    on: ['runners[].docker'],
    check(visit, report) {
      const { runner, schema, table } = visit;
      if (!runner) return;
      const around = tableView(runner);
      const executor = around.string('executor')?.value;
      if (executor !== undefined && !schema.executors.includes(executor)) return;
      check({ ...visit, docker: tableView(table), around, executor }, report);
    },
  };
}

/** The address of what the documentation says of a key of the table. */
export function docsOf({ schema }: TableVisit, name: string): string | undefined {
  return schema.children.get(name)?.docs;
}
