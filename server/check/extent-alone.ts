/** The text that alone makes a table what it is. */
import type { ConfigDocument } from '../meaning/document';
import type { TableNode } from '../toml/model';
import type { Section, Span } from '../toml/syntax';

/**
 * From the header of a table to the end of the last one below it, where these stand together; undefined where it is made in another
 * way, by other headers, dotted keys or braces.
 */
export function extentAlone({ syntax: { sections } }: ConfigDocument, { sections: own }: TableNode): Span | undefined {
  const [section] = own;
  if (!section?.header || own.length > 1) return undefined;
  let last = section;
  let isBehind = false;
  for (const each of sections) {
    if (each.pairs.some(({ key }) => key.segments.length > 1)) return undefined;
    const isOwn = each === section || isBelow(each, section);
    if (isOwn && (isBehind || each.start < section.start)) return undefined;
    if (isOwn) last = each;
    else if (each.start > section.start) isBehind = true;
  }
  return { start: section.start, end: last.end };
}

/** Whether a header names a table that is below that of another one, or the same. */
function isBelow({ header }: Section, { header: above }: Section): boolean {
  const names = above?.key.segments ?? [];
  const below = header?.key.segments;
  return below !== undefined && names.every(({ name }, index) => below[index]?.name === name);
}
