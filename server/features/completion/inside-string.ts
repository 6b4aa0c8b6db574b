/**
 * What a string may go on with, as the grammar of its key knows: units behind a number, modes of a volume, fields of a period. Such an
 * item replaces a part of the text alone; what is around it stays as it is written.
 */
import type { CompletionItem } from 'vscode-languageserver-types';
import { offsetInString, spanInString } from '../../meaning/string-span';
import type { KeySchema } from '../../schema/types';
import type { Span } from '../../text/span';
import type { StringValue } from '../../toml/syntax';
import { valueText } from '../../toml/write';
import { grammarNamed } from '../../values/all';
import { CompletionItemKind } from '../kinds';
import { textInWords } from '../value-in-words';
import { completionItem, type Query, type Slot } from './query';
import { escapeSnippet } from './snippet';
import type { ValueSlot } from './value-slot';

/** The text of a string up to where it is thought to end, the cursor in it, and where its parts stand. */
interface Typed {
  readonly text: string;
  readonly offset: number;
  spanOf(part: Span): Span;
  /** The quote that is missing. */
  readonly closing: string;
}

/** The items inside a string, but those that `offered` has as whole texts. */
export function itemsInside(
  query: Query,
  slot: ValueSlot,
  value: StringValue,
  key: KeySchema,
  offered: ReadonlySet<string>,
): CompletionItem[] {
  const typed = typedIn(query, slot, value);
  const found = typed && grammarNamed(key.grammar)?.complete?.(typed.text, typed.offset);
  if (!found) return [];
  const span = typed.spanOf(found);
  if (query.document.templates.some(({ start, end }) => start < span.end && end > span.start)) return [];
  const place = placeOf(slot, span, typed.closing);
  return found.texts.flatMap((part, index) => {
    const whole = typed.text.slice(0, found.start) + part + typed.text.slice(found.end);
    if (offered.has(whole) || slot.taken.has(whole)) return [];
    return completionItem(query, place, {
      label: part,
      kind: CompletionItemKind.Value,
      snippet: escapeSnippet(slot.quote === "'" ? part : valueText(part).slice(1, -1)),
      // Behind the whole texts.
      sort: `1${String(index).padStart(3, '0')}`,
      filter: part,
      detail: textInWords(whole, key),
      data: key.path,
    });
  });
}

function typedIn({ document, offset }: Query, slot: ValueSlot, value: StringValue): Typed | undefined {
  const { text } = document;
  if (slot.end === value.end && offset < value.end) {
    const at = offsetInString(text, value, offset);
    if (at === undefined) return undefined;
    return { text: value.value, offset: at, spanOf: (part) => spanInString(text, value, part), closing: '' };
  }
  // Without its closing quote it ends with the word that the cursor is in; an escape in such a text is rare.
  const start = slot.start + 1;
  const content = text.slice(start, slot.end);
  if (content.includes('\\')) return undefined;
  const spanOf = (part: Span) => ({ start: start + part.start, end: start + part.end });
  return { text: content, offset: offset - start, spanOf, closing: slot.quote };
}

/** Where a part of a string is replaced. What has to follow a string stands behind its quote. */
function placeOf(slot: ValueSlot, span: Span, closing: string): Slot {
  if (closing !== '') return { ...span, suffix: closing + slot.suffix, edits: slot.edits };
  const behind = slot.suffix === '' ? [] : [{ start: slot.end, end: slot.end, newText: slot.suffix }];
  return { ...span, suffix: '', edits: [...slot.edits, ...behind] };
}
