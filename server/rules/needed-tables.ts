/**
 * The tables that the executor of a runner cannot do without: which of them are missing, and whether a table of another name, or in
 * another place, was meant as one. Such a table is the cause, and is all that is said.
 */
import { joinedName } from '../edits/joined-name';
import type { ConfigDocument } from '../meaning/document';
import { runnerTables } from '../meaning/runners';
import { tableView } from '../meaning/table-view';
import { isUnknownName, type Meaning, meaningOf } from '../meaning/unknown-name';
import type { KeyVisit, RunnerVisit, TableVisit } from '../meaning/visit';
import { rootVisit } from '../meaning/visits';
import type { KeySchema, Schema } from '../schema/types';
import { countBefore } from '../text/search';
import { isImplied, type TableNode } from '../toml/model';
import { tablesOf } from './runner/executor-tables';
import { isWhole } from './runner/whole';

/** The names of those that are not there; none where the runner is not all there, or its executor not known. */
export function missingTables(visit: Pick<RunnerVisit, 'around' | 'source'>): readonly string[] {
  const { around } = visit;
  const executor = around.string('executor');
  const wanted = executor && tablesOf(executor.value);
  return wanted && isWhole(visit) ? Object.keys(wanted).filter((name) => !around.has(name)) : [];
}

/** The names of those that are not there, and that nothing in the text was meant as. */
export function unmeantTables(visit: RunnerVisit): readonly string[] {
  const missing = missingTables(visit);
  if (missing.length === 0) return missing;
  const unknown = [...unknownTables(visit), ...unknownTablesBehind(visit)];
  return missing.filter((name) => !unknown.some((other) => isMeantAs(other, name)));
}

/** Whether an unknown table was meant as one without which the executor of its runner runs no job. */
export function isNeeded(visit: KeyVisit): boolean {
  const runner = visit.runner ?? runnerBefore(visit);
  const missing = runner ? missingTables({ around: tableView(runner), source: visit.source }) : [];
  return missing.some((name) => isMeantAs(visit, name));
}

/** The tables that an unknown one may have been meant to be. */
export function meantTables(visit: KeyVisit): readonly KeySchema[] {
  const joined = joinedName(visit);
  return joined ? [joined.key] : candidates(meaningOf(visit));
}

function candidates(meaning: Meaning): readonly KeySchema[] {
  if (meaning.kind === 'misspelled' || meaning.kind === 'misplaced') return [meaning.key];
  if (meaning.kind !== 'elsewhere' || meaning.unread) return [];
  return meaning.keys.filter(({ kind }) => kind === 'table' || kind === 'array-of-tables' || kind === 'map');
}

/** Whether a table, or the one below the misspelled `runners` of its header, was meant as this one of a runner. */
function isMeantAs(visit: KeyVisit, name: string): boolean {
  const { node } = visit.member;
  return meantTables(visit).some(
    (key) =>
      (key.name === name && key.parent?.path === 'runners[]') ||
      (key.path === 'runners[]' && node.type === 'table' && isImplied(node) && node.members.has(name)),
  );
}

/** The tables of a table that the runner does not know. */
function unknownTables(visit: TableVisit): KeyVisit[] {
  return [...visit.table.members.values()]
    .filter(({ name, node }) => node.type !== 'value' && !visit.context.schema.find(visit.schema, name))
    .map((member) => ({ ...visit, member, key: undefined, exact: true }))
    .filter(isUnknownName);
}

/** Those at the top of the file that come behind a runner, before the next. */
function unknownTablesBehind({ document, context, runner }: RunnerVisit): readonly KeyVisit[] {
  if (document.model.root.members.size < 2) return [];
  let known = behindRunners.get(document);
  if (known?.schema !== context.schema) {
    known = { schema: context.schema, tables: new Map() };
    for (const visit of unknownTables(rootVisit(document, context))) {
      const before = runnerBefore(visit);
      const others = before && known.tables.get(before);
      if (others) others.push(visit);
      else if (before) known.tables.set(before, [visit]);
    }
    behindRunners.set(document, known);
  }
  return known.tables.get(runner) ?? [];
}

/** Found once for a document: a file may have thousands of runners, and as many such tables. */
const behindRunners = new WeakMap<
  ConfigDocument,
  { readonly schema: Schema; readonly tables: Map<TableNode, KeyVisit[]> }
>();

function runnerBefore({
  document,
  context,
  member,
}: Pick<KeyVisit, 'document' | 'context' | 'member'>): TableNode | undefined {
  const runners = runnerTables(document, context);
  return runners[countBefore(runners.length, (index) => startOf(runners[index]) < member.key.start) - 1];
}

function startOf(runner: TableNode | undefined): number {
  return runner?.sections[0]?.start ?? 0;
}
