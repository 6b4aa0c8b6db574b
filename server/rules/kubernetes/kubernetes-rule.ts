/** What the rules about Kubernetes share: they look at `[runners.kubernetes]`, where the executor of the runner reads it. */
import { isFragment } from '../../meaning/fragment';
import { type Located, type TableView, tableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import type { Code } from '../../text/code';
import { oncePer } from '../../text/once';
import type { Span } from '../../text/span';
import type { Report, Rule } from '../rule';

export interface Kubernetes {
  readonly visit: TableVisit;
  /** `[runners.kubernetes]`. */
  readonly table: TableView;
  readonly runner: TableView;
  /** The documentation of a key, by its path below the table. */
  docs(path: string): string | undefined;
}

/** A rule of `[runners.kubernetes]`; silent where the runner has another executor. */
export function kubernetesRule(code: Code, check: (kubernetes: Kubernetes, report: Report) => void): Rule<'table'> {
  return {
    code,
    scope: 'table',
    on: ['runners[].kubernetes'],
    check(visit, report) {
      const kubernetes = kubernetesOf(visit);
      if (kubernetes) check(kubernetes, report);
    },
  };
}

/** All rules are shown the same visit of a table: what they see is made once. */
const kubernetesOf = oncePer(read);

function read(visit: TableVisit): Kubernetes | undefined {
  const { around: runner } = visit;
  if (!runner) return undefined;
  const executor = runner.string('executor')?.value;
  const { schema } = visit.context;
  const known = schema.enumeration('executor')?.values;
  if (executor !== undefined && executor !== 'kubernetes' && known?.includes(executor)) return undefined;
  const docs = (path: string) => schema.byPath(`runners[].kubernetes.${path}`)?.docs;
  return { visit, table: tableView(visit.table), runner, docs };
}

/** A rule about what `[runners.kubernetes]` lacks: a text that begins inside a runner may have it elsewhere. */
export function absenceRule(code: Code, check: (kubernetes: Kubernetes, report: Report) => void): Rule<'table'> {
  return kubernetesRule(code, (kubernetes, report) =>
    check(kubernetes, (found) => {
      if (!isFragment(kubernetes.visit.document.model)) report(found);
    }),
  );
}

/** Whether the table has a name that nobody knows: it may be meant as the key that is missing, and says so itself. */
export function hasUnknownName({ table, context, schema }: TableVisit): boolean {
  return [...table.members.keys()].some((name) => !context.schema.find(schema, name));
}

/** Where the name of a value's key stands. */
export function keyOf({ member }: Located<unknown>): Span {
  return { start: member.key.start, end: member.key.end };
}
