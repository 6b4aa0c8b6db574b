/** Reads the arguments of `preview`. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { versionOrReason } from '../../schema/named-version';
import type { Version } from '../../schema/version';
import { anyOf, type Message, message } from '../../text/message';

const formats = ['yaml', 'json'] as const;

export type PreviewFormat = (typeof formats)[number];

export interface PreviewOptions {
  readonly runner: string | undefined;
  /** The file with the payload of a job. */
  readonly job: string | undefined;
  readonly image: string | undefined;
  readonly variables: readonly string[];
  readonly runnerVersion: Version | undefined;
  readonly format: PreviewFormat;
  /** The file to compare with. */
  readonly diff: string | undefined;
  /** The week of the autoscaler in place of a job. */
  readonly schedule: boolean;
  readonly path: string;
}

interface Wrong {
  readonly wrong: Message;
}

const withValue = ['runner', 'job', 'image', 'variable', 'runner-version', 'format', 'diff', 'locale'] as const;
type ValueOption = (typeof withValue)[number];

const options: NonNullable<ParseArgsConfig['options']> = {
  ...Object.fromEntries(withValue.map((name) => [name, { type: 'string' as const }])),
  schedule: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

/** The options that there are, without their dashes. */
export const previewOptionNames: readonly string[] = Object.keys(options);

/** The options, or what is wrong with them: the first mistake from the left. */
export function readPreviewArguments(args: readonly string[]): PreviewOptions | 'help' | Wrong {
  const { tokens, positionals } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const given = new Map<ValueOption, string>();
  const variables: string[] = [];
  let schedule = false;
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (token.name === 'help') return 'help';
    if (token.name === 'schedule') {
      schedule = true;
      continue;
    }
    const name = withValue.find((known) => known === token.name);
    if (!name) return { wrong: message('cli.unknown-option', { option: token.rawName, command: 'preview' }) };
    if (token.value === undefined) return { wrong: message('cli.missing-value', { option: token.rawName }) };
    if (name === 'variable') variables.push(token.value);
    else given.set(name, token.value);
  }
  const [path, second] = positionals;
  if (path === undefined) return { wrong: message('cli.preview.missing-file') };
  if (second !== undefined) return { wrong: message('cli.preview.one-file', { path: second }) };
  return checked(given, variables, { path, schedule });
}

function checked(
  given: ReadonlyMap<ValueOption, string>,
  variables: readonly string[],
  { path, schedule }: Pick<PreviewOptions, 'path' | 'schedule'>,
): PreviewOptions | Wrong {
  const named = given.get('format') ?? 'yaml';
  const format = formats.find((known) => known === named);
  if (!format) return { wrong: message('cli.unknown-format', { format: named, formats: anyOf(formats) }) };
  const written = given.get('runner-version');
  const version = written === undefined ? undefined : versionOrReason(written);
  if (version && 'wrong' in version) {
    return { wrong: message('cli.runner-version', { option: '--runner-version', reason: version.wrong }) };
  }
  const own = given.has('image') ? '--image' : variables.length > 0 ? '--variable' : undefined;
  if (given.has('job') && own) return { wrong: message('cli.preview.job-and-parts', { option: own }) };
  return {
    runner: given.get('runner'),
    job: given.get('job'),
    image: given.get('image'),
    variables,
    runnerVersion: version,
    format,
    diff: given.get('diff'),
    schedule,
    path,
  };
}
