/** The nodes that {@link parseYaml} gives: just enough of YAML to tell by which keys a scalar is reached, and where it stands. */
import type { Span } from '../../text/span';

export type FlowStyle = 'double-quoted' | 'single-quoted' | 'plain';
export type ScalarStyle = 'literal' | 'folded' | FlowStyle;

export interface YamlFlowScalar extends Span {
  readonly kind: 'scalar';
  readonly style: FlowStyle;
  readonly block?: undefined;
}
export interface YamlBlockScalar extends Span {
  readonly kind: 'scalar';
  readonly style: 'literal' | 'folded';
  readonly block: YamlBlock;
}
export type YamlScalar = YamlFlowScalar | YamlBlockScalar;

/** The lines of a block scalar. */
export interface YamlBlock extends Span {
  /** What becomes of the line breaks at its end. */
  readonly chomp: '' | '-' | '+';
  /** The indentation of what it is in. */
  readonly parentIndent: number;
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
  /** In brackets. */
  readonly isFlow?: boolean;
  readonly entries: YamlEntry[];
}
export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode | undefined;
}
export interface YamlSequence extends Span {
  readonly kind: 'sequence';
  /** In brackets. */
  readonly isFlow?: boolean;
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
