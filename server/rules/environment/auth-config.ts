/**
 * `DOCKER_AUTH_CONFIG` as the runner reads it: what Docker's own `config.json` holds (readConfigsFromReader in
 * helpers/docker/auth/auth.go). Nothing of it is ever said: what is in it is secret.
 */
import { spanInString } from '../../meaning/string-span';
import type { KeyVisit } from '../../meaning/visit';
import type { Span } from '../../text/span';
import type { StringValue } from '../../toml/syntax';
import { valueText } from '../../toml/write';
import { variableOf } from './variables';

export const authConfigKeys = ['runners[].environment'];

/** An entry that sets the variable. */
export interface AuthConfig {
  readonly item: StringValue;
  /** What stands behind the `=`. */
  readonly text: string;
  /** The span in the document of a part of that text. */
  spanOf(part: Span): Span;
  /** The entry with another text, as TOML; JSON reads best between single quotes. */
  written(text: string): string;
}

const NAME = 'DOCKER_AUTH_CONFIG';
/** Longer ones are left to the runner. */
const LONGEST = 100_000;

/** The entries of a list that set it. */
export function* authConfigs({ member, source }: KeyVisit): Iterable<AuthConfig> {
  if (member.node.type !== 'value' || member.node.value.type !== 'array') return;
  for (const item of member.node.value.items) {
    const variable = item.type === 'string' ? variableOf(item.value) : undefined;
    if (item.type !== 'string' || variable?.name !== NAME || item.value.length > LONGEST) continue;
    const { from } = variable;
    yield {
      item,
      text: item.value.slice(from),
      spanOf: ({ start, end }) => spanInString(source.text, item, { start: start + from, end: end + from }),
      written: (text) => (/^[^'\p{Cc}]*$/u.test(text) ? `'${NAME}=${text}'` : valueText(`${NAME}=${text}`)),
    };
  }
}

/** A JSON object, or undefined for anything else. */
export function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** A value of an object; Go finds its name whatever its case. */
export function named(object: Readonly<Record<string, unknown>>, name: string): unknown {
  const found = Object.keys(object).find((key) => key.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : object[found];
}

/** Where a JSON text has a string; the whole where it is written otherwise. */
export function placeOf(text: string, value: string): Span {
  const written = JSON.stringify(value);
  const at = text.indexOf(written);
  return at < 0 ? { start: 0, end: text.length } : { start: at + 1, end: at + written.length - 1 };
}
