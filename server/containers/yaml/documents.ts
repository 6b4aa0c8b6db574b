/** Cuts a YAML file into its documents, and reads those that can hold a configuration. */
import type { Span } from '../../text/span';
import { mayHoldConfiguration } from './check';
import { readDocument } from './parts';
import type { YamlDocument } from './tree';

/** A file and the YAML in its scalars are asked for more than once: for the configurations, and for what is around them. */
const MOST_KEPT = 4;
/** No file has more documents that may hold a configuration. */
const MOST_DOCUMENTS = 1_000;
const kept = new Map<string, readonly YamlDocument[]>();

/** `---` and `...` at a line's start cannot stand inside of anything. */
export function documentSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(/^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm)) {
    if (index > start) spans.push({ start, end: index });
    start = mark === '---' ? index : index + mark.length;
  }
  spans.push({ start, end: text.length });
  return spans;
}

/** The documents of a YAML text, without those that cannot hold a configuration. */
export function yamlDocuments(text: string): readonly YamlDocument[] {
  if (!mayHoldConfiguration(text)) return [];
  const known = kept.get(text);
  if (known) return known;
  const spans = documentSpans(text);
  const documents = spans
    .filter(({ start, end }) => spans.length === 1 || mayHoldConfiguration(text.slice(start, end)))
    .slice(0, MOST_DOCUMENTS)
    .map((span) => readDocument(text, span));
  for (const oldest of kept.keys()) if (kept.size >= MOST_KEPT) kept.delete(oldest);
  kept.set(text, documents);
  return documents;
}
