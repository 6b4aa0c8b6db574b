/** How many configurations are read in one file. */
import { append } from '../text/append';
import { type Code, factsOf } from '../text/code';
import { message } from '../text/message';
import type { Contents } from './contents';
import type { Region } from './region';

/** No file holds more configurations than this; those behind it are not read. */
export const MAXIMUM_REGIONS = 500;

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
  const code: Code = 'too-many-problems';
  const { start } = first.host;
  const said = message('too-many-problems.configurations', { limit: MAXIMUM_REGIONS });
  const finding = { code, severity: factsOf(code).severity, start, end: start, message: said };
  return { regions: regions.slice(0, MAXIMUM_REGIONS), findings: [...findings, finding] };
}
