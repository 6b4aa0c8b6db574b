/** Looks whether a YAML file can hold a runner configuration at all, before anything is read. */
import { tooLong } from '../bounded';

const RUNNERS_KEY = /runners["'\\]*[ \t]*:/i;
const CONFIG_KEY = /config["'\\]*[ \t]*:/;
/**
 * A block, which may be about to be written, or an alias of one; an anchor and a tag may precede it. Any other scalar has to be plainly
 * ours.
 */
const CONFIG_BLOCK = /config(?<![\w./-]config)["'\\]*[ \t]*:[ \t]*(?:[&!]\S{0,200}[ \t]+){0,2}[|>*]/;
const TOML_KEY = /\.toml["'\\]*[ \t]*:/i;
/** Also a table of one, half-typed: where a line of TOML can begin, so that `tags: [runners]` is none. */
const RUNNERS_TABLE = /\[[ \t]*["'\\]*runners(?<=(?:^|["']|\\.)[ \t]*\[{1,2}[ \t]*["'\\]*runners)/im;
/** Tells a runner without a table of that name: `[runner]`, `runners = [{`. */
const EXECUTOR = /\bexecutor["'\\]*[ \t]*=[ \t]*["'\\]/i;
const INTERVAL_KEYS = ['check_interval', 'shutdown_timeout', 'connection_max_age'];

/** Whether it is worth while to read the file. Most answers come from searching for one word. */
export function mayHoldConfiguration(text: string): boolean {
  const unread = tooLong(text);
  if (unread) return unread.findings.length > 0;
  if (text.includes('unner') || text.includes('UNNER')) {
    if (TOML_KEY.test(text) || RUNNERS_TABLE.test(text) || EXECUTOR.test(text)) return true;
    if (RUNNERS_KEY.test(text) && CONFIG_BLOCK.test(text) && hasBlockBelowRunners(text)) return true;
  }
  return mayHoldGlobals(text);
}

/** Whether the file has the keys below which a configuration may be written at any moment. */
export function mayGetConfiguration(text: string): boolean {
  const unread = tooLong(text);
  if (unread) return unread.findings.length > 0;
  return (RUNNERS_KEY.test(text) && CONFIG_KEY.test(text)) || mayHoldConfiguration(text);
}

/** A key, perhaps of an item of a sequence; a template's line is none. */
const ENTRY = /^( *)((?:- +)*)(?!- )["']?[\w./$-][^:#]*:/;
const ANCHOR = /:[ \t]*&\S{1,100}[ \t]*(?:#|$)/;

/** Whether a block is below `runners`, or below an anchor, by the indentation of the lines. */
function hasBlockBelowRunners(text: string): boolean {
  let open = Number.POSITIVE_INFINITY;
  for (const line of text.split(/\r?\n/)) {
    const entry = ENTRY.exec(line);
    if (!entry) continue;
    const [, spaces = '', dashes = ''] = entry;
    const column = spaces.length + dashes.length;
    // An item may stand as far in as the key that it belongs to.
    if (dashes ? spaces.length < open : column <= open) open = Number.POSITIVE_INFINITY;
    if (CONFIG_BLOCK.test(line) && (column > open || RUNNERS_KEY.test(line))) return true;
    if (open === Number.POSITIVE_INFINITY && (RUNNERS_KEY.test(line) || ANCHOR.test(line))) open = column;
  }
  return false;
}

/** A ConfigMap with globals only need not hold the word; any two of these tell. */
function mayHoldGlobals(text: string): boolean {
  const found = [
    text.includes('concurrent'),
    text.includes('session_server'),
    INTERVAL_KEYS.some((key) => text.includes(key)),
  ];
  return found.filter(Boolean).length > 1;
}

/** Whether a part of a file can hold the text of a configuration, an anchor of one, or YAML that holds one. */
export function mayHoldScalar(part: string): boolean {
  return (
    /[|>"'=[&*]/.test(part) && /config|\.toml|runner|concurrent|session_server|interval|values|ya?ml|&/i.test(part)
  );
}
