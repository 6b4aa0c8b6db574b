/** Writes a folded, quoted or plain scalar as a literal block, in which every line of its text stands as it is. */
import type { TextEdit } from '../../text/edit';
import type { Span } from '../../text/span';
import type { YamlBlockScalar, YamlFlowScalar, YamlScalar } from './tree';

/** What no literal block can hold as it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are meant
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\u007f\u0085\u2028\u2029\ufeff]/;
/** What may stand behind a quote on its line, and then stands behind the block's header. */
const REST = /^[ \t]*(?:#.*)?$/;

/** The edit that does it; `key` is the key before the scalar. Undefined where a block cannot stand. */
export function literalBlockEdit(
  source: string,
  scalar: YamlScalar,
  text: string,
  key: Span | undefined,
): TextEdit | undefined {
  const place = scalar.block ? placeOfBlock(source, scalar) : key && placeOfFlowScalar(source, scalar, key);
  if (!place || UNWRITABLE.test(text)) return undefined;
  const { indent, parentIndent, rest, end } = place;
  // The first line would tell a deeper indentation than the block has.
  const indicator = /^\n* /.test(text) ? String(indent - parentIndent) : '';
  const chomp = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  const lineBreak = source.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.replace(/\n$/, '').split('\n');
  const body = lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
  const written = [`|${indicator}${chomp}${rest}`, ...body].join(lineBreak);
  return { start: scalar.start, end, newText: scalar.block ? written + lineBreak : written };
}

interface Place {
  readonly indent: number;
  readonly parentIndent: number;
  /** What follows the header on its line. */
  readonly rest: string;
  /** The end of what is replaced. */
  readonly end: number;
}

function placeOfBlock(source: string, { start, block }: YamlBlockScalar): Place | undefined {
  const { indent, parentIndent, end } = block;
  if (indent === undefined) return undefined;
  const header = source.slice(start, block.start).trimEnd();
  const rest = /(?<![ \t])[ \t]*#[^\n]*/.exec(header.slice(header.lastIndexOf('\n') + 1))?.[0] ?? '';
  return { indent, parentIndent, rest, end };
}

function placeOfFlowScalar(source: string, { start, end, style }: YamlFlowScalar, key: Span): Place | undefined {
  const isClosed = style === 'plain' || (end - start > 1 && source[end - 1] === source[start]);
  const rest = /^[^\r\n]*/.exec(source.slice(end))?.[0] ?? '';
  if (!isClosed || !REST.test(rest)) return undefined;
  const parentIndent = key.start - (source.lastIndexOf('\n', key.start - 1) + 1);
  return { indent: parentIndent + 2, parentIndent, rest: rest.trimEnd(), end: end + rest.length };
}
