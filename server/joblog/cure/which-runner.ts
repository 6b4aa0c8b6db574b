/** Finds the runner of a configuration that a log speaks of: by its token, its name, its executor. */
import type { Context } from '../../meaning/context';
import type { ConfigDocument } from '../../meaning/document';
import { runnerTables } from '../../meaning/runners';
import { tableView } from '../../meaning/table-view';
import type { TableNode } from '../../toml/model';
import { isSameFamily } from '../families';
import type { LogRunner } from '../types';

/** In front of the part of a token that logs print: helpers/shorten_token.go of the runner. */
const TOKEN_PREFIX = /^(?:glrtr?-|GR1348941)/;

/** The runners that the log may be of; one, where it can be told. `executors`: those that an error comes up with; `*` for all. */
export function likelyRunners(
  document: ConfigDocument,
  context: Context,
  log: LogRunner,
  executors: readonly string[],
): readonly TableNode[] {
  const all = runnerTables(document, context);
  const fitting = (tables: readonly TableNode[]) => tables.filter((table) => runs(table, log.executor, executors));
  const named = namedRunners(all, log);
  const fit = fitting(named);
  // A runner of another executor that only has the name of this one is another runner.
  return fit.length > 0 || (named.length > 0 && log.executor === undefined) ? fit : fitting(all);
}

/** What a log tells of its runner, with the executor that the configuration says of the runner with its token, or name. */
export function withExecutor(log: LogRunner, document: ConfigDocument, context: Context): LogRunner {
  if (log.executor !== undefined) return log;
  const named = namedRunners(runnerTables(document, context), log);
  const [executor, ...others] = new Set(named.map((table) => tableView(table).string('executor')?.value));
  return executor && others.length === 0 ? { ...log, executor } : log;
}

function namedRunners(all: readonly TableNode[], { token, name }: LogRunner): readonly TableNode[] {
  const byToken = token === undefined ? [] : all.filter((table) => hasToken(table, token));
  if (byToken.length > 0 || name === undefined) return byToken;
  return all.filter((table) => tableView(table).string('name')?.value === name);
}

/** A runner that names no executor may be of any. */
function runs(table: TableNode, wanted: string | undefined, executors: readonly string[]): boolean {
  const executor = tableView(table).string('executor')?.value;
  if (executor === undefined || executor === '') return true;
  if (wanted !== undefined) return isSameFamily(executor, wanted);
  return executors.includes('*') || executors.some((each) => isSameFamily(executor, each));
}

function hasToken(table: TableNode, start: string): boolean {
  const token = tableView(table).string('token')?.value.replace(TOKEN_PREFIX, '');
  return token !== undefined && token !== '' && token.startsWith(start.replace(TOKEN_PREFIX, ''));
}
