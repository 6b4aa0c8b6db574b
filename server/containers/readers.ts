/** How the files around configurations are read: one line a kind. Loaded with the first such file; see load.ts. */
import type { Problem } from '../text/problem';
import type { ContainerId } from './kinds';
import { markdownRegions } from './markdown/fences';
import type { Region } from './region';
import { misplacementFindings } from './yaml/misplacement-findings';
import { yamlRegions } from './yaml/regions';

/** What a file holds. */
export interface Contents {
  /** Its configurations, in their order. */
  readonly regions: readonly Region[];
  /** What is wrong around them; spans are of the file. */
  readonly findings: readonly Problem[];
}

/** Reads a file of a kind. Never throws. */
export const readers: Readonly<Record<ContainerId, (text: string) => Contents>> = {
  yaml(text) {
    const regions = yamlRegions(text);
    return { regions, findings: regions.length > 0 ? misplacementFindings(text) : [] };
  },
  markdown: (text) => ({ regions: markdownRegions(text), findings: [] }),
};
