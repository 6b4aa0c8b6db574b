/** Finds the runner configurations that a shell script writes: `cat > /etc/gitlab-runner/config.toml <<EOF`. */

import { isReservedHost } from '../../text/reserved-hosts';
import { gather } from '../bounded';
import type { Contents } from '../contents';
import { heredocRegion, nestedInHeredoc, readHeredoc } from '../heredoc/heredoc';
import type { Region } from '../region';
import { asPart, asTrial, OF_FILE, type Traits } from '../traits';
import { isPart, isPlainlyConfiguration } from '../yaml/places-evidence';
import { readYaml } from '../yaml/regions';
import { type ShellHeredoc, shellHeredocs } from './heredocs';

/** Text for the end of a file, or for a pipe: what stands before it nobody knows. */
const isAdded = (command: string) =>
  command.includes('>>') || (/\btee\b/.test(command) && /\s-(?:a|-append)\b/.test(command));
/** What is written is YAML: the values of the chart, a ConfigMap. */
const YAML_FILE = /\.ya?ml\b|\bkubectl\b|\bhelm\b/;

/** The configurations of a script in their order. Never throws. */
export function readShell(text: string): Contents {
  return { regions: shellRegions(text), findings: [] };
}

export function shellRegions(source: string): Region[] {
  if (!source.includes('<<')) return [];
  return gather(shellHeredocs(source), (heredoc) => regionsOf(source, heredoc));
}

function regionsOf(source: string, heredoc: ShellHeredoc): Region[] {
  const read = readHeredoc(source, heredoc);
  if (isPlainlyConfiguration(read.text)) return [heredocRegion(read, traitsOf(heredoc, read.text))];
  if (!YAML_FILE.test(heredoc.command)) return [];
  const { regions } = readYaml(read.text);
  return regions.map((region) => nestedInHeredoc(read, { ...region, traits: filled(region.traits, heredoc) }));
}

function traitsOf(heredoc: ShellHeredoc, text: string): Traits {
  const traits = filled(OF_FILE, heredoc);
  if (isAdded(heredoc.command) || isPart(text)) return asPart(traits);
  return isForTests(text) ? asTrial(traits) : traits;
}

const ADDRESS = /^[ \t]*url[ \t]*=[ \t]*["']https?:\/\/([^"'/:]*)/gim;

/** Whether each address in a text is one where no GitLab can be. */
function isForTests(text: string): boolean {
  const hosts = [...text.matchAll(ADDRESS)].map(([, host = '']) => host);
  return hosts.length > 0 && hosts.every(isReservedHost);
}

function filled(traits: Traits, { isLiteral }: ShellHeredoc): Traits {
  return isLiteral || traits.templates ? traits : { ...traits, templates: 'shell' };
}
