/** Reads the arguments of `lint`. */
import type { Version } from '../../schema/version';
import { message } from '../../text/message';
import { oneOf, optionsOf, runnerVersion, type Wrong } from '../options';

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

const options = optionsOf<Partial<LintOptions>>({
  command: 'lint',
  values: {
    baseline: (baseline) => ({ baseline }),
    format: oneOf(formats),
    jobs: (value, option) => (/^[1-9]\d{0,3}$/.test(value) ? { jobs: Number(value) } : noNumber(value, option)),
    'max-warnings': (value, option) => (/^\d+$/.test(value) ? { maxWarnings: Number(value) } : noNumber(value, option)),
    'runner-version': runnerVersion,
    'stdin-filename': (stdinFilename) => ({ stdinFilename }),
  },
  switches: {
    fix: { fix: true },
    'dry-run': { dryRun: true },
    'skip-others': { skipOthers: true },
  },
  letters: { jobs: 'j' },
});

/** The options that there are, without their dashes. */
export const optionNames = options.names;

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

/** The options, or what is wrong with them: the first mistake from the left. */
export function readArguments(args: readonly string[]): LintOptions | 'help' | Wrong {
  const read = options.read(args);
  if (read === 'help' || 'wrong' in read) return read;
  const { given, others: paths } = read;
  if (paths.length === 0) return { wrong: message('cli.missing-file') };
  const chosen: LintOptions = { ...defaults, ...given, paths };
  if (chosen.dryRun && !chosen.fix)
    return { wrong: message('cli.needs-option', { option: '--dry-run', needed: '--fix' }) };
  return chosen;
}

function noNumber(value: string, option: string): Wrong {
  return { wrong: message('cli.not-a-number', { option, value }) };
}
