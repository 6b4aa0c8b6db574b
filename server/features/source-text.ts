/** What the user wrote where the tree of a template has letters in its place. */
import type { ConfigDocument } from '../meaning/document';
import { countBefore } from '../text/search';
import type { KeySegment, Span, StringValue } from '../toml/syntax';

/** The text of a string; of one that template text is in, as it is written, without its quotes. */
export function sourceOfString(document: ConfigDocument, value: StringValue): string {
  return sourceOf(document, value)?.replace(/^("""|'''|"|')([\s\S]*)\1$/, '$2') ?? value.value;
}

/** The names of parts of a key, with a dot between them. */
export function sourceOfNames(document: ConfigDocument, segments: readonly KeySegment[]): string {
  return segments.map((segment) => sourceOf(document, segment) ?? segment.name).join('.');
}

/** The text at a span that template text is in. */
function sourceOf({ templatedValues, text }: ConfigDocument, { start, end }: Span): string | undefined {
  if (templatedValues.length === 0) return undefined;
  const before = countBefore(templatedValues.length, (index) => (templatedValues[index]?.end ?? 0) <= start);
  const next = templatedValues[before];
  return next && next.start < end ? text.slice(start, end) : undefined;
}
