/** Runner resources of the operator (`apps.gitlab.com`), which tell what other ConfigMaps of a file are. */
import { documentSpans } from './documents';
import { parseYaml } from './parse';
import type { RunnerConfigMaps } from './places';
import { entryOf, scalarSource } from './tree';

/** The ConfigMaps of the Runner resources in a file. */
export function configMapsOfRunners(text: string): RunnerConfigMaps {
  const named = new Set<string>();
  const made = new Set<string>();
  if (!text.includes('apps.gitlab.com/')) return { named, made };
  for (const span of documentSpans(text)) {
    if (!/\bkind["']?[ \t]*:[ \t]*["']?Runner\b/.test(text.slice(span.start, span.end))) continue;
    const { root } = parseYaml(text, span);
    if (scalarSource(text, entryOf(root, 'kind')?.value) !== 'Runner') continue;
    const config = scalarSource(text, entryOf(entryOf(root, 'spec')?.value, 'config')?.value);
    const name = scalarSource(text, entryOf(entryOf(root, 'metadata')?.value, 'name')?.value);
    if (config) named.add(config);
    if (name) made.add(`${name}-runner-config`);
  }
  return { named, made };
}
