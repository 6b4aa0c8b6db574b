/** Fixes of strings whose quotes do not match. */
import { replacements } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import type { Fix } from '../meaning/finding';
import { sectionAt } from '../meaning/locate';
import { applyEdits } from '../text/edit';
import { type Message, message } from '../text/message';
import { lastBefore } from '../text/search';
import { parseToml } from '../toml/parser';
import type { Span, SyntaxProblem } from '../toml/syntax';

/** The fixes of a string that is not closed, or holds the quotes that it stands in. */
export function quoteFixes(text: string, problem: SyntaxProblem): Fix[] {
  const quote = text.charAt(0);
  if (text.startsWith(quote.repeat(3))) return [];
  if (text.includes('\n')) return replace(message('fix.three-quotes'), problem, inThreeQuotes(text));
  if (problem.message.id === 'unterminated-string.unbalanced')
    return replace(message('fix.single-quotes'), problem, inOtherQuotes(text));
  const end = problem.start + lengthBeforeComment(text);
  return [
    { title: message('fix.close-string'), changes: replacements([{ start: end, end, newText: quote }]), safe: false },
  ];
}

/** A comment stands behind white space, as one that ends the line of a sound value does. */
function lengthBeforeComment(text: string): number {
  let at = text.indexOf('#');
  while (at > 0 && !/\s/.test(text.charAt(at - 1))) at = text.indexOf('#', at + 1);
  return (at < 0 ? text : text.slice(0, at)).trimEnd().length;
}

/** The fix of a value like `"echo "hi" there"`, whose first quote inside ends it: `span` is what is left over. */
export function quotesInside(document: ConfigDocument, { start, end }: Span): Fix[] {
  const pair = lastBefore(sectionAt(document, start).pairs, start);
  if (pair?.value.type !== 'string' || pair.value.style !== 'basic' || pair.value.end > start) return [];
  const span = { start: pair.value.start, end };
  return replace(
    message('fix.single-quotes'),
    span,
    inOtherQuotes(document.text.slice(span.start, span.end).trimEnd()),
  );
}

function replace(title: Message, { start, end }: Span, newText: string | undefined): Fix[] {
  return newText === undefined ? [] : [{ title, changes: replacements([{ start, end, newText }]) }];
}

/** A text over lines; backslashes that are no escapes are plain in the other kind of quotes. */
function inThreeQuotes(text: string): string | undefined {
  const quote = text.charAt(0);
  const content = text.slice(1, -1);
  return [quote, "'"].map((each) => each.repeat(3) + content + each.repeat(3)).find(isValue);
}

/** Strings with their own quotes inside, each in the other kind, or with backslashes where it holds these, too. */
function inOtherQuotes(text: string): string | undefined {
  const items = text.startsWith('"') ? itemsOf(text) : undefined;
  if (!items) return undefined;
  const edits = items.flatMap(({ start, end }) => {
    const content = text.slice(start + 1, end - 1);
    if (!content.includes('"')) return [];
    const newText = content.includes("'") ? `"${content.replace(/(?<!\\)"/g, '\\"')}"` : `'${content}'`;
    return [{ start, end, newText }];
  });
  const result = applyEdits(text, edits);
  return isValue(`[${result}]`) ? result : undefined;
}

/** Where the items of a list begin and end: a quote ends one before a comma and another quote, unless brackets are open. */
function itemsOf(text: string): Span[] | undefined {
  const items: Span[] = [];
  let start = 0;
  let depth = 0;
  let quotes = 0;
  for (let at = 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (character !== '"') continue;
    quotes++;
    const next = /^\s{0,9},\s{0,9}(?=")/.exec(text.slice(at + 1, at + 21))?.[0];
    const isLast = at === text.length - 1;
    if (quotes % 2 === 0 || depth !== 0 || (next === undefined && !isLast)) continue;
    items.push({ start, end: at + 1 });
    if (isLast) return items;
    start = at + 1 + (next?.length ?? 0);
    at = start;
    quotes = 0;
  }
  return undefined;
}

function isValue(text: string): boolean {
  return parseToml(`a = ${text}`).problems.length === 0;
}
