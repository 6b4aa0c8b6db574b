/** Cuts a YAML file into its documents, and reads those that can hold a configuration. */
import type { Span } from '../toml/syntax';
import { mayHoldConfiguration } from './yaml-check';
import { scanYaml } from './yaml-scanner';
import type { YamlDocument } from './yaml-tree';

/** `---` and `...` at a line's start cannot stand inside of anything. */
export function documentSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const mark of text.matchAll(/^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm)) {
    if (mark.index > start) spans.push({ start, end: mark.index });
    start = mark.index + mark[0].length;
  }
  spans.push({ start, end: text.length });
  return spans;
}

/** The documents of a YAML text, without those that cannot hold a configuration. */
export function yamlDocuments(text: string): YamlDocument[] {
  if (!mayHoldConfiguration(text)) return [];
  const spans = documentSpans(text);
  return spans
    .filter(({ start, end }) => spans.length === 1 || mayHoldConfiguration(text.slice(start, end)))
    .map((span) => scanYaml(text, span));
}
