/**
 * What the gitlab-runner chart reads from its own values instead of `runners.config`: the template is only merged into the runner
 * that the chart registers, so that globals in it do nothing, and its address and token are given to the registration.
 */
import { type Statement, statements } from './toml-statements';

/** What becomes of a runner's token: left to a Secret, or kept as a value. */
export type TokenChoice = 'secret' | 'value';

/** A value of the chart, with its comments. */
export interface ChartValue {
  readonly name: string;
  /** As YAML has it. */
  readonly text: string;
  /** As it is compared with what the file has. */
  readonly value: string;
  /** Each from its `#` on. */
  readonly above: readonly string[];
  readonly behind: string;
}

export interface Split {
  /** What stays for `runners.config`. */
  readonly config: string;
  readonly values: readonly ChartValue[];
}

const GLOBALS: ReadonlyMap<string, string> = new Map([
  ['concurrent', 'concurrent'],
  ['check_interval', 'checkInterval'],
  ['log_level', 'logLevel'],
  ['log_format', 'logFormat'],
  ['shutdown_timeout', 'shutdown_timeout'],
  ['connection_max_age', 'connectionMaxAge'],
  ['sentry_dsn', 'sentryDsn'],
]);
const NUMBERS = new Set(['concurrent', 'checkInterval', 'shutdown_timeout']);
const TOKEN = 'runnerToken';
const OF_RUNNER: ReadonlyMap<string, string> = new Map([
  ['url', 'gitlabUrl'],
  ['token', TOKEN],
]);

/** Whether a runner of the configuration has a token in clear text. */
export function hasToken(configuration: string): boolean {
  return found(linesOf(configuration)).some(({ name }) => name === TOKEN);
}

/**
 * Takes out of a configuration what belongs to the chart's values. `has` says which of them the file has: what stands in the
 * configuration goes then, and its comments stay. Address and token of several runners are no one value.
 */
export function splitConfiguration(configuration: string, token: TokenChoice, has: (name: string) => boolean): Split {
  const lines = linesOf(configuration);
  const all = found(lines);
  /** What is written in place of a line; undefined takes the line away. */
  const instead = new Map<number, string | undefined>();
  const values: ChartValue[] = [];
  for (const { name, value, several, statement } of all) {
    const { line, comment, indent } = statement;
    const leftOut = name === TOKEN && token === 'secret';
    if (several && !leftOut) continue;
    if (leftOut || has(name)) {
      instead.set(line, comment && indent + comment);
      continue;
    }
    // Comments without an empty line before the key speak of it.
    const from = line - statement.above;
    for (let index = from; index <= line; index++) instead.set(index, undefined);
    const above = lines.slice(from, line).map((text) => text.trim());
    const text = NUMBERS.has(name) ? value : JSON.stringify(value);
    values.push({ name, text, value, above, behind: comment ?? '' });
  }
  if (instead.size === 0) return { config: configuration, values };
  const rest = lines.flatMap((text, index) => (instead.has(index) ? (instead.get(index) ?? []) : text));
  const first = rest.findIndex((text) => text.trim() !== '');
  return { config: first === -1 ? '' : rest.slice(first).join('\n'), values };
}

interface Found {
  readonly name: string;
  readonly value: string;
  /** One of several runners has it. */
  readonly several: boolean;
  readonly statement: Statement;
}

/** Each statement that sets a value of the chart; what is written in another way than these values are stays where it is. */
function found(lines: readonly string[]): Found[] {
  const all = statements(lines);
  const several = all.filter(({ header }) => header === '[[runners]]').length > 1;
  const seen = new Set<string>();
  return all.flatMap((statement) => {
    const { table, key = '', written = '' } = statement;
    const isRunner = table === '[[runners]]';
    const name = isRunner ? OF_RUNNER.get(key) : table === '' ? GLOBALS.get(key) : undefined;
    const value = name && (NUMBERS.has(name) ? integer(written) : string(written));
    if (!name || !value || value.includes('{{')) return [];
    // A key that stands twice is a mistake to mend first.
    if (seen.has(name) && !(isRunner && several)) return [];
    seen.add(name);
    return [{ name, value, several: isRunner && several, statement }];
  });
}

/** A decimal integer, as every version of YAML reads it. */
function integer(written: string): string | undefined {
  if (!/^\+?(?:0|[1-9](?:_?\d)*)$/.test(written)) return undefined;
  return written.replace(/[+_]/g, '');
}

/** The value of a string of one line; undefined of one with escapes that JSON does not have. */
function string(written: string): string | undefined {
  if (/^'[^']*'$/.test(written)) return written.slice(1, -1);
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function linesOf(configuration: string): string[] {
  return configuration.replace(/^\ufeff/, '').split(/\r?\n/);
}
