/** How the files around configurations are read: one line a kind. Loaded with the first such file; see load.ts. */
import type { Problem } from '../text/problem';
import { bounded, tooLong } from './bounded';
import type { Contents } from './contents';
import type { ContainerId } from './kinds';
import { markdownRegions } from './markdown/fences';
import type { Retyping } from './region';
import { readShell } from './shell/regions';
import { readTerraform } from './terraform/regions';
import { readYaml } from './yaml/regions';

/** Reads a file of a kind. Never throws. */
export const readers: Readonly<Record<ContainerId, (text: string) => Contents>> = {
  yaml: reader(readYaml),
  markdown: reader((text) => ({ regions: markdownRegions(text), findings: [] })),
  terraform: reader(readTerraform),
  shell: reader(readShell),
};

function reader(read: (text: string) => Contents): (text: string) => Contents {
  return (text) => tooLong(text) ?? bounded(read(text));
}

/**
 * What a file holds after a change inside of its last configuration, where that is known without reading the file anew: a keystroke
 * costs what it changed.
 */
export function retyped({ regions, findings }: Contents, change: Retyping): Contents | undefined {
  const { span, grown } = change;
  const last = regions[regions.length - 1];
  if (!last || span.start < last.host.start || span.end > last.host.end) return undefined;
  const region = last.retyped?.(change);
  if (!region) return undefined;
  const moved = (finding: Problem) =>
    finding.start < span.end ? finding : { ...finding, start: finding.start + grown, end: finding.end + grown };
  return { regions: [...regions.slice(0, -1), region], findings: findings.map(moved) };
}
