/**
 * Links: addresses in strings and comments. A header is none, though its table has a page: an editor underlines each link all
 * the time, and a problem on a header was hard to tell from that. The hover leads to the page.
 */

import type { DocumentLink, Position } from 'vscode-languageserver-types';
import type { ConfigDocument } from '../meaning/document';
import type { KeyValue, Span, Value } from '../toml/syntax';
import { mostItems } from './large-text';

const ADDRESS = /https?:\/\/[^\s"'`<>\\^|{}]+/gi;

/** The links of a document. Their targets are addresses of the web only. In a large text those after the first ones are left out. */
export function documentLinks(document: ConfigDocument): DocumentLink[] {
  const links: DocumentLink[] = [];
  const most = mostItems(document.text);
  for (const section of document.syntax.sections) {
    if (links.length >= most) break;
    addPairs(document, section.pairs, links);
  }
  for (const comment of document.syntax.comments) {
    if (links.length >= most) break;
    addAddresses(document, comment, links);
  }
  const shown = links.length > most ? links.slice(0, most) : links;
  return shown.sort((a, b) => compare(a.range.start, b.range.start));
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

function addPairs(document: ConfigDocument, pairs: readonly KeyValue[], links: DocumentLink[]): void {
  for (const { value } of pairs) addValue(document, value, links);
}

function addValue(document: ConfigDocument, value: Value, links: DocumentLink[]): void {
  if (value.type === 'string') addAddresses(document, value, links);
  else if (value.type === 'inline-table') addPairs(document, value.pairs, links);
  else if (value.type === 'array') for (const item of value.items) addValue(document, item, links);
}

/** An address with a variable or a placeholder in it (`$HOST`, `{{ host }}`, `<host>`) leads nowhere and is no link. */
function addAddresses(document: ConfigDocument, span: Span, links: DocumentLink[]): void {
  const text = document.text.slice(span.start, span.end);
  if (!text.includes('://')) return;
  for (const match of text.matchAll(ADDRESS)) {
    const next = text.charAt(match.index + match[0].length);
    if (match[0].length > LONGEST_ADDRESS || match[0].includes('$') || next === '{' || next === '<') continue;
    const target = withoutPunctuation(match[0]);
    if (!isAddress(target)) continue;
    const start = span.start + match.index;
    links.push({ range: document.range({ start, end: start + target.length }), target });
  }
}

/** Longer addresses lead nowhere; each is looked at as a whole. */
const LONGEST_ADDRESS = 4000;

/** A sentence's full stop and the bracket around an address are not part of it. */
function withoutPunctuation(address: string): string {
  let end = address.length;
  const surplus = { ')': count(address, ')') - count(address, '('), ']': count(address, ']') - count(address, '[') };
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')' || last === ']') {
      if (surplus[last]-- <= 0) break;
    } else if (!'.,;:!?*'.includes(last)) break;
  }
  return address.slice(0, end);
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).hostname !== '';
}
