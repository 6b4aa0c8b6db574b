/** Reads the arguments of `lint`. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { versionOrReason } from '../../schema/named-version';
import type { Version } from '../../schema/version';
import { anyOf, type Message, message } from '../../text/message';

const formats = ['text', 'json', 'sarif', 'codequality'] as const;

export type Format = (typeof formats)[number];

export interface LintOptions {
  readonly format: Format;
  readonly maxWarnings: number | undefined;
  readonly runnerVersion: Version | undefined;
  /** Where what is known already is written down. */
  readonly baseline: string | undefined;
  /** What standard input is called: its ending tells what it is. */
  readonly stdinFilename: string | undefined;
  /** Mends what can be mended safely. */
  readonly fix: boolean;
  /** Prints what would be mended, and writes nothing. */
  readonly dryRun: boolean;
  /** Passes over named files that are no configuration, as in a folder. */
  readonly skipOthers: boolean;
  /** On how many threads files are checked; undefined: as many as pay. */
  readonly jobs: number | undefined;
  readonly paths: readonly string[];
}

interface Wrong {
  readonly wrong: Message;
}

type Read = Partial<LintOptions> | Wrong;

/** What each option that has a value says. */
const readers: Readonly<Record<string, (value: string, option: string) => Read>> = {
  baseline: (baseline) => ({ baseline }),
  format: readFormat,
  jobs: (value, option) =>
    /^[1-9]\d{0,3}$/.test(value) ? { jobs: Number(value) } : { wrong: message('cli.not-a-number', { option, value }) },
  // The command line has found it already: it speaks that language.
  locale: () => ({}),
  'max-warnings': (value, option) =>
    /^\d+$/.test(value) ? { maxWarnings: Number(value) } : { wrong: message('cli.not-a-number', { option, value }) },
  'runner-version': (value, option) => {
    const version = versionOrReason(value);
    if (!('wrong' in version)) return { runnerVersion: version };
    return { wrong: message('cli.runner-version', { option, reason: version.wrong }) };
  },
  'stdin-filename': (stdinFilename) => ({ stdinFilename }),
};

/** Options that have no value. */
const switches: Readonly<Record<string, Partial<LintOptions>>> = {
  fix: { fix: true },
  'dry-run': { dryRun: true },
  'skip-others': { skipOthers: true },
};

const options: NonNullable<ParseArgsConfig['options']> = {
  ...Object.fromEntries(Object.keys(readers).map((name) => [name, { type: 'string' as const }])),
  ...Object.fromEntries(Object.keys(switches).map((name) => [name, { type: 'boolean' as const }])),
  jobs: { type: 'string', short: 'j' },
  help: { type: 'boolean', short: 'h' },
};

/** The options that there are, without their dashes. */
export const optionNames: readonly string[] = Object.keys(options);

/** The options, or what is wrong with them: the first mistake from the left. */
export function readArguments(args: readonly string[]): LintOptions | 'help' | Wrong {
  // Not strict: then the mistakes are found here, and said in the user's language.
  const { tokens, positionals } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  let given: Partial<LintOptions> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (token.name === 'help') return 'help';
    const read = readOption(token);
    if ('wrong' in read) return read;
    given = { ...given, ...read };
  }
  if (positionals.length === 0) return { wrong: message('cli.missing-file') };
  const chosen: LintOptions = { ...defaults, ...given, paths: positionals };
  if (chosen.dryRun && !chosen.fix)
    return { wrong: message('cli.needs-option', { option: '--dry-run', needed: '--fix' }) };
  return chosen;
}

const defaults: Omit<LintOptions, 'paths'> = {
  format: 'text',
  maxWarnings: undefined,
  runnerVersion: undefined,
  baseline: undefined,
  stdinFilename: undefined,
  fix: false,
  dryRun: false,
  skipOthers: false,
  jobs: undefined,
};

function readOption({ name, rawName, value }: { name: string; rawName: string; value?: string | undefined }): Read {
  if (Object.hasOwn(switches, name)) {
    return value === undefined ? (switches[name] ?? {}) : { wrong: message('cli.no-value', { option: rawName }) };
  }
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (!reader) return { wrong: message('cli.unknown-option', { option: rawName, command: 'lint' }) };
  return value === undefined ? { wrong: message('cli.missing-value', { option: rawName }) } : reader(value, rawName);
}

function readFormat(value: string): Read {
  const format = formats.find((known) => known === value);
  if (format) return { format };
  return { wrong: message('cli.unknown-format', { format: value, formats: anyOf(formats) }) };
}
