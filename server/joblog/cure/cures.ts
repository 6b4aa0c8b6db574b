/** What cures an error of a log in a configuration: changes of the right runner, as far as the file does not say it already. */
import { editsOf } from '../../edits/changes';
import type { Change } from '../../meaning/change';
import type { Context } from '../../meaning/context';
import type { ConfigDocument } from '../../meaning/document';
import { runnerTables } from '../../meaning/runners';
import { tableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import { rootVisit, runnerVisit } from '../../meaning/visits';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { TableNode } from '../../toml/model';
import { isOfFamily, isReadBy } from '../families';
import type { Edit, EditValue, LogError, LogRunner } from '../types';
import { changeOf, namesBelow } from './edit-changes';
import { heldOf, placeOf } from './gap';
import { forLog } from './log-version';
import { likelyRunners } from './which-runner';
import { memberAt } from './written';

/** One way to cure an error. */
export interface Cure {
  /** What it comes to, of the edits of the error those that the file does not say yet. */
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
  /** The edits of the text, in its order. */
  readonly textEdits: readonly TextEdit[];
  /** The runner that it changes: its place among the runners, and its name. */
  readonly runner: { readonly index: number; readonly name?: string };
  /** Which of the ways to the same end it is, from 1. */
  readonly choice: number;
  /** Where it belongs. */
  readonly place: Span;
  /** What stands where it leaves something to the user; undefined where it leaves nothing. */
  readonly held?: string;
}

/** What is to be cured: an error as far as its cures depend on it. */
export type Curable = Pick<LogError, 'edits' | 'executors'>;

/** The cures of an error, the best one first; those of several runners where it cannot be told which one it was. */
export function curesOf(error: Curable, log: LogRunner, document: ConfigDocument, general: Context): Cure[] {
  const context = forLog(general, log);
  const schema = context.schema.byPath('runners[]');
  if (!schema) return [];
  return likelyRunners(document, context, log, error.executors).flatMap((table) => {
    const visit = runnerVisit(document, context, schema, table);
    return curesOfRunner(error, log, visit);
  });
}

function curesOfRunner(error: Curable, log: LogRunner, visit: TableVisit): Cure[] {
  const executor = executorOf(visit.table, log, error.executors);
  const edits = error.edits.filter((edit) => fits(edit, executor, visit.table));
  const choices = [...new Set(edits.map(({ choice = 1 }) => choice))].sort((one, other) => one - other);
  return choices.flatMap((choice) => {
    const made = edits.filter((edit) => (edit.choice ?? 1) === choice).map((edit) => madeIn(edit, visit));
    return cureOf(made, choice, visit) ?? [];
  });
}

interface MadeEdit {
  readonly edit: Edit;
  readonly from: TableVisit;
  readonly change: ReturnType<typeof changeOf>;
}

function madeIn(edit: Edit, visit: TableVisit): MadeEdit {
  const from = edit.table.startsWith('runners[]') ? visit : rootVisit(visit.document, visit.context);
  return { edit, from, change: changeOf(edit, from) };
}

function cureOf(made: readonly MadeEdit[], choice: number, visit: TableVisit): Cure | undefined {
  const { document, context, table } = visit;
  const open: (MadeEdit & { change: Change })[] = [];
  for (const each of made) {
    const { change } = each;
    if (change !== undefined && change !== 'settled') open.push({ ...each, change });
  }
  const [first] = open;
  if (!first) return undefined;
  const changes = withNewLists(open);
  const textEdits = editsOf(document, changes);
  if (!textEdits || textEdits.length === 0) return undefined;
  const name = tableView(table).string('name')?.value;
  const held = made.flatMap(({ edit, from }) => heldOf(edit, from) ?? []);
  return {
    edits: open.map(({ edit }) => edit),
    changes,
    textEdits,
    runner: { index: runnerTables(document, context).indexOf(table), ...(name !== undefined && { name }) },
    choice,
    place: placeOf(first.edit, first.from),
    ...(held.length > 0 && { held: held.join() }),
  };
}

/** The changes; items of a list that is not there yet make one list. */
function withNewLists(open: readonly { edit: Edit; change: Change }[]): Change[] {
  const lists = new Map<string, EditValue[]>();
  const changes: Change[] = [];
  for (const { edit, change } of open) {
    const { table, value } = edit;
    if (
      change.op !== 'append' ||
      value === undefined ||
      memberAt(change.from.table, [...namesBelow(table), change.key.name])
    ) {
      changes.push(change);
      continue;
    }
    const items = lists.get(change.key.path);
    if (items) {
      items.push(value);
      continue;
    }
    const list = [value];
    lists.set(change.key.path, list);
    changes.push({ ...change, op: 'set', value: { json: list } });
  }
  return changes;
}

/** The executor of a runner: as it says, as the log says, or the one that the error comes up with alone. */
function executorOf(table: TableNode, log: LogRunner, executors: readonly string[]): string | undefined {
  const [only] = executors;
  return (
    tableView(table).string('executor')?.value ||
    log.executor ||
    (executors.length === 1 && only !== '*' ? only : undefined)
  );
}

/** Whether an edit is for the executor; where nothing tells, for a runner that has such a table. */
function fits({ table, family }: Edit, executor: string | undefined, runner: TableNode): boolean {
  if (executor !== undefined) return isReadBy(table, executor) && (!family || isOfFamily(family, executor));
  const name = family ?? /^runners\[\]\.(\w+)/.exec(table)?.[1];
  const hasFamily = ['docker', 'kubernetes'].some((each) => tableView(runner).has(each));
  return name === undefined || !['docker', 'kubernetes'].includes(name) || !hasFamily || tableView(runner).has(name);
}
