/** Reads the command line of `lint`. */

export type Format = 'text' | 'json';

export interface LintOptions {
  readonly format: Format;
  readonly maxWarnings: number | undefined;
  readonly runnerVersion: string | undefined;
  readonly paths: readonly string[];
}

export const usage = `Usage: gitlab-runner-config lint [OPTION ...] FILE|DIR|- ...

Checks GitLab Runner configuration files (config.toml). - reads standard input; in a
directory every *.toml that is a runner configuration is checked.

  --format text|json     how problems are printed (default: text)
  --max-warnings N       more than N warnings count as an error
  --runner-version X.Y   the runner the files are for (default: the newest known)
  --help                 this text

Exit status: 0 nothing above a warning, 1 errors, 2 it could not run.
`;

/** The options, or a sentence that says what is wrong with them. */
export function readArguments(argv: readonly string[]): LintOptions | 'help' | { readonly wrong: string } {
  const [command, ...rest] = argv;
  if (command === '--help' || command === '-h' || command === 'help') return 'help';
  if (command !== 'lint') return { wrong: command ? `unknown command ${command}` : 'a command is missing' };
  let format: Format = 'text';
  let maxWarnings: number | undefined;
  let runnerVersion: string | undefined;
  const paths: string[] = [];
  let onlyPaths = false;
  for (let index = 0; index < rest.length; index++) {
    const argument = rest[index] as string;
    if (onlyPaths || argument === '-' || !argument.startsWith('-')) {
      paths.push(argument);
      continue;
    }
    if (argument === '--') {
      onlyPaths = true;
      continue;
    }
    if (argument === '--help' || argument === '-h') return 'help';
    const [name, attached] = argument.split(/=(.*)/s) as [string, string | undefined];
    const value = attached ?? rest[++index];
    if (value === undefined) return { wrong: `${name} needs a value` };
    if (name === '--format' && (value === 'text' || value === 'json')) format = value;
    else if (name === '--format') return { wrong: `--format is text or json, not ${value}` };
    else if (name === '--max-warnings' && /^\d+$/.test(value)) maxWarnings = Number(value);
    else if (name === '--max-warnings') return { wrong: `--max-warnings is a number, not ${value}` };
    else if (name === '--runner-version' && /^\d+(?:\.\d+){1,2}$/.test(value)) runnerVersion = value;
    else if (name === '--runner-version') return { wrong: `--runner-version is like 17.4, not ${value}` };
    else return { wrong: `unknown option ${name}` };
  }
  return paths.length > 0 ? { format, maxWarnings, runnerVersion, paths } : { wrong: 'no file is named' };
}
