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
  const all = runnerTables(document, context).filter((table) => runs(table, log.executor, executors));
  const byToken = log.token === undefined ? [] : all.filter((table) => hasToken(table, log.token ?? ''));
  if (byToken.length > 0) return byToken;
  const byName =
    log.name === undefined ? [] : all.filter((table) => tableView(table).string('name')?.value === log.name);
  return byName.length > 0 ? byName : all;
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
