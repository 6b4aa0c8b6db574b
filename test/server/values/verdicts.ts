/** What the runner itself says of values, by grammar: facts/verdicts/values.json. */
import { existsSync, readFileSync } from 'node:fs';
import { SHARED } from '../../shared';

const FILE = `${SHARED}/facts/verdicts/values.json`;

/** Why the comparison is skipped, said aloud, or false. */
export const skip = existsSync(FILE) ? false : `${FILE} is not here: value grammars are NOT compared with the runner`;
if (skip) console.error(`*** ${skip} ***`);

export interface ValueVerdict {
  readonly grammar: string;
  readonly input: string;
  readonly accepted: boolean;
  readonly message?: string;
  readonly means?: number | Readonly<Record<string, unknown>>;
}

export function verdictsOf(grammar: string): ValueVerdict[] {
  const all: ValueVerdict[] = JSON.parse(readFileSync(FILE, 'utf8'));
  return all.filter((verdict) => verdict.grammar === grammar);
}
