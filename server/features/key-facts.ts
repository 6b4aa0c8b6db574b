/** The facts about a key that a hover and the documentation of a completion both tell, each a line of its own. */
import type { Context } from '../meaning/context';
import type { KeySchema } from '../schema/types';
import { isReached, versionText } from '../schema/version';
import { allOf, anyOf, type Message, message } from '../text/message';

/** A version as a message tells it: whether the runner that the file is for (`target`) has reached it. */
export function reached(version: string, { schema }: Pick<Context, 'schema'>) {
  const when: 'later' | 'other' = isReached(schema.version, version) ? 'other' : 'later';
  return { version, when, target: versionText(schema.version) };
}

/** What became or becomes of a key, seen from the runner that the file is for. */
export function statusOf(key: KeySchema, context: Context): Message | undefined {
  const today = key.removed ? key : (context.schema.newest().byPath(key.path) ?? key);
  const { removed, noEffectSince, deprecated, deprecatedSince } = today;
  const instead = replacements(today);
  if (removed) return message('hover.removed', { ...reached(removed, context), ...instead });
  if (noEffectSince) return message('hover.no-effect', reached(noEffectSince, context));
  if (!deprecated) return undefined;
  if (!deprecatedSince) return message('hover.deprecated', instead);
  return message('hover.deprecated.since', { ...reached(deprecatedSince, context), ...instead });
}

/** The keys to use in place of one, as arguments of a message: how many they are tells whether there is any. */
export function replacements({ replacedBy }: KeySchema) {
  return { count: replacedBy.length, keys: anyOf(replacedBy.map((path) => path.replaceAll('[]', ''))) };
}

/** The default as code, or as the schema puts it. */
export function defaultOf(key: KeySchema): Message | undefined {
  return key.default === undefined ? key.defaultText : message('code', { text: JSON.stringify(key.default) });
}

/** The line about the default; undefined where there is none. */
export function defaultLine(key: KeySchema): Message | undefined {
  const value = defaultOf(key);
  return value && message('hover.default', { value });
}

/** The line about the first version that knows a key. */
export function sinceLine({ since }: KeySchema, context: Context): Message {
  return since === '0.1' ? message('hover.since.first') : message('hover.since', reached(since, context));
}

/** The line about the executors that read a key; undefined where all of them do. */
export function executorsLine({ executors }: KeySchema): Message | undefined {
  return executors.length > 0 ? message('hover.executors', { executors: allOf(executors) }) : undefined;
}
