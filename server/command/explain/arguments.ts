/** Reads the arguments of `explain`. */
import type { Version } from '../../schema/version';
import { message } from '../../text/message';
import { oneOf, optionsOf, runnerVersion, type Wrong } from '../options';

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

const options = optionsOf<Partial<ExplainOptions>>({
  command: 'explain',
  values: {
    format: oneOf(formats),
    config: (config) => ({ config }),
    'runner-version': runnerVersion,
  },
});

/** The options, or what is wrong with them: the first mistake from the left. */
export function readArguments(args: readonly string[]): ExplainOptions | 'help' | Wrong {
  const read = options.read(args);
  if (read === 'help' || 'wrong' in read) return read;
  const { given, others } = read;
  const [log, ...more] = others;
  if (log === undefined || more.length > 0) return { wrong: message('cli.explain.one-log') };
  if (log === '-' && given.config === '-') return { wrong: message('cli.explain.one-input') };
  return { format: 'text', config: undefined, runnerVersion: undefined, ...given, log };
}
