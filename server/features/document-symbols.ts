/** The outline: runners by name and executor, their tables and keys. */
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Context } from '../context';
import type { ConfigDocument } from '../document';
import { fold } from '../schema/lookup';
import type { KeyValue, Section, Span, Value } from '../toml/syntax';
import { type SectionNode, sectionTree } from './section-tree';

const DETAIL_LENGTH = 60;

/** Keys and texts that may hold something an outline, which people share on their screens, must not show. */
const SECRET = /token|secret|passw|credential|private|key|auth|\bgl[a-z]{1,4}-|:\/\/[^/\s]*@/i;

/** The symbols of a document, in the order of the text and nested as its sections nest there. */
export function documentSymbols(document: ConfigDocument, context: Context): DocumentSymbol[] {
  const runners = context.schema.byPath('runners[]');
  let runnerNumber = 0;
  const table = (node: SectionNode, outerDepth: number): DocumentSymbol => {
    const { header, section, path } = node;
    const isRunner = path.length === 1 && runners !== undefined && context.schema.at(path) === runners;
    if (isRunner) runnerNumber++;
    return {
      name: isRunner ? runnerTitle(section, runnerNumber) : tableName(document, node, outerDepth),
      detail: isRunner ? '[[runners]]' : header.array ? elementDetail(section.pairs) : undefined,
      kind: isRunner ? SymbolKind.Class : SymbolKind.Namespace,
      range: document.range({ start: header.start, end: node.end }),
      selectionRange: document.range(header.key.end > header.key.start ? header.key : header),
      children: [...pairs(document, section.pairs), ...node.children.map((child) => table(child, path.length))],
    };
  };
  const globals = document.syntax.sections[0]?.pairs ?? [];
  return [...pairs(document, globals), ...sectionTree(document).map((node) => table(node, 0))];
}

function runnerTitle(section: Section, number: number): string {
  const name = printable(stringOf(section.pairs, 'name') ?? '') || `runner ${number}`;
  const executor = printable(stringOf(section.pairs, 'executor') ?? '');
  return executor ? `${name} (${executor})` : name;
}

/** The name below the table that the outline shows around it: `docker.sysctls` where `docker` has no header of its own there. */
function tableName(document: ConfigDocument, { header, path }: SectionNode, outerDepth: number): string {
  const name = printable(path.slice(outerDepth).join('.'));
  return name || printable(document.text.slice(header.start, header.end)) || '[]';
}

function pairs(document: ConfigDocument, all: readonly KeyValue[]): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  for (const pair of all) {
    const name = printable(pair.key.segments.map((segment) => segment.name).join('.'));
    // A word without `=` is no key yet: the outline would flicker with each letter.
    if (pair.equals < 0) continue;
    symbols.push({
      name: name || '""',
      detail: SECRET.test(name) && pair.value.type === 'string' ? undefined : detailOf(pair.value),
      kind: kindOf(pair.value),
      range: document.range(pair),
      selectionRange: document.range(within(pair.key, pair)),
      children: below(document, pair.value),
    });
  }
  return symbols;
}

function below(document: ConfigDocument, value: Value): DocumentSymbol[] | undefined {
  if (value.type === 'inline-table') return pairs(document, value.pairs);
  if (value.type !== 'array') return undefined;
  const items: DocumentSymbol[] = [];
  value.items.forEach((item, index) => {
    if (item.type !== 'inline-table') return;
    items.push({
      name: `[${index}]`,
      detail: elementDetail(item.pairs),
      kind: SymbolKind.Object,
      range: document.range(item),
      selectionRange: document.range(item),
      children: pairs(document, item.pairs),
    });
  });
  return items.length > 0 ? items : undefined;
}

/** What tells the elements of an array of tables apart: their name, else what stands first (`ip`, `mount_path`). */
function elementDetail(all: readonly KeyValue[]): string | undefined {
  const named = all.find((pair) => isNamed(pair, 'name')) ?? all[0];
  if (named?.value.type !== 'string') return undefined;
  return named.key.segments.some((segment) => SECRET.test(segment.name)) ? undefined : detailOf(named.value);
}

function detailOf(value: Value): string | undefined {
  switch (value.type) {
    case 'string':
      return stringDetail(value.value);
    case 'array':
      // Never the items: environment variables and machine options hold passwords.
      return value.items.length === 1 ? '1 item' : `${value.items.length} items`;
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

function stringOf(all: readonly KeyValue[], name: string): string | undefined {
  const value = all.find((pair) => isNamed(pair, name))?.value;
  return value?.type === 'string' ? value.value : undefined;
}

function isNamed({ key, equals }: KeyValue, name: string): boolean {
  return equals >= 0 && key.segments.length === 1 && fold((key.segments[0] as { name: string }).name) === name;
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
