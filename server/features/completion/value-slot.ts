/** Which text a value replaces, and what is around it. */
import type { ValuePlace } from '../../meaning/locate';
import type { StringValue, Value } from '../../toml/syntax';
import { slotIn } from './brackets';
import { type Query, restOfLine, type Slot } from './query';

export interface ValueSlot extends Slot {
  /** The quote that the typed text starts with, empty without one. */
  readonly quote: string;
  /** A space, where the cursor touches `=`. */
  readonly prefix: string;
  /** In how many arrays the value stands. */
  readonly depth: number;
  /** The texts of the array's other items, and of `NAME=value` the name. */
  readonly taken: ReadonlySet<string>;
}

/** What a bare value may look like while it is typed; anything else is left alone. */
const WORD = /^[\w.+:/-]*$/;

/** The place of a value, or undefined where none may be written: inside a script, behind a finished value, in a template. */
export function valueSlot(query: Query, place: ValuePlace): ValueSlot | undefined {
  const { document, offset } = query;
  const { text } = document;
  const { value } = place;
  const newItem = value.type === 'array';
  const span = newItem ? betweenItems(value, offset) : valueSpan(query, value);
  if (!span) return undefined;
  const enclosing = newItem ? [...place.enclosing, value] : place.enclosing;
  const rest = restOfLine(document, span.end);
  const around = enclosing[enclosing.length - 1];
  if (!around && rest !== '') return undefined;
  // The next statement ends an array without its bracket: nothing may be written in front of it.
  if (around && !around.closed && !/^(?:[,\]}]|$)/.test(rest) && around.end <= span.end) return undefined;
  const siblings = around?.type === 'array' ? around.items.filter((item) => item !== value) : [];
  return {
    ...slotIn(query, span, around?.type === 'inline-table' ? place.pair : span, enclosing),
    quote: /^["']/.exec(text.slice(span.start, span.end))?.[0] ?? '',
    prefix: /[^ \t]=$/.test(text.slice(0, span.start).slice(-2)) ? '' : text.charAt(span.start - 1) === '=' ? ' ' : '',
    depth: place.arrayDepth + (newItem ? 1 : 0),
    taken: takenTexts(siblings),
  };
}

function takenTexts(items: readonly Value[]): Set<string> {
  const texts = items.flatMap((item) => (item.type === 'string' ? [item.value] : []));
  return new Set(texts.flatMap((text) => (text.includes('=') ? [text, text.slice(0, text.indexOf('='))] : [text])));
}

function betweenItems(
  value: Extract<Value, { type: 'array' }>,
  offset: number,
): { start: number; end: number } | undefined {
  if (offset <= value.start || (value.closed && offset >= value.end)) return undefined;
  return { start: offset, end: offset };
}

function valueSpan(query: Query, value: Value): { start: number; end: number } | undefined {
  const { document, offset } = query;
  if (value.end === value.start) return { start: offset, end: offset };
  if (offset < value.start || offset > value.end || value.type === 'inline-table') return undefined;
  if (value.type === 'string') return stringSpan(query, value);
  const typed = document.text.slice(value.start, value.end);
  return WORD.test(typed) ? { start: value.start, end: value.end } : undefined;
}

/** A whole string, or of one without its closing quote the word that the cursor is in. */
function stringSpan({ document, offset }: Query, value: StringValue): { start: number; end: number } | undefined {
  if (value.style !== 'basic' && value.style !== 'literal') return undefined;
  if (offset === value.start) return undefined;
  const unterminated = document.syntaxProblems.some(
    (problem) => problem.code === 'unterminated-string' && problem.start === value.start,
  );
  if (!unterminated) return offset < value.end ? { start: value.start, end: value.end } : undefined;
  const word = /^[^\s"',\]}#]*/.exec(document.text.slice(offset))?.[0] ?? '';
  return { start: value.start, end: offset + word.length };
}
