/** Reads the arguments of `preview`. */
import type { Version } from '../../schema/version';
import { message } from '../../text/message';
import { oneOf, optionsOf, runnerVersion, type Wrong } from '../options';

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

const options = optionsOf<Partial<PreviewOptions>>({
  command: 'preview',
  values: {
    runner: (runner) => ({ runner }),
    job: (job) => ({ job }),
    image: (image) => ({ image }),
    variable: (value, _, { variables = [] }) => ({ variables: [...variables, value] }),
    'runner-version': runnerVersion,
    format: oneOf(formats),
    diff: (diff) => ({ diff }),
  },
  switches: { schedule: { schedule: true } },
});

/** The options that there are, without their dashes. */
export const previewOptionNames = options.names;

const defaults: Omit<PreviewOptions, 'path'> = {
  runner: undefined,
  job: undefined,
  image: undefined,
  variables: [],
  runnerVersion: undefined,
  format: 'yaml',
  diff: undefined,
  schedule: false,
};

/** The options, or what is wrong with them: the first mistake from the left. */
export function readPreviewArguments(args: readonly string[]): PreviewOptions | 'help' | Wrong {
  const read = options.read(args);
  if (read === 'help' || 'wrong' in read) return read;
  const { given, others } = read;
  const [path, second] = others;
  if (path === undefined) return { wrong: message('cli.preview.missing-file') };
  if (second !== undefined) return { wrong: message('cli.preview.one-file', { path: second }) };
  const own = given.image !== undefined ? '--image' : given.variables ? '--variable' : undefined;
  if (given.job !== undefined && own) return { wrong: message('cli.preview.job-and-parts', { option: own }) };
  return { ...defaults, ...given, path };
}
