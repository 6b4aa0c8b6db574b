/** Where a part of a string's text stands in the document: offsets of the decoded text, past escapes and line breaks. */
import type { Span } from '../text/span';
import type { StringValue } from '../toml/syntax';

/** An escape, or a backslash that takes the line break behind it away. */
const escapes = /\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|[ \t]*\r?\n\s*|[^\s])/g;

/** The span of a part of a string. Where the text does not stand there one to one, as with a bad escape: the whole value. */
export function spanInString(documentText: string, value: StringValue, part: Span): Span {
  const whole = { start: value.start, end: value.end };
  const isMultiline = value.style.startsWith('multiline');
  const quotes = isMultiline ? 3 : 1;
  const raw = documentText.slice(value.start + quotes, Math.max(value.start + quotes, value.end - quotes));
  // The line break behind the opening quotes is not part of the text.
  const skipped = isMultiline ? (/^\r?\n/.exec(raw)?.[0].length ?? 0) : 0;
  const content = raw.slice(skipped);
  const offsets = value.style.endsWith('literal') ? undefined : rawOffsets(content);
  const length = offsets ? offsets.length - 1 : content.length;
  if (length !== value.value.length) return whole;
  const from = value.start + quotes + skipped;
  const at = (offset: number) => from + (offsets?.[offset] ?? offset);
  return { start: at(part.start), end: at(part.end) };
}

/** Which offset of its decoded text an offset of the document is in a closed string of one line; undefined inside of an escape. */
export function offsetInString(
  documentText: string,
  { start, end, style }: StringValue,
  offset: number,
): number | undefined {
  const at = offset - start - 1;
  if (at < 0 || offset >= end) return undefined;
  const offsets = style === 'basic' ? rawOffsets(documentText.slice(start + 1, end - 1)) : undefined;
  if (!offsets) return at;
  const found = offsets.indexOf(at);
  return found < 0 ? undefined : found;
}

/** For each UTF-16 unit of the decoded text, and for its end, where it stands in the raw one; undefined: at the same place. */
function rawOffsets(raw: string): readonly number[] | undefined {
  if (!raw.includes('\\')) return undefined;
  const offsets: number[] = [];
  let at = 0;
  for (const found of raw.matchAll(escapes)) {
    while (at < found.index) offsets.push(at++);
    for (let unit = 0; unit < decodedLength(found[0]); unit++) offsets.push(at);
    at += found[0].length;
  }
  while (at <= raw.length) offsets.push(at++);
  return offsets;
}

function decodedLength(sequence: string): number {
  if (/^\\\s/.test(sequence)) return 0;
  return sequence.startsWith('\\U') && Number.parseInt(sequence.slice(2), 16) > 0xffff ? 2 : 1;
}
