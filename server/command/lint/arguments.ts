/** Reads the arguments of `lint`. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { versionOrReason } from '../../schema/named-version';
import type { Version } from '../../schema/version';
import { anyOf, type Message, message } from '../../text/message';

const formats = ['text', 'json'] as const;
/** Formats that the interface names and that a later version prints. */
const plannedFormats = new Set(['sarif', 'codequality']);

export type Format = (typeof formats)[number];

export interface LintOptions {
  readonly format: Format;
  readonly maxWarnings: number | undefined;
  readonly runnerVersion: Version | undefined;
  readonly paths: readonly string[];
}

interface Wrong {
  readonly wrong: Message;
}

type Read = Partial<LintOptions> | Wrong;

/** What each option that has a value says. */
const readers: Readonly<Record<string, (value: string, option: string) => Read>> = {
  format: readFormat,
  // The command line has found it already: it speaks that language.
  locale: () => ({}),
  'max-warnings': (value, option) =>
    /^\d+$/.test(value) ? { maxWarnings: Number(value) } : { wrong: message('cli.not-a-number', { option, value }) },
  'runner-version': (value, option) => {
    const version = versionOrReason(value);
    if (!('wrong' in version)) return { runnerVersion: version };
    return { wrong: message('cli.runner-version', { option, reason: version.wrong }) };
  },
};

const options: NonNullable<ParseArgsConfig['options']> = {
  ...Object.fromEntries(Object.keys(readers).map((name) => [name, { type: 'string' as const }])),
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
  return { format: 'text', maxWarnings: undefined, runnerVersion: undefined, ...given, paths: positionals };
}

function readOption({ name, rawName, value }: { name: string; rawName: string; value?: string | undefined }): Read {
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (!reader) return { wrong: message('cli.unknown-option', { option: rawName, command: 'lint' }) };
  return value === undefined ? { wrong: message('cli.missing-value', { option: rawName }) } : reader(value, rawName);
}

function readFormat(value: string): Read {
  const format = formats.find((known) => known === value);
  if (format) return { format };
  const id = plannedFormats.has(value) ? 'cli.planned-format' : 'cli.unknown-format';
  return { wrong: message(id, { format: value, formats: anyOf(formats) }) };
}
