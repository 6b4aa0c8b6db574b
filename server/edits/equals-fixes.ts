/** Fixes of a pair whose equals sign is missing or is a colon: what follows the key becomes a value that the key takes. */
import { type Change, replacements } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import type { Fix } from '../meaning/finding';
import { locate } from '../meaning/locate';
import { isTaken, takerOf, type ValueTaker } from '../meaning/value-taker';
import type { Schema } from '../schema/types';
import { message } from '../text/message';
import { parseToml } from '../toml/parser';
import type { Span, SyntaxProblem, Value } from '../toml/syntax';
import { quoted, valueText } from '../toml/write';
import { type Conversion, changeTo, converted } from './convert-value';

/** What is a value of TOML by its looks, and what is one with quotes; a comment may follow. */
const VALUE = /^([ \t]+)("[^"]*"|'[^']*'|\[.*\]|\{.*\}|[+-]?\d+|true|false)[ \t]*(?:#.*)?$/;
const WORD = /^([ \t]+)([\w./:@+-]+)[ \t]*(?:#.*)?$/;

/** The fix of a key with a value behind it and nothing between the two. */
export function missingEquals(document: ConfigDocument, schema: Schema, { start, end }: SyntaxProblem): Fix[] {
  const after = document.text.slice(end, document.lines.lineEnd(document.lines.lineOf(end)));
  const written = VALUE.exec(after);
  const word = written ? undefined : WORD.exec(after);
  const [, blank = '', raw = ''] = written ?? word ?? [];
  if (raw === '' || (word && document.text.charAt(start) === '-')) return [];
  const taker = takerOfKey(document, schema, end);
  const meant = taker && meantText(schema, taker, raw);
  const span = { start: end, end: end + blank.length + raw.length };
  if (meant && meant.text !== valueText(raw)) return [becomes(changeTo(`= ${meant.text}`), span, ` = ${meant.text}`)];
  if (written && meant === undefined) return [becomes(message('fix.insert', { text: '=' }), { start: end, end }, ' =')];
  return [becomes(message('fix.insert.equals-and-quotes'), span, ` = ${valueText(raw)}`)];
}

/** The fix of a colon in the place of the equals sign. Before a port it belongs to the address: `listen_address :9252`. */
export function colonForEquals(document: ConfigDocument, schema: Schema, problem: SyntaxProblem): Fix[] {
  const { text } = document;
  const spaced = (span: Span) => {
    const before = /\s/.test(text.charAt(span.start - 1)) ? '' : ' ';
    return `${before}=${/\s/.test(text.charAt(span.end)) ? '' : ' '}`;
  };
  const plain = { ...becomes(changeTo('='), problem, spaced(problem)), safe: true };
  const place = locate(document, problem.end);
  const pair = place.kind === 'value' ? place.pair : undefined;
  if (pair?.equals !== problem.start || pair.value.type === 'invalid') return [plain];
  const { value } = pair;
  const raw = text.slice(value.start, value.end);
  const taker = takerOfKey(document, schema, pair.key.end);
  const isPort = value.start === problem.end && pair.key.end < problem.start && /^\d{1,5}$/.test(raw);
  const meant =
    taker && isPort && /address$/i.test(taker.name)
      ? { text: quoted(`:${raw}`), safe: true }
      : taker && meantText(schema, taker, raw);
  if (!meant) return [plain];
  const changes: Change[] = replacements([
    { start: problem.start, end: problem.end, newText: spaced(problem) },
    { start: value.start, end: value.end, newText: meant.text },
  ]);
  const title = meant.text === valueText(raw) ? message('fix.insert.equals-and-quotes') : changeTo(`= ${meant.text}`);
  return [{ title, changes, safe: meant.safe }];
}

function becomes(title: Fix['title'], { start, end }: Span, newText: string): Fix {
  return { title, changes: replacements([{ start, end, newText }]) };
}

/** What takes the value of the key that ends at an offset. */
function takerOfKey(document: ConfigDocument, schema: Schema, end: number): ValueTaker | undefined {
  const place = locate(document, end);
  return place.kind === 'key' ? takerOf(schema, place.path, 0) : undefined;
}

/** What is written as the key takes it; undefined where that is as it stands, or where nothing of the kind is meant. */
function meantText(schema: Schema, taker: ValueTaker, raw: string): Conversion | undefined {
  const value = tomlValue(raw);
  if (value && isTaken(schema, taker, raw)) return undefined;
  const text = value ?? ({ type: 'string', style: 'basic', value: raw, start: 0, end: raw.length } as const);
  if (!value && isTaken(schema, taker, valueText(raw))) return { text: valueText(raw), safe: false };
  return converted(text, value ? raw : valueText(raw), taker.wanted).find((each) => isTaken(schema, taker, each.text));
}

function tomlValue(raw: string): Value | undefined {
  const syntax = parseToml(raw === '' ? '' : `k=${raw}`);
  const value = syntax.problems.length === 0 ? syntax.sections[0]?.pairs[0]?.value : undefined;
  return value?.type === 'invalid' ? undefined : value;
}
