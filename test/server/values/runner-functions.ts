/** What the runner's own functions make of texts of its Docker keys: facts/preview/functions-docker.json. */
import { existsSync, readFileSync } from 'node:fs';
import { SHARED } from '../../shared';

const FILE = `${SHARED}/facts/preview/functions-docker.json`;

/** Why the comparison is skipped, said aloud, or false. */
export const skipFunctions = existsSync(FILE)
  ? false
  : `${FILE} is not here: Docker's values are NOT compared with the runner`;
if (skipFunctions) console.error(`*** ${skipFunctions} ***`);

export interface FunctionVerdict {
  readonly in: string;
  readonly out?: number;
  readonly error?: string;
}

/** What a function says of its inputs. */
export function functionVerdicts(name: string): FunctionVerdict[] {
  return JSON.parse(readFileSync(FILE, 'utf8'))[name];
}
