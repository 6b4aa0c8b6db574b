/** What an item inside brackets needs around it: the comma before, the comma behind, the brackets that are still open. */

import type { Enclosing } from '../../meaning/locate';
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../toml/syntax';
import { type Query, restOfLine, type Slot } from './query';

/**
 * A slot between the members (items or pairs) of the innermost bracket; plain when there is no bracket. `own` is the
 * member that the slot is, or is a part of.
 */
export function slotIn(query: Query, span: Span, own: Span, enclosing: Enclosing): Slot {
  const { document } = query;
  const innermost = enclosing[enclosing.length - 1];
  if (!innermost) return { ...span, suffix: '', edits: [] };
  const members: readonly Span[] = innermost.type === 'array' ? innermost.items : innermost.pairs;
  const before = members.filter((member) => member.end <= own.start && member.end > member.start).at(-1);
  const after = members.find((member) => member.start >= span.end && member.start > own.start && member.end > span.end);
  const edits: TextEdit[] = [];
  if (before && !hasComma(document.text, before.end, own.start)) {
    edits.push({ start: before.end, end: before.end, newText: ',' });
  }
  const comma = after && !hasComma(document.text, span.end, after.start) ? ',' : '';
  return { ...span, suffix: comma || closing(query, span, enclosing) || spaceBeforeBrace(document.text, span), edits };
}

/** `{ a = 1 |}` shall end in ` }`, as it began. */
function spaceBeforeBrace(text: string, span: Span): string {
  return text.charAt(span.end) === '}' && /\s/.test(text.charAt(span.start - 1)) ? ' ' : '';
}

function hasComma(text: string, start: number, end: number): boolean {
  return text.slice(start, end).replace(/#.*/g, '').includes(',');
}

/** The brackets that are missing, where the line ends. */
function closing({ document }: Query, span: Span, enclosing: Enclosing): string {
  if (restOfLine(document, span.end) !== '') return '';
  let text = '';
  for (const bracket of [...enclosing].reverse()) {
    if (!bracket.closed) text += bracket.type === 'array' ? ']' : ' }';
  }
  return text;
}
