/** Is the text of a scalar a runner configuration, or a script or a page that speaks of one? */
import { recognize } from '../recognition';

/** Lines that say nothing: blank, comments, template actions alone. */
const SILENT_LINE = /^[ \t]*(?:#(?!!).*|(?:\{\{.*\}\}|\{%.*%\}|\{#.*#\}|%\{.*\}|<%.*%>)[ \t]*)?$/;
/** `[table]`, `[[table]]`, also half-typed, or `key = value` with the keys that TOML allows. */
const TOML_LINE = /^[ \t]*(?:\[{1,2}[ \t]*["'A-Za-z]|["']?[A-Za-z0-9_][\w."'-]*[ \t]*=)/;
/** A key, a table or a quote before the rest is typed. */
const HALF_TYPED_LINE = /^[ \t]*(?:\[{0,2}|["']?[A-Za-z0-9_][\w.-]*["']?[ \t]*)$/;
/** `cat <<EOF > config.toml`: a shell script. */
const HEREDOC = /^[^#"'\n]*<<-?[ \t]*["'\\]?[A-Za-z_]/m;
const GLOBAL_KEY =
  /^[ \t]*(?:concurrent|check_interval|log_level|log_format|listen_address|shutdown_timeout|sentry_dsn|connection_max_age)[ \t]*=/im;
const RUNNERS_TABLE = /^[ \t]*\[{1,2}[ \t]*["']?runners?\b/im;

/** The first line that says something, of the first few hundred; undefined when none does. */
function firstLine(text: string): string | undefined {
  return text.split(/\r?\n/, 500).find((line) => !SILENT_LINE.test(line));
}

/** Reads as TOML, or says nothing yet. A key may be half-typed: at a known place the text must not stop being ours while it is. */
export function readsAsToml(text: string): boolean {
  const line = firstLine(text);
  return line === undefined || ((TOML_LINE.test(line) || HALF_TYPED_LINE.test(line)) && !HEREDOC.test(text));
}

/** Below a key that often leads to one: a runner configuration by its text, however broken a line of it is at the moment. */
export function holdsConfiguration(text: string): boolean {
  const { verdict } = recognize({ path: '', languageId: '', text });
  return verdict === 'content' && !HEREDOC.test(text) && !text.startsWith('#!');
}

/** Below any key: a runner configuration, and nothing that merely contains one. */
export function isPlainlyConfiguration(text: string): boolean {
  return holdsConfiguration(text) && TOML_LINE.test(firstLine(text) ?? '');
}

/** Where the surroundings are the runner's, this is enough: one global, a table half-typed, nothing at all. */
export function mayBeConfiguration(text: string): boolean {
  if (!readsAsToml(text)) return false;
  return firstLine(text) === undefined || hasGlobals(text) || hasRunners(text) || HALF_TYPED_LINE.test(text.trim());
}

export function hasRunners(text: string): boolean {
  return RUNNERS_TABLE.test(text);
}

export function hasGlobals(text: string): boolean {
  return GLOBAL_KEY.test(text);
}

export function hasToken(text: string): boolean {
  return /^[ \t]*token[ \t]*=/im.test(text);
}
