/** The nodes that {@link parseYaml} gives: just enough of YAML to tell by which keys a scalar is reached, and where it stands. */
import type { Span } from '../../text/span';

export type ScalarStyle = 'literal' | 'folded' | 'double-quoted' | 'single-quoted' | 'plain';

export interface YamlScalar extends Span {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  /** The indentation of what it is in. */
  readonly parentIndent: number;
  /** Of a block scalar. */
  readonly block?: YamlBlock;
}
/** The lines of a block scalar. */
export interface YamlBlock extends Span {
  /** What becomes of the line breaks at its end. */
  readonly chomp: '' | '-' | '+';
  /** How many spaces of each line are indentation; undefined where nothing is written yet. */
  readonly indent: number | undefined;
  /** The header says the indentation: `|2`. */
  readonly hasIndicator: boolean;
  /** The end of the document that it is in. */
  readonly limit: number;
}
/** Map entries in their order; a key that stands twice is there twice. */
export interface YamlMap extends Span {
  readonly kind: 'map';
  readonly entries: YamlEntry[];
}
export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode | undefined;
}
export interface YamlSequence extends Span {
  readonly kind: 'sequence';
  readonly items: YamlNode[];
}
export interface YamlAlias extends Span {
  readonly kind: 'alias';
  readonly name: string;
}
export type YamlNode = YamlScalar | YamlMap | YamlSequence | YamlAlias;

/** One document of a file. */
export interface YamlDocument {
  readonly root: YamlNode | undefined;
  readonly anchors: ReadonlyMap<string, YamlNode>;
}

/** The value of a key of a map. */
export function entryOf(map: YamlNode | undefined, key: string): YamlEntry | undefined {
  return map?.kind === 'map' ? map.entries.find((entry) => entry.key === key) : undefined;
}

/** A short scalar as written, without its quotes; for names and kinds. */
export function scalarSource(source: string, node: YamlNode | undefined): string | undefined {
  if (node?.kind !== 'scalar') return undefined;
  const quote = node.style === 'plain' ? 0 : 1;
  return source.slice(node.start + quote, node.end - quote);
}
