/** What the rules about `[runners.docker]` share: they see the table and its runner, where the executor reads the table at all. */
import { type TableView, tableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import type { Code } from '../../text/code';
import { oncePer } from '../../text/once';
import type { Report, Rule } from '../rule';

/** The table of an executor, with what is around it. */
export interface ExecutorVisit extends TableVisit {
  readonly view: TableView;
  readonly around: TableView;
  /** Undefined in a fragment that does not say it. */
  readonly executor: string | undefined;
}

export interface DockerVisit extends ExecutorVisit {
  readonly docker: TableView;
}

/** A rule about keys of `[runners.docker]`. */
export function dockerRule(code: Code, check: (visit: DockerVisit, report: Report) => void): Rule<'table'> {
  return ruleOf(code, ['docker'], check);
}

/** Advice about keys of `[runners.docker]`: not given where a fragment shows a part of a runner, and says no executor. */
export function dockerAdvice(code: Code, check: (visit: DockerVisit, report: Report) => void): Rule<'table'> {
  return dockerRule(code, (visit, report) => {
    if (visit.executor !== undefined) check(visit, report);
  });
}

/** A rule about keys of tables of executors. A table that the executor does not read is one finding, and not looked into. */
export function executorRule(
  code: Code,
  tables: readonly string[],
  check: (visit: ExecutorVisit, report: Report) => void,
): Rule<'table'> {
  return ruleOf(code, tables, check);
}

function ruleOf(
  code: Code,
  tables: readonly string[],
  check: (visit: DockerVisit, report: Report) => void,
): Rule<'table'> {
  return {
    code,
    scope: 'table',
    on: tables.map((name) => `runners[].${name}`),
    check(visit, report) {
      const seen = executorVisit(visit);
      if (seen) check(seen, report);
    },
  };
}

/** All rules are shown the same visit of a table: what they see is made once. */
const executorVisit = oncePer(makeVisit);

function makeVisit(visit: TableVisit): DockerVisit | undefined {
  const { source, context, table, schema, path, around } = visit;
  const executor = around?.string('executor')?.value;
  if (!around || (executor !== undefined && !schema.executors.includes(executor))) return undefined;
  const view = tableView(table);
  return {
    source,
    context,
    table,
    schema,
    path,
    around,
    executor,
    view,
    docker: view,
    // Not looked at before a rule does: see check/kept-rules.ts.
    get document() {
      return visit.document;
    },
    get runner() {
      return visit.runner;
    },
  };
}

/** The address of what the documentation says of a key of the table. */
export function docsOf({ schema }: TableVisit, name: string): string | undefined {
  return schema.children.get(name)?.docs;
}
