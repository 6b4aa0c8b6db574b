/** Looks whether a YAML file can hold a runner configuration at all, before anything is read. */

/** Longer files are not looked at. */
export const LONGEST_FILE = 8 * 1024 * 1024;

const RUNNERS_KEY = /runners["'\\]*[ \t]*:/i;
const CONFIG_KEY = /config["'\\]*[ \t]*:/;
const TOML_KEY = /\.toml["'\\]*[ \t]*:/i;
/** Also a table of one, half-typed. */
const RUNNERS_TABLE = /\[[ \t]*["'\\]*runners/i;
const INTERVAL_KEYS = ['check_interval', 'shutdown_timeout', 'connection_max_age'];

/** Whether it is worth while to read the file. Most answers come from searching for one word. */
export function mayHoldConfiguration(text: string): boolean {
  if (text.length > LONGEST_FILE) return false;
  if (text.includes('unner') || text.includes('UNNER')) {
    if (RUNNERS_KEY.test(text) && CONFIG_KEY.test(text)) return true;
    if (TOML_KEY.test(text) || RUNNERS_TABLE.test(text)) return true;
  }
  return mayHoldGlobals(text);
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
