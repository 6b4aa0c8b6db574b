/** Reads a text with the TOML front end and puts what it found into a form that tests can show. */
import assert from 'node:assert/strict';
import { buildModel } from '../../../server/toml/build-model';
import type { Node, TableNode } from '../../../server/toml/model';
import { parseToml } from '../../../server/toml/parser';
import type { Header, Key, KeyValue, SyntaxProblem, Value } from '../../../server/toml/syntax';
import { counted } from '../../counted';

/** All problems of a text, those of its syntax and those of its definitions, in the order of the text. */
export function problemsOf(text: string): SyntaxProblem[] {
  const syntax = parseToml(text);
  return [...syntax.problems, ...buildModel(syntax).problems].sort((a, b) => a.start - b.start);
}

/** Each problem as `code ⟦the characters that it is on⟧`, with `warning ` before it where it is one. */
export function shown(text: string): string[] {
  return problemsOf(text).map(
    ({ code, severity, start, end }) =>
      `${severity === 'warning' ? 'warning ' : ''}${code} ⟦${text.slice(start, end).replaceAll('\n', '⏎')}⟧`,
  );
}

/** The tree as plain data; what is no value is `undefined`. */
export function plain(text: string): Record<string, unknown> {
  return plainTable(buildModel(parseToml(text)).model.root);
}

function plainTable(table: TableNode): Record<string, unknown> {
  return Object.fromEntries([...table.members].map(([name, member]) => [name, plainNode(member.node)]));
}

function plainNode(node: Node): unknown {
  if (node.type === 'table') return plainTable(node);
  if (node.type === 'array-of-tables') return node.elements.map(plainTable);
  return plainValue(node.value);
}

function plainValue(value: Value): unknown {
  if (value.type === 'array') return value.items.map(plainValue);
  if (value.type === 'inline-table')
    return Object.fromEntries(
      value.pairs.map((pair) => [pair.key.segments.map(({ name }) => name).join('.'), plainValue(pair.value)]),
    );
  return value.type === 'invalid' ? undefined : value.value;
}

/** Each problem as `message ⟦the characters that it is on⟧`: which sentence it is, not only which code. */
export function told(text: string): string[] {
  return problemsOf(text).map(({ code, severity, message, start, end }) => {
    const loaded = severity === 'warning' ? 'warning ' : '';
    const name = message.id.startsWith(code) ? message.id : `${code}: ${message.id}`;
    return `${loaded}${name} ⟦${characters(text, start, end)}⟧`;
  });
}

/** The syntax tree, a line for each header and pair, with the characters that each value covers. */
export function tree(text: string): string[] {
  return parseToml(text).sections.flatMap(({ header, pairs }) => [
    ...(header ? [headerShown(text, header)] : []),
    ...pairs.map((pair) => pairShown(text, pair)),
  ]);
}

function headerShown(text: string, { array, closed, key, start, end }: Header): string {
  const name = keyShown(key);
  return `${array ? `[[${name}]]` : `[${name}]`}${closed ? '' : ' open'} ⟦${characters(text, start, end)}⟧`;
}

function keyShown({ segments }: Key): string {
  return segments.map(({ name }) => name).join('.');
}

/** Where the span of a pair is not that of its key and value, it is shown too. */
function pairShown(text: string, { key, equals, value, start, end }: KeyValue): string {
  const sign = equals < 0 ? 'nothing' : text.charAt(equals);
  const whole = start === key.start && end === value.end ? '' : ` in ⟦${characters(text, start, end)}⟧`;
  return `${keyShown(key)} ${sign} ${valueShown(text, value)}${whole}`;
}

function valueShown(text: string, value: Value): string {
  const covered = `⟦${characters(text, value.start, value.end)}⟧`;
  switch (value.type) {
    case 'array':
      return `[${value.items.map((item) => valueShown(text, item)).join(', ')}]${value.closed ? '' : ' open'} ${covered}`;
    case 'inline-table':
      return `{${value.pairs.map((pair) => pairShown(text, pair)).join(', ')}}${value.closed ? '' : ' open'} ${covered}`;
    case 'string':
      return `${value.style} ${JSON.stringify(value.value)} ${covered}`;
    case 'datetime':
      return `${value.variant} ${covered}`;
    case 'invalid':
      return `invalid ${covered}`;
    default:
      return `${value.type} ${value.value} ${covered}`;
  }
}

function characters(text: string, start: number, end: number): string {
  return text.slice(start, end).replaceAll('\n', '⏎');
}

/** What is read from a text: its problems, and its tree where that is not obvious. */
export interface Reading {
  readonly problems: readonly string[];
  readonly tree?: readonly string[];
}

/** Holds the parser to what is to be read from each text, and to tokens that cover all of it. */
export function assertRead(readings: Readonly<Record<string, Reading>>): void {
  for (const [text, wanted] of counted(Object.entries(readings))) {
    assert.deepEqual({ problems: told(text), ...(wanted.tree ? { tree: tree(text) } : {}) }, wanted, text);
    const ends = [0, ...parseToml(text).tokenEnds];
    assert.ok(
      ends.every((end, index) => index === 0 || end > (ends[index - 1] ?? end)) && ends.at(-1) === text.length,
      text,
    );
  }
}
