/** Reads the command line of `lint`. */

import type { Version } from '../schema/version';
import { versionOrReason } from '../settings';
import { loadCatalog } from '../text/catalog';

export type Format = 'text' | 'json';

export interface LintOptions {
  readonly format: Format;
  readonly maxWarnings: number | undefined;
  readonly runnerVersion: Version | undefined;
  readonly paths: readonly string[];
}

export const usage = `Usage: gitlab-runner-config lint [OPTION ...] FILE|DIR|- ...

Checks GitLab Runner configuration files (config.toml), and configurations in YAML files
and in fences of Markdown files. - reads standard input, TOML or YAML. In a directory all
TOML and YAML files that hold a runner configuration are checked, and templates of them.

  --format text|json     how problems are printed (default: text)
  --max-warnings N       more than N warnings count as an error
  --runner-version X.Y   the runner the files are for (default: the newest known); a comment
                         \`# gitlab-runner: version=X.Y\` in a file wins
  --help                 this text

Exit status: 0 nothing above a warning, 1 errors, 2 it could not run.
`;

/** Formats that the interface names and that a later version prints. */
const plannedFormats = new Set(['sarif', 'codequality']);

type Wrong = { readonly wrong: string };

/** The options, or a sentence that says what is wrong with them. */
export function readArguments(argv: readonly string[]): LintOptions | 'help' | Wrong {
  const [command, ...rest] = argv;
  if (command === '--help' || command === '-h' || command === 'help') return 'help';
  if (command !== 'lint') return { wrong: command ? `unknown command ${command}` : 'a command is missing' };
  let options: LintOptions = { format: 'text', maxWarnings: undefined, runnerVersion: undefined, paths: [] };
  for (let index = 0; index < rest.length; index++) {
    const argument = rest[index] as string;
    if (argument === '--') {
      options = { ...options, paths: [...options.paths, ...rest.slice(index + 1)] };
      break;
    }
    if (argument === '--help' || argument === '-h') return 'help';
    if (argument === '-' || !argument.startsWith('-')) {
      options = { ...options, paths: [...options.paths, argument] };
      continue;
    }
    const [name, attached] = argument.split(/=(.*)/s) as [string, string | undefined];
    const read = optionReaders[name];
    if (!read) return { wrong: `unknown option ${name}` };
    const value = attached ?? rest[++index];
    if (value === undefined) return { wrong: `${name} needs a value` };
    const found = read(value);
    if ('wrong' in found) return found;
    options = { ...options, ...found };
  }
  return options.paths.length > 0 ? options : { wrong: 'no file is named' };
}

const optionReaders: Readonly<Record<string, (value: string) => Partial<LintOptions> | Wrong>> = {
  '--format': (value) => {
    if (value === 'text' || value === 'json') return { format: value };
    if (plannedFormats.has(value)) return { wrong: `--format ${value} is not there yet; use text or json` };
    return { wrong: `--format is text or json, not ${value}` };
  },
  '--max-warnings': (value) =>
    /^\d+$/.test(value) ? { maxWarnings: Number(value) } : { wrong: `--max-warnings is a number, not ${value}` },
  '--runner-version': (value) => {
    const version = versionOrReason(value);
    return 'wrong' in version
      ? { wrong: `--runner-version: ${loadCatalog().say(version.wrong)}` }
      : { runnerVersion: version };
  },
};
