/** Reads the arguments of `format`. */
import { message } from '../../text/message';
import { optionsOf, type Wrong } from '../options';

export interface FormatOptions {
  /** Writes nothing, and tells which files are laid out differently. */
  readonly check: boolean;
  /** Passes over named files that are no configuration, as in a folder. */
  readonly skipOthers: boolean;
  readonly stdinFilename: string | undefined;
  readonly paths: readonly string[];
}

const options = optionsOf<Partial<FormatOptions>>({
  command: 'format',
  values: { 'stdin-filename': (stdinFilename) => ({ stdinFilename }) },
  switches: { check: { check: true }, 'skip-others': { skipOthers: true } },
});

/** The options that there are, without their dashes. */
export const formatOptionNames = options.names;

/** The options, or what is wrong with them: the first mistake from the left. */
export function readFormatArguments(args: readonly string[]): FormatOptions | 'help' | Wrong {
  const read = options.read(args);
  if (read === 'help' || 'wrong' in read) return read;
  const { given, others: paths } = read;
  if (paths.length === 0) return { wrong: message('cli.missing-file') };
  return { check: false, skipOthers: false, stdinFilename: undefined, ...given, paths };
}
