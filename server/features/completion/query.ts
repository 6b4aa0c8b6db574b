/** The question and the parts of an answer. */
import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Context } from '../../meaning/context';
import type { ConfigDocument } from '../../meaning/document';
import { fold } from '../../schema/lookup';
import type { TextEdit } from '../../text/edit';
import type { Message } from '../../text/message';
import type { Span } from '../../toml/syntax';
import { CompletionItemTag, InsertTextFormat, InsertTextMode } from '../kinds';
import { matchAlias } from './aliases';
import { withTarget } from './reference';
import { hasTabStops, plainText } from './snippet';

export interface Query {
  readonly document: ConfigDocument;
  readonly offset: number;
  readonly context: Context;
  /** The word before the cursor that keys are to be found by, where it is written in Han characters. */
  readonly word?: string | undefined;
}

/** The text that an item replaces, on one line around the cursor, and what the text around needs besides to stay TOML. */
export interface Slot extends Span {
  /** Comma and brackets to write behind the item. */
  readonly suffix: string;
  /** Edits elsewhere: a missing comma before the item. */
  readonly edits: readonly TextEdit[];
}

export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What is inserted, in snippet syntax. */
  readonly snippet: string;
  /** Items are shown in the order of these texts. */
  readonly sort: string;
  /** What the typed text is compared with: starts with whatever stands at the slot's start. */
  readonly filter: string;
  /** Beside the label: code as it is, or said. */
  readonly detail?: string | Message | undefined;
  /** What resolveCompletion describes; see reference.ts. */
  readonly data?: string | undefined;
  readonly deprecated?: boolean;
  readonly edits?: readonly TextEdit[];
}

/** The item of the protocol for an offer. */
export function completionItem(query: Query, slot: Slot, offer: Offer): CompletionItem {
  const { document, context, word } = query;
  const { sort, filter } = word === undefined ? offer : foundBy(word, query, slot, offer);
  const asSnippet = context.snippets && hasTabStops(offer.snippet);
  const newText = (asSnippet ? offer.snippet : plainText(offer.snippet)) + slot.suffix;
  const edits = offer.edits ? [...slot.edits, ...offer.edits] : slot.edits;
  const [own, ...besides] = document.edits([{ start: slot.start, end: slot.end, newText }, ...edits]);
  const item: CompletionItem = {
    label: offer.label,
    kind: offer.kind,
    sortText: sort,
    filterText: filter,
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
  };
  if (own) item.textEdit = own;
  if (offer.detail !== undefined)
    item.detail = typeof offer.detail === 'string' ? offer.detail : plain(context.say(offer.detail));
  if (offer.data !== undefined) item.data = withTarget(offer.data, context);
  if (offer.deprecated) item.tags = [CompletionItemTag.Deprecated];
  // The lines of a block are indented already; by default an editor would add the indentation of the first line to each.
  if (own?.newText.includes('\n')) item.insertTextMode = InsertTextMode.asIs;
  if (besides.length > 0) item.additionalTextEdits = besides;
  return item;
}

/** The order and the filter text of an item that is found by a word in Han characters; no filter text: it is not. */
function foundBy(
  word: string,
  query: Query,
  slot: Slot,
  { sort, filter, data }: Offer,
): Pick<Offer, 'sort' | 'filter'> {
  const before = query.document.text.slice(slot.start, query.offset - word.length);
  const match = data !== undefined && fold(filter).startsWith(fold(before)) ? matchAlias(word, data) : undefined;
  return match ? { sort: `${match.rank}${sort}`, filter: before + match.filter } : { sort, filter: '' };
}

/** A sentence as it is shown where Markdown is not. */
function plain(sentence: string): string {
  return sentence.replaceAll('`', '');
}

/** What stands on the line behind an offset: a comment counts as nothing. */
export function restOfLine(document: ConfigDocument, offset: number): string {
  const line = document.lines.lineOf(offset);
  const rest = document.text.slice(offset, document.lines.lineEnd(line)).trim();
  return rest.startsWith('#') ? '' : rest;
}

/** Whether nothing but white space stands on the line before an offset. */
export function startsLine(document: ConfigDocument, offset: number): boolean {
  const start = document.lines.lineStart(document.lines.lineOf(offset));
  return /^[ \t\uFEFF]*$/.test(document.text.slice(start, offset));
}
