/** Is the text of a scalar a runner configuration, or a script or a page that speaks of one? */
import { EXECUTOR, recognize } from '../toml-file/recognition';

/** Lines that say nothing: blank, comments, template actions alone. */
const SILENT_LINE = /^[ \t]*(?:#(?!!).*|(?:\{\{.*\}\}|\{%.*%\}|\{#.*#\}|%\{.*\}|<%.*%>)[ \t]*)?$/;
/** `[table]`, `[[table]]`, also half-typed, or `key = value` with the keys that TOML allows. */
const TOML_LINE = /^[ \t]*(?:\[{1,2}[ \t]*["'A-Za-z]|["']?[A-Za-z0-9_][\w."'-]*[ \t]*=)/;
/** A key, a table or a quote before the rest is typed. */
const HALF_TYPED_LINE = /^[ \t]*(?:\[{0,2}|["']?[A-Za-z0-9_][\w.-]*["']?[ \t]*)$/;
/** `cat <<EOF > config.toml`: a shell script. */
const HEREDOC = /^[^#"'\n\r\u2028\u2029]*<<[-~]?[ \t]*["'\\]?[A-Za-z_]/m;

/** Most texts are told by a search for two characters, which is much faster. */
function hasHeredoc(text: string): boolean {
  return text.includes('<<') && HEREDOC.test(text);
}
const GLOBAL_KEYS = [
  'concurrent',
  'check_interval',
  'log_level',
  'log_format',
  'listen_address',
  'shutdown_timeout',
  'sentry_dsn',
  'connection_max_age',
];
const GLOBAL_KEY = new RegExp(`^[ \\t]*(?:${GLOBAL_KEYS.join('|')})[ \\t]*=`, 'im');
/** Those that few other programs have. */
const TELLING_KEY =
  /^[ \t]*(?:concurrent|check_interval|shutdown_timeout|sentry_dsn|connection_max_age)[ \t]*=|^[ \t]*\[[ \t]*session_server\b/im;
const RUNNERS_TABLE = /^[ \t]*\[{1,2}[ \t]*["']?runners?\b/im;
const TABLES = ['runners', 'session_server', 'experimental', 'labels', 'machine'];
/** What is typed first, to be completed: the executors stand for the runners of their kind. */
const FIRST_WORDS = [...TABLES, ...GLOBAL_KEYS, 'docker', 'kubernetes', 'shell'];
/** Of the runner's own keys, those that few other programs have: somebody may have left out `[[runners]]`. */
const RUNNER_KEY =
  /^[ \t]*(?:environment[ \t]*=[ \t]*\[|(?:builds_dir|cache_dir|clone_url|output_limit|request_concurrency|(?:pre|post)_\w+_script)[ \t]*=)/im;
/** What of a line says nothing of its quotes: escapes, closed strings, a comment. */
const BALANCED = /\\.|"(?:\\.|[^"\\])*"|'[^']*'|#.*/g;

/** The lines that say something, of the first few hundred. */
function tellingLines(text: string): string[] {
  return text.split(/\r?\n/, 500).filter((line) => !SILENT_LINE.test(line));
}

/** The first of them; undefined when none does. */
function firstLine(text: string): string | undefined {
  return tellingLines(text)[0];
}

/** Reads as TOML, or says nothing yet. A key may be half-typed: at a known place the text must not stop being ours while it is. */
export function readsAsToml(text: string): boolean {
  const line = firstLine(text);
  return line === undefined || ((TOML_LINE.test(line) || HALF_TYPED_LINE.test(line)) && !hasHeredoc(text));
}

/** Below a key that often leads to one: a runner configuration by its text, however broken a line of it is at the moment. */
export function holdsConfiguration(text: string): boolean {
  return (isRecognized(text) || hasRunners(text)) && !hasHeredoc(text) && !text.startsWith('#!');
}

/** By its text alone: `[[runners]]` is a table of other programs, too. */
function isRecognized(text: string): boolean {
  return recognize({ path: '', languageId: '', text }).verdict === 'content';
}

/** Below any key: a runner configuration, and nothing that merely contains one. */
export function isPlainlyConfiguration(text: string): boolean {
  return isRecognized(text) && holdsConfiguration(text) && TOML_LINE.test(firstLine(text) ?? '') && !isQuoted(text);
}

/** Whether a script quotes it: behind `CONFIG="`, `echo '` or Python's `cfg = """`, and closed further down. */
function isQuoted(text: string): boolean {
  let open: string | undefined;
  let holds = false;
  for (const line of tellingLines(text)) {
    const isOurs = RUNNERS_TABLE.test(line) || GLOBAL_KEY.test(line);
    if (open === undefined) {
      if (isOurs) return false;
      open = /["']/.exec(line.replace(BALANCED, ''))?.[0];
    } else {
      holds ||= isOurs;
      if (line.split(open).length % 2 === 1) continue;
      if (holds) return true;
      open = undefined;
    }
  }
  return false;
}

/** Where the surroundings are perhaps the runner's, this is enough: one global, a table half-typed, nothing at all. */
export function mayBeConfiguration(text: string): boolean {
  if (!readsAsToml(text)) return false;
  return isBegun(text) || [RUNNERS_TABLE, TELLING_KEY, RUNNER_KEY, EXECUTOR].some((evidence) => evidence.test(text));
}

/** The first thing is being typed: `[[run`, `conc`. */
function isBegun(text: string): boolean {
  const [first, ...others] = tellingLines(text);
  if (first === undefined) return true;
  const [, brackets, name = '', rest = ''] = /^[ \t]*(\[{0,2})[ \t]*["']?([\w-]*)["']?[ \t]*(.*)/s.exec(first) ?? [];
  const begins = (word: string) => word.startsWith(name.toLowerCase());
  if (others.length > 0) return brackets !== '' && name !== '' && rest === '' && begins('runners');
  if (rest === '') return (brackets ? TABLES : FIRST_WORDS).some(begins);
  return brackets !== '' && /^\]/.test(rest) && TABLES.includes(name.toLowerCase());
}

/** The header of a runner, also one that is misspelled: a list of one name. */
const ENTRY = /^[ \t]*(?:\[\[[ \t]*["']?[\w-]{4,10}["']?[ \t]*\]|\[[ \t]*["']?runners?["']?[ \t]*\])/im;

/** Whether a text of runners is a part of one: without the header of any runner, and without what begins a file. */
export function isPart(text: string): boolean {
  return !ENTRY.test(text) && !(hasGlobals(text) && hasRunners(text));
}

/** Whether a text has a header of runners, also one that is misspelled. */
export function hasRunners(text: string): boolean {
  return RUNNERS_TABLE.test(text);
}

export function hasGlobals(text: string): boolean {
  return GLOBAL_KEY.test(text);
}

export function hasToken(text: string): boolean {
  return /^[ \t]*token[ \t]*=/im.test(text);
}
