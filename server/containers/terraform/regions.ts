/** Finds the runner configurations in the heredocs of Terraform: TOML, YAML that holds some, and scripts that write some. */

import { gather } from '../bounded';
import type { Contents } from '../contents';
import { type HeredocText, heredocRegion, nestedInHeredoc, readHeredoc } from '../heredoc/heredoc';
import type { Region } from '../region';
import { shellRegions } from '../shell/regions';
import { asPart, OF_FILE, type Traits } from '../traits';
import { mayHoldConfiguration } from '../yaml/check';
import { isPart, isPlainlyConfiguration } from '../yaml/places-evidence';
import { readYaml } from '../yaml/regions';
import { terraformHeredocs } from './heredocs';

/** The configurations of a file in their order. Never throws. */
export function readTerraform(source: string): Contents {
  if (!source.includes('<<')) return { regions: [], findings: [] };
  const regions = gather(terraformHeredocs(source), (heredoc) => regionsIn(readHeredoc(source, heredoc)));
  return { regions, findings: [] };
}

function regionsIn(read: HeredocText): Region[] {
  const { text } = read;
  if (isPlainlyConfiguration(text)) return [heredocRegion(read, rendered(isPart(text) ? asPart(OF_FILE) : OF_FILE))];
  const inScript = text.includes('<<') ? shellRegions(text) : [];
  const nested = inScript.length > 0 || !mayHoldConfiguration(text) ? inScript : readYaml(text).regions;
  return nested.map((region) => nestedInHeredoc(read, { ...region, traits: rendered(region.traits) }));
}

/** Terraform fills in its own expressions first; what the chart or a shell does to the rest comes later. */
function rendered(traits: Traits): Traits {
  return traits.templates ? traits : { ...traits, templates: 'terraform' };
}
