/** Fixes of values that are broken TOML, by what their key takes: what is text gets quotes, the rest is converted. */

import { replacements } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import type { Fix } from '../meaning/finding';
import { isTaken, takesText, valueTaker } from '../meaning/value-taker';
import type { Schema } from '../schema/types';
import { type Message, message } from '../text/message';
import { halfWidth } from '../toml/characters';
import type { SyntaxProblem } from '../toml/syntax';
import { quoted } from '../toml/write';
import { changeTo, converted } from './convert-value';

const codes: ReadonlySet<SyntaxProblem['code']> = new Set([
  'bad-number',
  'bare-word',
  'capitalized-boolean',
  'placeholder',
  'smart-quotes',
]);

/** Whether a problem is a value that something else was meant by. */
export function isOfValue({ code }: SyntaxProblem): boolean {
  return codes.has(code);
}

/** The fixes of such a value, the best first. Nothing is said of the result of a safe one. */
export function meantValue(document: ConfigDocument, schema: Schema, problem: SyntaxProblem): Fix[] {
  const { code, start, end } = problem;
  const raw = document.text.slice(start, end);
  const content = code === 'smart-quotes' ? withoutQuotes(raw) : raw.replace(/^"|"$/g, '');
  const fix = (title: Message, newText: string, safe: boolean): Fix => ({
    title,
    changes: replacements([{ start, end, newText }]),
    safe,
  });
  const quote = message(code === 'smart-quotes' ? 'fix.straight-quotes' : 'fix.quote');
  const taker = valueTaker(document, schema, problem);
  if (taker && takesText(taker)) {
    const isFree = taker.wanted.kind === 'string' || taker.wanted.kind === 'string-or-array';
    const text = quoted(isFree ? content : halfWidth(content));
    return [fix(quote, text, code !== 'placeholder' && isTaken(schema, taker, text))];
  }
  const other = code === 'smart-quotes' ? undefined : literal(content);
  const change = (text: string, safe: boolean): Fix => fix(changeTo(text), text, safe);
  if (taker) {
    const value = { type: 'string', style: 'basic', value: content, start, end } as const;
    const found = code === 'placeholder' ? [] : converted(value, quoted(content), taker.wanted);
    // An octal number may be meant by a zero at the start.
    const all = found.length === 0 && other !== undefined ? [{ text: other, safe: false }] : found;
    return all.filter(({ text }) => isTaken(schema, taker, text)).map(({ text, safe }) => change(text, safe));
  }
  if (code === 'capitalized-boolean') return other === undefined ? [] : [change(other, true)];
  const isText = code === 'smart-quotes' || (code === 'bare-word' && other === undefined && !isNothing(content));
  return [...(other === undefined ? [] : [change(other, false)]), fix(quote, quoted(content), isText)];
}

/** What other formats call no value. */
export function isNothing(text: string): boolean {
  return /^(?:null|nil|none|undefined)$/i.test(text);
}

/** The boolean or number that a word may stand for. */
function literal(word: string): string | undefined {
  const text = halfWidth(word);
  if (/^(?:true|yes|on)$/i.test(text)) return 'true';
  if (/^(?:false|no|off)$/i.test(text)) return 'false';
  const number = /^([+-]?)0*((?:0|[1-9]\d*)(?:\.\d+)?)$/.exec(text);
  return number ? `${number[1]}${number[2]}` : undefined;
}

/** The text between typographic quotes. */
function withoutQuotes(text: string): string {
  return text.replace(/^[“”„‟«»‘’‚‛＂＇`"']|[“”„‟«»‘’‚‛＂＇`"']$/g, '');
}
