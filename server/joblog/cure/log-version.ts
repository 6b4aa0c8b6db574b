/** The version of the runner that wrote a log. */
import type { Context } from '../../meaning/context';
import { readVersion } from '../../schema/version';
import type { LogRunner } from '../types';

/** The context with the schema of that runner: whatever a file is meant for, this is the one that has to know what is written to cure it. */
export function forLog(context: Context, { version = '' }: LogRunner): Context {
  const { schema } = context;
  const read = readVersion(version, schema.releases, schema.newest().version);
  return 'wrong' in read ? context : { ...context, schema: schema.of(read) };
}
