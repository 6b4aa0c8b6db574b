/** What a real runner asked for, recorded: `../shared/facts/preview`. */
import { existsSync, readFileSync } from 'node:fs';
import { createContext } from '../../../server/meaning/context';
import { createDocument } from '../../../server/meaning/create-document';
import { runnerTables } from '../../../server/meaning/runners';
import { tableView } from '../../../server/meaning/table-view';
import { flagsInOrder } from '../../../server/preview/flags';
import type { Json } from '../../../server/preview/json';
import { type Preview, previewOf } from '../../../server/preview/preview';
import { SHARED } from '../../shared';

const FOLDER = '../shared/facts/preview';
/** Of the runner's functions a few rows are here in any case. */
const FUNCTIONS = `${SHARED}/facts/preview`;

/** For `test(…, { skip })`: the reason when the records are not here, said aloud once a file. */
export const skip = existsSync(FOLDER)
  ? false
  : `${FOLDER} is not here: previews are NOT compared with a real runner's`;
if (skip) console.error(`*** ${skip} ***`);

export interface Recorded {
  readonly name: string;
  readonly toml: string;
  readonly job: Json;
  readonly pod?: Json;
  readonly error?: string;
  readonly containers?: readonly Json[];
  readonly extra?: readonly { readonly body: { readonly kind: string } }[];
}

export function recorded(file: string): Recorded[] {
  if (skip) return [];
  const lines = readFileSync(`${FOLDER}/${file}`, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): Recorded => JSON.parse(line));
}

/** The inputs and outputs of one of the runner's functions. */
export function judged<Row>(file: string, name: string): Row[] {
  return JSON.parse(readFileSync(`${FUNCTIONS}/${file}`, 'utf8'))[name];
}

const context = createContext({});
/** The runner that made the records. */
const VERSION = { major: 19, minor: 4 };
export const flags = flagsInOrder(context.schema.of(VERSION).featureFlags);

/** The preview of the first runner with this executor; of the first where there is none. */
export function previewed(toml: string, job: Json, executor = 'kubernetes', version = VERSION): Preview {
  const tables = runnerTables(createDocument('file:///config.toml', toml), context);
  const runner = tables.find((table) => tableView(table).string('executor')?.value.startsWith(executor)) ?? tables[0];
  if (!runner) throw new Error('no [[runners]]');
  return previewOf({ runner, job, flags, version });
}
