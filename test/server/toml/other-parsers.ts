/** The parsers that ours is compared with, and their values in one form. */
import { parse as iarnaParse } from '@iarna/toml';
import { parse as smolParse } from 'smol-toml';
import { buildModel } from '../../../server/toml/build-model';
import { parseToml } from '../../../server/toml/parser';
import { decode, type Tagged } from './tagged-json';

export type ParserName = 'ours' | 'iarna' | 'smol';

/** What a parser makes of a text: its values, or the first line of its complaint. */
export type Outcome = { readonly values: unknown } | { readonly error: string };

export function parseWith(name: ParserName, text: string): Outcome {
  if (name === 'ours') {
    const syntax = parseToml(text);
    const [problem] = [...syntax.problems, ...buildModel(syntax).problems];
    return problem ? { error: problem.code } : { values: untagged(decode(text)) };
  }
  try {
    return { values: canonical(name === 'iarna' ? iarnaParse(text) : smolParse(text)) };
  } catch (error) {
    return { error: String((error as Error).message).split('\n')[0] as string };
  }
}

/** JavaScript's parsers do not tell 1 from 1.0: numbers compare as numbers, dates by the moment they name. */
function canonical(value: unknown): unknown {
  if (value instanceof Date) return `date ${value.toISOString().replace(/\.0+(?=Z|$)/, '')}`;
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(canonical);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, canonical(item)]));
  return Object.is(value, -0) ? 0 : value;
}

function untagged(value: Tagged): unknown {
  if (Array.isArray(value)) return value.map(untagged);
  const { type, value: text } = value as { type?: unknown; value?: unknown };
  if (typeof type === 'string' && typeof text === 'string') {
    if (type === 'integer') return Number(text);
    if (type === 'float') return Number(text.replace('inf', 'Infinity'));
    if (type === 'bool') return text === 'true';
    return type === 'string' ? text : `date ${text}`;
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, untagged(item)]));
}
