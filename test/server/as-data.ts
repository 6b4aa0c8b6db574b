/** Messages as one line of data, for tests that are about what is said and not about how. */
import type { Argument, Message } from '../../server/text/message';

/** The id and the arguments: `unknown-key.misspelled key=imag meant=image table=[runners.docker]`. */
export function asData({ id, args = {} }: Message): string {
  const names = Object.keys(args).sort();
  return [id, ...names.map((name) => `${name}=${argumentAsData(args[name] ?? '')}`)].join(' ');
}

/** An argument as it stands there. */
export function argumentAsData(value: Argument): string {
  if (typeof value !== 'object') return String(value);
  if ('items' in value) return value.items.map(argumentAsData).join(` ${value.join} `);
  return value.id === 'code' ? `\`${value.args?.text}\`` : `(${asData(value)})`;
}
