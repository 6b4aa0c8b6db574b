/** Reads the options of a command by a table of them. What is wrong is said in the user's language: the first mistake from the left. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { versionOrReason } from '../schema/named-version';
import type { Version } from '../schema/version';
import { languages } from '../text/generated/languages';
import { isLocale } from '../text/languages';
import { anyOf, type Message, message } from '../text/message';

export interface Wrong {
  readonly wrong: Message;
}

/** What an option with a value sets. `option`: as it is written, with its dashes; `given`: what those before it set. */
type Reader<Given> = (value: string, option: string, given: Given) => Given | Wrong;

export interface OptionTable<Given> {
  readonly command: string;
  readonly values: Readonly<Record<string, Reader<Given>>>;
  /** Options that have no value, and what they set. */
  readonly switches?: Readonly<Record<string, Given>>;
  /** The letters of those that have one. */
  readonly letters?: Readonly<Record<string, string>>;
}

export interface Options<Given> {
  /** The options that there are, without their dashes. */
  readonly names: readonly string[];
  read(args: readonly string[]): { readonly given: Given; readonly others: readonly string[] } | 'help' | Wrong;
}

/** The options of a table; each command has `--help` and, which the command line has read already, `--locale`. */
export function optionsOf<Given extends object>(table: OptionTable<Given>): Options<Given> {
  const { switches = {}, letters = {} } = table;
  const values: OptionTable<Given>['values'] = {
    ...table.values,
    locale: (locale, _, given) => (isLocale(locale) ? given : { wrong: unknownLocale(locale) }),
  };
  const typed = (names: object, type: 'string' | 'boolean') =>
    Object.keys(names).map((name) => [name, letters[name] ? { type, short: letters[name] } : { type }]);
  const known: NonNullable<ParseArgsConfig['options']> = {
    ...Object.fromEntries(typed(values, 'string')),
    ...Object.fromEntries(typed(switches, 'boolean')),
    help: { type: 'boolean', short: 'h' },
  };
  const readOption = (name: string, option: string, value: string | undefined, given: Given): Given | Wrong => {
    if (Object.hasOwn(switches, name)) {
      return value === undefined ? { ...given, ...switches[name] } : { wrong: message('cli.no-value', { option }) };
    }
    const reader = Object.hasOwn(values, name) ? values[name] : undefined;
    if (!reader) return { wrong: message('cli.unknown-option', { option, command: table.command }) };
    if (value === undefined) return { wrong: message('cli.missing-value', { option }) };
    const read = reader(value, option, given);
    return 'wrong' in read ? read : { ...given, ...read };
  };
  return {
    names: Object.keys(known),
    read(args) {
      // Not strict: then the mistakes are found here.
      const { tokens, positionals } = parseArgs({ args: [...args], options: known, strict: false, tokens: true });
      let given = {} as Given;
      for (const token of tokens) {
        if (token.kind !== 'option') continue;
        if (token.name === 'help') return 'help';
        const read = readOption(token.name, token.rawName, token.value, given);
        if ('wrong' in read) return read;
        given = read;
      }
      return { given, others: positionals };
    },
  };
}

function unknownLocale(locale: string): Message {
  return message('cli.unknown-locale', { locale, locales: anyOf(languages) });
}

/** One of some formats. */
export function oneOf<Format extends string>(formats: readonly Format[]) {
  return (value: string): { readonly format: Format } | Wrong => {
    const format = formats.find((known) => known === value);
    return format ? { format } : { wrong: message('cli.unknown-format', { format: value, formats: anyOf(formats) }) };
  };
}

/** The version of a runner. */
export function runnerVersion(value: string, option: string): { readonly runnerVersion: Version } | Wrong {
  const version = versionOrReason(value);
  if (!('wrong' in version)) return { runnerVersion: version };
  return { wrong: message('cli.runner-version', { option, reason: version.wrong }) };
}
