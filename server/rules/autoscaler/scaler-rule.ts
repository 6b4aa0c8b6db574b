/** What the rules about autoscalers share: they see the table and its runner, where the executor reads the table at all. */
import { type TableView, tableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import type { Code } from '../../text/code';
import type { Report, Rule } from '../rule';

export interface ScalerVisit extends TableVisit {
  readonly view: TableView;
  readonly around: TableView;
}

type Check = (visit: ScalerVisit, report: Report) => void;

/** A rule about tables of an autoscaler. A table that the executor does not read is one finding, and not looked into. */
export function scalerRule(code: Code, on: readonly string[], check: Check): Rule<'table'> {
  return {
    code,
    scope: 'table',
    on,
    check(visit, report) {
      const { schema, table, around } = visit;
      if (!around) return;
      const executor = around.string('executor')?.value;
      if (executor !== undefined && schema.executors.length > 0 && !schema.executors.includes(executor)) return;
      check({ ...visit, view: tableView(table), around }, report);
    },
  };
}

/** The address of what the documentation says of a key of the table. */
export function docsOf({ schema }: TableVisit, name: string): string | undefined {
  return schema.children.get(name)?.docs;
}
