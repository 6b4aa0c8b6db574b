/** What cures an error of a log in a configuration: changes of the right runner, as far as the file does not say it already. */
import { editsOf } from '../../edits/changes';
import type { Change } from '../../meaning/change';
import type { Context } from '../../meaning/context';
import type { ConfigDocument } from '../../meaning/document';
import { tableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import { rootVisit } from '../../meaning/visits';
import type { TextEdit } from '../../text/edit';
import type { TableNode } from '../../toml/model';
import { isOfFamily, isReadBy } from '../families';
import type { Edit, LogError, LogRunner } from '../types';
import { changeOf } from './edit-changes';
import { likelyRunners } from './which-runner';

/** One way to cure an error. */
export interface Cure {
  /** What it comes to, of the edits of the error those that the file does not say yet. */
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
  /** The edits of the text, in its order. */
  readonly textEdits: readonly TextEdit[];
  /** The runner that it changes. */
  readonly runner: TableNode;
}

/** The cures of an error, the best one first; those of several runners where it cannot be told which one it was. */
export function curesOf(error: LogError, log: LogRunner, document: ConfigDocument, context: Context): Cure[] {
  const schema = context.schema.byPath('runners[]');
  if (!schema) return [];
  return likelyRunners(document, context, log, error.executors).flatMap((table) => {
    const visit: TableVisit = { document, context, table, schema, path: ['runners'], runner: table };
    return curesOfRunner(error, log, visit);
  });
}

function curesOfRunner(error: LogError, log: LogRunner, visit: TableVisit): Cure[] {
  const executor = executorOf(visit.table, log, error.executors);
  const edits = error.edits.filter((edit) => fits(edit, executor, visit.table));
  const choices = [...new Set(edits.map(({ choice = 1 }) => choice))].sort((one, other) => one - other);
  return choices.flatMap((choice) => {
    const made = edits
      .filter((edit) => (edit.choice ?? 1) === choice)
      .map((edit) => ({ edit, change: madeIn(edit, visit) }));
    return cureOf(made, visit) ?? [];
  });
}

function madeIn(edit: Edit, visit: TableVisit) {
  const isOfRunner = edit.table.startsWith('runners[]');
  return changeOf(edit, isOfRunner ? visit : rootVisit(visit.document, visit.context));
}

interface MadeEdit {
  readonly edit: Edit;
  readonly change: ReturnType<typeof changeOf>;
}

function cureOf(made: readonly MadeEdit[], { document, table }: TableVisit): Cure | undefined {
  const open: { edit: Edit; change: Change }[] = [];
  for (const { edit, change } of made) if (change !== undefined && change !== 'settled') open.push({ edit, change });
  if (open.length === 0) return undefined;
  const changes = open.map(({ change }) => change);
  const textEdits = editsOf(document, changes);
  if (!textEdits || textEdits.length === 0) return undefined;
  return { edits: open.map(({ edit }) => edit), changes, textEdits, runner: table };
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
