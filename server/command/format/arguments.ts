/** Reads the arguments of `format`. */
import { parseArgs } from 'node:util';
import { type Message, message } from '../../text/message';

export interface FormatOptions {
  /** Writes nothing, and tells which files are laid out differently. */
  readonly check: boolean;
  /** Passes over named files that are no configuration, as in a folder. */
  readonly skipOthers: boolean;
  readonly stdinFilename: string | undefined;
  readonly paths: readonly string[];
}

const options = {
  check: { type: 'boolean' },
  'skip-others': { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  // The command line has found it already: it speaks that language.
  locale: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The options that there are, without their dashes. */
export const formatOptionNames: readonly string[] = Object.keys(options);

/** The options, or what is wrong with them: the first mistake from the left. */
export function readFormatArguments(args: readonly string[]): FormatOptions | 'help' | { readonly wrong: Message } {
  const { tokens, positionals, values } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName: option, value } = token;
    if (name === 'help') return 'help';
    if (!Object.hasOwn(options, name)) return { wrong: message('cli.unknown-option', { option, command: 'format' }) };
    const isText = options[name as keyof typeof options].type === 'string';
    if (isText && value === undefined) return { wrong: message('cli.missing-value', { option }) };
    if (!isText && value !== undefined) return { wrong: message('cli.no-value', { option }) };
  }
  if (positionals.length === 0) return { wrong: message('cli.missing-file') };
  const name = values['stdin-filename'];
  return {
    check: values.check === true,
    skipOthers: values['skip-others'] === true,
    stdinFilename: typeof name === 'string' ? name : undefined,
    paths: positionals,
  };
}
