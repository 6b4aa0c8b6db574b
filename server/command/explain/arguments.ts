/** Reads the arguments of `explain`. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { versionOrReason } from '../../schema/named-version';
import type { Version } from '../../schema/version';
import { anyOf, type Message, message } from '../../text/message';

const formats = ['text', 'json'] as const;

export type Format = (typeof formats)[number];

export interface ExplainOptions {
  readonly format: Format;
  /** The file whose lines are to cure what the log tells. */
  readonly config: string | undefined;
  readonly runnerVersion: Version | undefined;
  /** `-` is standard input. */
  readonly log: string;
}

interface Wrong {
  readonly wrong: Message;
}

type Read = Partial<ExplainOptions> | Wrong;

const readers: Readonly<Record<string, (value: string, option: string) => Read>> = {
  format: (value) => {
    const format = formats.find((known) => known === value);
    return format ? { format } : { wrong: message('cli.unknown-format', { format: value, formats: anyOf(formats) }) };
  },
  config: (config) => ({ config }),
  // The command line has found it already: it speaks that language.
  locale: () => ({}),
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

/** The options, or what is wrong with them: the first mistake from the left. */
export function readArguments(args: readonly string[]): ExplainOptions | 'help' | Wrong {
  const { tokens, positionals } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  let given: Partial<ExplainOptions> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (token.name === 'help') return 'help';
    const read = readOption(token);
    if ('wrong' in read) return read;
    given = { ...given, ...read };
  }
  const [log, ...others] = positionals;
  if (log === undefined || others.length > 0) return { wrong: message('cli.explain.one-log') };
  if (log === '-' && given.config === '-') return { wrong: message('cli.explain.one-input') };
  return { format: 'text', config: undefined, runnerVersion: undefined, ...given, log };
}

function readOption({ name, rawName, value }: { name: string; rawName: string; value?: string | undefined }): Read {
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (!reader) return { wrong: message('cli.unknown-option', { option: rawName, command: 'explain' }) };
  return value === undefined ? { wrong: message('cli.missing-value', { option: rawName }) } : reader(value, rawName);
}
