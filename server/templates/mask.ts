/**
 * Replaces the template text of a configuration by text that TOML reads, so that everything between it can be checked.
 *
 * The result has the length of the text and its line breaks at the same offsets. A tag on a line of its own becomes a
 * comment, a value a string, a part of a key or a string letters, and a tag between two items of an array a comma where one
 * is needed.
 */
import { append } from '../text/append';
import { MaskBuffer } from './mask-buffer';
import { maskStatements } from './mask-statements';
import { EXPRESSION, type Tag, type TemplateStyle } from './tag';
import type { FilledSpan } from './template-span';
import type { TemplateText } from './template-text';
import type { TemplateToken } from './tokens';

export interface MaskedText {
  readonly masked: string;
  /** Where the text is not masked any more, for it holds more than any template: its end, but for few. */
  readonly readTo: number;
  /** The template text, in the order of the text. That of comments is here, but not masked. */
  readonly templates: readonly Tag[];
  /** The values, strings and parts of keys that hold template text, whole: what they will be is not known. */
  readonly valueSpans: readonly FilledSpan[];
}

/** Masks the template text of a configuration in a language. Never throws. */
export function maskTemplates(template: TemplateText, style: TemplateStyle): MaskedText {
  const { text } = template;
  if (style === 'none') return untouched(text);
  const { tokens, ahead } = template.tokens(style);
  const readTo = tokens.at(-1)?.end ?? 0;
  if (!tokens.some(({ kind, tag, inner }) => tag || inner || kind === 'placeholder'))
    return { ...untouched(text), readTo };
  const buffer = new MaskBuffer(text);
  for (const token of tokens) {
    if (!token.inner) continue;
    if (token.kind === 'string') buffer.string(token);
    else buffer.commentLines(token);
  }
  maskStatements({ tokens, ahead, buffer });
  const valueSpans = outermost(buffer.valueSpans);
  const masked = buffer.toString();
  return { masked, readTo, templates: templates(tokens, masked, valueSpans), valueSpans };
}

function untouched(text: string): MaskedText {
  return { masked: text, readTo: text.length, templates: [], valueSpans: [] };
}

const ranks = { key: 0, value: 1, string: 2 } as const;

/** In the order of the text, without those that lie in another. A key in quotes is a key. */
function outermost(spans: FilledSpan[]): FilledSpan[] {
  const result: FilledSpan[] = [];
  let end = -1;
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end || ranks[a.filled] - ranks[b.filled])) {
    if (span.end <= end) continue;
    result.push(span);
    end = span.end;
  }
  return result;
}

/** Placeholders count where they are a value, or a line that became a comment; elsewhere `__name__` is a bare key. */
function templates(tokens: readonly TemplateToken[], masked: string, values: readonly FilledSpan[]): Tag[] {
  const result: Tag[] = [];
  let value = 0;
  for (const { kind, start, end, tag, inner } of tokens) {
    if (tag) result.push(tag);
    else if (inner) append(result, inner);
    if (kind !== 'placeholder') continue;
    while ((values[value]?.end ?? start + 1) <= start) value++;
    if ((values[value]?.start ?? end) <= start || masked[start] === '#') result.push({ start, end, ...EXPRESSION });
  }
  return result;
}
