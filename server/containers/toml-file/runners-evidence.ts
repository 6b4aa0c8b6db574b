/**
 * Whose `[[runners]]` it is: other programs have a table of that name, with keys such as `id` and `cmd`. As cheap as recognition has
 * to be: the lines are looked at, nothing is parsed. Names are compared ignoring case, as the runner does.
 */

/** Keys of `[[runners]]` that hardly another program has. */
export const TELLING_KEYS = [
  'builds_dir',
  'cache_dir',
  'clean_environment',
  'clean_git_config',
  'clone_url',
  'debug_trace_disabled',
  'disable_verbose',
  'executor',
  'get_sources_timeout',
  'job_status_final_update_retry_limit',
  'output_limit',
  'post_build_script',
  'post_clone_script',
  'post_get_sources_script',
  'pre_build_script',
  'pre_clone_script',
  'pre_get_sources_script',
  'prepare_timeout',
  'proxy_exec',
  'request_concurrency',
  'safe_directory_checkout',
  'shell_script',
  'slot_cgroup_template',
  'step_runner_image',
  'strict_check_interval',
  'tls-ca-file',
  'tls-cert-file',
  'tls-key-file',
  'tls-skip-verify',
  'token_expires_at',
  'token_obtained_at',
  'unhealthy_interval',
  'unhealthy_requests_limit',
  'use_slot_cgroups',
] as const;

/** Those that any program may have. */
export const GENERAL_KEYS = ['environment', 'id', 'limit', 'name', 'shell', 'token', 'url'] as const;

/** What stands beside `[[runners]]` in a runner's configuration. */
const GLOBALS = [
  'check_interval',
  'concurrent',
  'connection_max_age',
  'listen_address',
  'log_format',
  'log_level',
  'metrics_server',
  'prometheus_listen_address',
  'sentry_dsn',
  'shutdown_timeout',
  'user',
] as const;
const TELLING_GLOBALS = ['check_interval', 'concurrent', 'connection_max_age', 'shutdown_timeout'] as const;
const GLOBAL_TABLES = ['session_server', 'experimental'] as const;

const telling: ReadonlySet<string> = new Set(TELLING_KEYS);
const globalTables: ReadonlySet<string> = new Set(GLOBAL_TABLES);

/** The first part of a key, and the mark behind it. */
const KEY = /^[ \t]*(?:"([^"\n=]*)"|'([^'\n=]*)'|([\w-]+))[ \t]*[=.]/;
const HEADER = /^[ \t]*\[\[?[ \t]*["']?([\w-]+)["']?[ \t]*(\.)?/;

/** What the lines of a text tell. */
interface Names {
  /** Of the keys right below `[[runners]]`. */
  readonly keys: ReadonlySet<string>;
  /** Of the keys above the first table. */
  readonly above: ReadonlySet<string>;
  /** Of tables that no configuration of a runner has. */
  readonly foreign: ReadonlySet<string>;
}

/**
 * Whether a text with `[[runners]]` is a runner's configuration, where it has none of its tables: by one telling key, that no crowd of
 * foreign ones speaks against; or because nothing is there yet that is another's. `tables`: those below `[[runners]]`.
 */
export function isOurRunners(text: string, tables: readonly string[]): boolean {
  const { keys, above, foreign } = namesIn(text);
  const known = spelled(keys, [...TELLING_KEYS, ...GENERAL_KEYS, ...tables]);
  const knownAbove = spelled(above, GLOBALS);
  const others = keys.size - known.length + above.size - knownAbove.length + foreign.size;
  if (others === 0) return true;
  const isTold =
    known.some((key) => telling.has(key) || tables.includes(key)) || spelled(knownAbove, TELLING_GLOBALS).length > 0;
  // What a typing mistake makes of a key is foreign, too.
  return isTold && 2 * (known.length + knownAbove.length) >= others;
}

function spelled(keys: Iterable<string>, names: readonly string[]): string[] {
  return [...keys].filter((key) => names.some((name) => isSpelled(key, name)));
}

/** Whether a key is a name, but perhaps for a letter that is missing, too many, or another one, or two that changed places. */
function isSpelled(key: string, name: string): boolean {
  if (key === name) return true;
  if (name.length < 3 || Math.abs(key.length - name.length) > 1) return false;
  let start = 0;
  while (start < key.length && key[start] === name[start]) start++;
  const rest = (text: string, from: number) => text.slice(from);
  if (rest(key, start + 1) === rest(name, start) || rest(key, start) === rest(name, start + 1)) return true;
  if (rest(key, start + 1) === rest(name, start + 1)) return true;
  const areSwapped = key[start] === name[start + 1] && key[start + 1] === name[start];
  return areSwapped && rest(key, start + 2) === rest(name, start + 2);
}

function namesIn(text: string): Names {
  const keys = new Set<string>();
  const above = new Set<string>();
  const foreign = new Set<string>();
  let table: string | undefined = '';
  let quotes: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const isInside = quotes !== undefined;
    quotes = quotesAfter(line, quotes);
    if (isInside) continue;
    const header = HEADER.exec(line);
    if (header) {
      const name = (header[1] ?? '').toLowerCase();
      const isRunners = name === 'runners' || name === 'runner';
      // What a table below `[[runners]]` holds tells nothing: it has none of the known ones.
      table = isRunners && !header[2] ? 'runners' : undefined;
      if (!isRunners && !globalTables.has(name)) foreign.add(`[${name}]`);
      continue;
    }
    const key = KEY.exec(line);
    const name = (key?.[1] ?? key?.[2] ?? key?.[3])?.toLowerCase();
    // What something fills in is nobody's.
    if (name === undefined || !/^[\w-]+$/.test(name) || /__\w+__/.test(name)) continue;
    if (table === 'runners') keys.add(name);
    else if (table === '') above.add(name);
  }
  return { keys, above, foreign };
}

/** The three quotes that a string is open with behind a line. */
function quotesAfter(line: string, before: string | undefined): string | undefined {
  let open = before;
  for (const [found] of line.matchAll(/"""|'''/g))
    open = open === undefined ? found : open === found ? undefined : open;
  return open;
}
