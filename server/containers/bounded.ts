/** How much of a file is read, and how many configurations. */
import { append } from '../text/append';
import { type Code, factsOf } from '../text/code';
import { type Message, message } from '../text/message';
import type { Problem } from '../text/problem';
import type { Contents } from './contents';
import type { Region } from './region';

/** No file holds more configurations than this; those behind it are not read. */
export const MAXIMUM_REGIONS = 500;

/** Longer files are not read: of YAML 1 MB takes a second. */
const LONGEST_FILE = 3 * 1024 * 1024;

/** The header of a runner on a line of its own, however deep it stands. */
const RUNNER = /^[ \t]*\[\[[ \t]*runners[ \t]*\]\]/m;

/** What is said of a file that is not read for its length; undefined for one that is read. Where nothing tells of a runner nothing is said. */
export function tooLong(text: string): Contents | undefined {
  if (text.length <= LONGEST_FILE) return undefined;
  const start = text.search(RUNNER);
  return { regions: [], findings: start < 0 ? [] : [finding(start, message('too-many-problems.long-file'))] };
}

/** The configurations of the parts of a file. Parts are looked at until there are too many. */
export function gather<Part>(parts: Iterable<Part>, regionsOf: (part: Part) => readonly Region[]): Region[] {
  const regions: Region[] = [];
  for (const part of parts) {
    append(regions, regionsOf(part));
    if (isTooMany(regions.length)) break;
  }
  return regions;
}

/** Whether so many were found that no more are looked for. */
export function isTooMany(count: number): boolean {
  return count > MAXIMUM_REGIONS;
}

/** What is read of a file, and where that ends. */
export function bounded({ regions, findings }: Contents): Contents {
  const first = regions[MAXIMUM_REGIONS];
  if (!first) return { regions, findings };
  const said = message('too-many-problems.configurations', { limit: MAXIMUM_REGIONS });
  return {
    regions: regions.slice(0, MAXIMUM_REGIONS),
    findings: [...findings, finding(first.host.start, said)],
  };
}

function finding(start: number, said: Message): Problem {
  const code: Code = 'too-many-problems';
  return { code, severity: factsOf(code).severity, start, end: start, message: said };
}
