/** The outline: runners by name and executor, their tables and keys. */
import type { DocumentSymbol, Position, Range } from 'vscode-languageserver-types';
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import { holdsSecret, secrecyOf, withoutSecrets } from '../meaning/secrets';
import { fold } from '../schema/lookup';
import type { Schema } from '../schema/types';
import { message } from '../text/message';
import type { KeyValue, Section, Span, Value } from '../toml/syntax';
import { SymbolKind } from './kinds';
import { MAXIMUM_ITEMS } from './large-text';
import { type SectionNode, sectionTree } from './section-tree';
import { sourceOfNames, sourceOfString } from './source-text';

type Say = Context['say'];

const DETAIL_LENGTH = 60;

/** Keys and texts that may hold something an outline, which people share on their screens, must not show. */
const SECRET = /token|secret|passw|credential|private|key|auth|\bgl[a-z]{1,4}-|:\/\/[^/\s]*@/i;

/** How deep an outline goes: to the keys in the tables, to the tables below others, or not below what stands at its top. */
export type OutlineDepth = 'keys' | 'tables' | 'top';

/** What is known of the rest of the text where the document is a part of it. */
export interface SymbolPart {
  readonly runnersBefore: number;
  /** See section-tree.ts. */
  readonly follower: Position | undefined;
  /** How deep the outline of the whole text goes. */
  readonly depth: OutlineDepth;
}

/**
 * The symbols of a document, in the order of the text and nested as its sections nest there. Of a long one whole levels
 * are left out until the rest is short enough; where the top alone is too long, the last symbol says how much is missing.
 */
export function documentSymbols(document: ConfigDocument, context: Context, part?: SymbolPart): DocumentSymbol[] {
  const runners = context.schema.byPath('runners[]');
  const { say } = context;
  const most = MAXIMUM_ITEMS;
  const depth = part?.depth ?? outlineDepth(countSymbols(document));
  let runnerNumber = part?.runnersBefore ?? 0;
  const table = (node: SectionNode, outerDepth: number): DocumentSymbol => {
    const { header, section, path } = node;
    const isRunner = path.length === 1 && runners !== undefined && context.schema.at(path) === runners;
    if (isRunner) runnerNumber++;
    return {
      name: isRunner ? runnerTitle(document, section, runnerNumber, say) : tableName(document, node, outerDepth),
      detail: isRunner ? '[[runners]]' : header.array ? elementDetail(document, section.pairs) : undefined,
      kind: isRunner ? SymbolKind.Class : SymbolKind.Namespace,
      range: document.range({ start: header.start, end: node.end }),
      selectionRange: document.range(header.key.end > header.key.start ? header.key : header),
      children: [
        ...(depth === 'keys' ? pairs(document, section.pairs, context) : []),
        ...(depth === 'top' ? [] : node.children.map((child) => table(child, path.length))),
      ],
    };
  };
  const globals = document.syntax.sections[0]?.pairs ?? [];
  const tables = sectionTree(document, part?.follower);
  const shown = globals.length + tables.length > most ? most - 1 : most;
  const shownTables = Math.max(0, shown - globals.length);
  return [
    ...pairs(document, globals.slice(0, shown), context),
    ...tables.slice(0, shownTables).map((node) => table(node, 0)),
    ...notShown(document, [...globals.slice(shown), ...tables.slice(shownTables).map(spanOf)], say),
  ];
}

/** How many symbols an outline may have: tables and keys above the first of them, and keys in tables; inline tables are not counted. */
export interface SymbolCount {
  readonly tables: number;
  readonly keys: number;
}

/** The symbols of a document. */
export function countSymbols({ syntax: { sections } }: ConfigDocument): SymbolCount {
  let tables = sections[0]?.pairs.length ?? 0;
  let keys = 0;
  for (const { header, pairs } of sections) {
    if (!header) continue;
    tables++;
    keys += pairs.length;
  }
  return { tables, keys };
}

/** The deepest outline that has no more symbols than an editor takes. */
export function outlineDepth({ tables, keys }: SymbolCount): OutlineDepth {
  if (tables > MAXIMUM_ITEMS) return 'top';
  return tables + keys > MAXIMUM_ITEMS ? 'tables' : 'keys';
}

function spanOf({ header, end }: SectionNode): Span {
  return { start: header.start, end };
}

function notShown(document: ConfigDocument, spans: readonly Span[], say: Say): DocumentSymbol[] {
  const [first, last] = [spans[0], spans[spans.length - 1]];
  if (!first || !last) return [];
  return [missing(spans.length, document.range({ start: first.start, end: last.end }), document.range(first), say)];
}

/** The symbol that stands for all those which are not shown: their number, where they are, and where the first of them is. */
export function missing(number: number, range: Range, selectionRange: Range, say: Say): DocumentSymbol {
  return {
    name: say(message('symbol.missing', { number })),
    detail: say(message('symbol.missing.reason')),
    kind: SymbolKind.Namespace,
    range,
    selectionRange,
  };
}

function runnerTitle(document: ConfigDocument, section: Section, number: number, say: Say): string {
  const name = printable(stringOf(document, section.pairs, 'name') ?? '');
  const executor = printable(stringOf(document, section.pairs, 'executor') ?? '');
  if (name) return executor ? say(message('symbol.runner', { name, executor })) : name;
  if (executor) return say(message('symbol.unnamed-runner.executor', { number, executor }));
  return say(message('symbol.unnamed-runner', { number }));
}

/** The name below the table that the outline shows around it: `docker.sysctls` where `docker` has no header of its own there. */
function tableName(document: ConfigDocument, { header }: SectionNode, outerDepth: number): string {
  const name = printable(sourceOfNames(document, header.key.segments.slice(outerDepth)));
  return name || printable(document.text.slice(header.start, header.end)) || '[]';
}

function pairs(document: ConfigDocument, all: readonly KeyValue[], context: Context): DocumentSymbol[] {
  const { schema, say } = context;
  // In broken text and in templates a value may belong to another key than the one before it.
  const isBroken = document.syntaxProblems.length > 0 || document.isTemplate;
  const symbols: DocumentSymbol[] = [];
  for (const pair of all) {
    const written = printable(sourceOfNames(document, pair.key.segments));
    // A word without `=` is no key yet: the outline would flicker with each letter.
    if (pair.equals < 0) continue;
    const name = isBroken ? withoutSecrets(document, schema, pair)(written) : written;
    const isSecret = isSecretPair(pair, schema) || (isBroken && holdsSecret(document, schema, pair));
    const isHidden = pair.value.type === 'string' ? isSecret || SECRET.test(name) : isSecret && !isList(pair.value);
    symbols.push({
      name: name || '""',
      detail: isHidden ? undefined : detailOf(document, pair.value, say),
      kind: kindOf(pair.value),
      range: document.range(pair),
      selectionRange: document.range(within(pair.key, pair)),
      children: isSecret ? undefined : below(document, pair.value, context),
    });
  }
  return symbols;
}

function isSecretPair({ key }: KeyValue, schema: Schema): boolean {
  return key.segments.some(({ name }) => secrecyOf(schema, name) !== undefined);
}

/** Of a list the number of its items is shown, and nothing else. */
function isList({ type }: Value): boolean {
  return type === 'array';
}

function below(document: ConfigDocument, value: Value, context: Context): DocumentSymbol[] | undefined {
  if (value.type === 'inline-table') return pairs(document, value.pairs, context);
  if (value.type !== 'array') return undefined;
  const items: DocumentSymbol[] = [];
  value.items.forEach((item, index) => {
    if (item.type !== 'inline-table') return;
    items.push({
      name: `[${index}]`,
      detail: elementDetail(document, item.pairs),
      kind: SymbolKind.Object,
      range: document.range(item),
      selectionRange: document.range(item),
      children: pairs(document, item.pairs, context),
    });
  });
  return items.length > 0 ? items : undefined;
}

/** What tells the elements of an array of tables apart: their name, else what stands first (`ip`, `mount_path`). */
function elementDetail(document: ConfigDocument, all: readonly KeyValue[]): string | undefined {
  const named = all.find((pair) => isNamed(pair, 'name')) ?? all[0];
  if (named?.value.type !== 'string') return undefined;
  return named.key.segments.some((segment) => SECRET.test(segment.name))
    ? undefined
    : stringDetail(sourceOfString(document, named.value));
}

function detailOf(document: ConfigDocument, value: Value, say: Say): string | undefined {
  switch (value.type) {
    case 'string':
      return stringDetail(sourceOfString(document, value));
    case 'array':
      // Never the items: environment variables and machine options hold passwords.
      return say(message('symbol.items', { count: value.items.length }));
    case 'integer':
    case 'float':
    case 'boolean':
    case 'datetime':
      return String(value.value);
    default:
      return undefined;
  }
}

function stringDetail(text: string): string | undefined {
  if (SECRET.test(text)) return undefined;
  const line = printable(text);
  return line.length > DETAIL_LENGTH ? `${line.slice(0, DETAIL_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}

function kindOf(value: Value): SymbolKind {
  switch (value.type) {
    case 'boolean':
      return SymbolKind.Boolean;
    case 'integer':
    case 'float':
      return SymbolKind.Number;
    case 'array':
      return SymbolKind.Array;
    case 'inline-table':
      return SymbolKind.Object;
    case 'string':
    case 'datetime':
      return SymbolKind.String;
    default:
      return SymbolKind.Property;
  }
}

function stringOf(document: ConfigDocument, all: readonly KeyValue[], name: string): string | undefined {
  const value = all.find((pair) => isNamed(pair, name))?.value;
  return value?.type === 'string' ? sourceOfString(document, value) : undefined;
}

function isNamed({ key, equals }: KeyValue, name: string): boolean {
  return equals >= 0 && key.segments.length === 1 && fold(key.segments[0]?.name ?? '') === name;
}

/** One line without control characters; clients refuse an empty name. */
function printable(text: string): string {
  // Most texts are in order.
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

function within(inner: Span, outer: Span): Span {
  return { start: Math.max(inner.start, outer.start), end: Math.min(inner.end, outer.end) };
}
