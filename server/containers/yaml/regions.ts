/** Finds the runner configurations in a YAML file: Helm values, ConfigMaps, resources of Argo CD, Flux and the Runner Operator. */

import { composeOffsetMaps } from '../../text/offset-map';
import type { Span } from '../../text/span';
import type { Region } from '../region';
import { OF_FILE, type Traits } from '../traits';
import { type DecodedScalar, decodeScalar } from './decode';
import { documentSpans, yamlDocuments } from './documents';
import { parseYaml } from './parse';
import {
  type FoundPlace,
  isNestedYaml,
  placeOf,
  type RunnerConfigMaps,
  type ScalarPlace,
  type YamlPlace,
} from './places';
import {
  entryOf,
  type ScalarStyle,
  scalarSource,
  type YamlDocument,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from './tree';

/** YAML in YAML in YAML: more than anybody writes. */
const DEEPEST_NESTING = 3;
/** No shorter scalar holds a configuration, unless it is a block, which may be about to be written. */
const SHORTEST = 11;
/** Keys and maps around a scalar, those behind aliases too. */
const DEEPEST = 500;
/** Aliases of aliases grow without end: so many nodes are visited through them. */
const MOST_NODES = 20_000;

export interface YamlRegion extends Region {
  readonly place: YamlPlace;
  readonly style: ScalarStyle;
}

/** The regions of a YAML file in their order. Never throws; a file without any costs next to nothing. */
export function yamlRegions(text: string): YamlRegion[] {
  return regionsIn(text, 0);
}

function regionsIn(text: string, nesting: number): YamlRegion[] {
  const documents = yamlDocuments(text);
  if (documents.length === 0) return [];
  const finder = new RegionFinder(text, nesting, configMapsOfRunners(text));
  for (const document of documents) finder.search(document);
  return finder.regions();
}

/** The ConfigMaps of the Runner resources (`apps.gitlab.com`) in the same file. */
function configMapsOfRunners(text: string): RunnerConfigMaps {
  const named = new Set<string>();
  const made = new Set<string>();
  if (!text.includes('apps.gitlab.com/')) return { named, made };
  for (const span of documentSpans(text)) {
    if (!/\bkind["']?[ \t]*:[ \t]*["']?Runner\b/.test(text.slice(span.start, span.end))) continue;
    const { root } = parseYaml(text, span);
    if (scalarSource(text, entryOf(root, 'kind')?.value) !== 'Runner') continue;
    const config = scalarSource(text, entryOf(entryOf(root, 'spec')?.value, 'config')?.value);
    const name = scalarSource(text, entryOf(entryOf(root, 'metadata')?.value, 'name')?.value);
    if (config) named.add(config);
    if (name) made.add(`${name}-runner-config`);
  }
  return { named, made };
}

class RegionFinder {
  private readonly found = new Map<number, YamlRegion>();
  private anchors: ReadonlyMap<string, YamlNode> = new Map();
  private nodesLeft = MOST_NODES;
  private aliasDepth = 0;

  constructor(
    private readonly source: string,
    private readonly nesting: number,
    private readonly ofRunners: RunnerConfigMaps,
  ) {}

  search(document: YamlDocument): void {
    this.anchors = document.anchors;
    this.visit(document.root, [], [], undefined);
  }

  regions(): YamlRegion[] {
    return [...this.found.values()].sort((one, other) => one.host.start - other.host.start);
  }

  private visit(
    node: YamlNode | undefined,
    path: readonly string[],
    maps: readonly YamlMap[],
    entry: YamlEntry | undefined,
  ): void {
    if (!node || path.length + maps.length > DEEPEST) return;
    if (this.aliasDepth > 0 && this.nodesLeft-- <= 0) return;
    if (node.kind === 'map') {
      for (const each of node.entries) {
        const merged = each.key === '<<';
        this.visit(each.value, merged ? path : [...path, each.key], merged ? maps : [...maps, node], each);
      }
    } else if (node.kind === 'sequence') {
      for (const item of node.items) this.visit(item, path, maps, entry);
    } else if (node.kind === 'alias') {
      const target = this.anchors.get(node.name);
      // An alias inside of its own anchor has no end.
      if (target && !(target.start <= node.start && node.end <= target.end && target.kind !== 'scalar')) {
        this.aliasDepth++;
        this.visit(target, path, maps, entry);
        this.aliasDepth--;
      }
    } else {
      this.scalar(node, path, maps, entry);
    }
  }

  private scalar(
    node: YamlScalar,
    path: readonly string[],
    maps: readonly YamlMap[],
    entry: YamlEntry | undefined,
  ): void {
    const scalar = { source: this.source, path, maps, style: node.style };
    const short = node.style !== 'literal' && node.style !== 'folded' && node.end - node.start < SHORTEST;
    const decoded = short ? undefined : decodeScalar(this.source, node);
    if (!decoded) return;
    if (isNestedYaml(scalar) && this.nesting < DEEPEST_NESTING) {
      const inner = regionsIn(decoded.text, this.nesting + 1);
      for (const region of inner) this.add(nestedRegion(region, decoded, path, node.style));
      if (inner.length > 0) return;
    }
    const region = regionOf(decoded, node, { scalar, ofRunners: this.ofRunners, key: entry?.keySpan });
    if (region) this.add(region);
  }

  /** A scalar is found twice when an alias leads to it; the place that its keys give tells more. */
  private add(region: YamlRegion): void {
    const other = this.found.get(region.host.start);
    if (!other || other.place === 'yaml-text') this.found.set(region.host.start, region);
  }
}

interface Surroundings {
  readonly scalar: ScalarPlace;
  readonly ofRunners: RunnerConfigMaps;
  readonly key: Span | undefined;
}

/** The region of a scalar; undefined when it is no runner configuration. */
function regionOf(decoded: DecodedScalar, node: YamlScalar, around: Surroundings): YamlRegion | undefined {
  const { text, map, start, end } = decoded;
  const { scalar, ofRunners, key } = around;
  const found = placeOf(scalar, text, ofRunners);
  return (
    found && {
      place: found.place,
      style: node.style,
      text,
      map,
      host: { start, end },
      traits: traitsOf(found, node),
      path: scalar.path,
      key,
      retyped(change) {
        const after = decoded.retyped?.(change);
        return after && regionOf(after, node, around);
      },
    }
  );
}

function traitsOf({ place, role }: FoundPlace, { style, block }: YamlScalar): Traits {
  return {
    ...OF_FILE,
    role,
    owner: place === 'chart-config' ? 'chart' : place === 'operator-config' ? 'operator' : 'runner',
    // In folded and single-quoted texts line breaks do not survive an edit as they are.
    formattable: style === 'literal' || style === 'double-quoted',
    templates: place === 'chart-config' ? 'go' : undefined,
    indentedByFirstLine: block?.hasIndicator === false,
    ownsLastLineBreak: style !== 'literal',
  };
}

function nestedRegion(
  region: YamlRegion,
  outer: DecodedScalar,
  path: readonly string[],
  style: YamlScalar['style'],
): YamlRegion {
  const { key, traits } = region;
  const host = { start: outer.map.toHost(region.host.start), end: outer.map.toHost(region.host.end) };
  return {
    ...region,
    retyped: undefined,
    map: composeOffsetMaps(outer.map, region.map, host),
    host,
    // What folding does to line breaks it does to those of all that is in it.
    style: style === 'folded' ? style : region.style,
    traits: style === 'folded' ? { ...traits, formattable: false } : traits,
    path: [...path, ...(region.path ?? [])],
    key: key && { start: outer.map.toHost(key.start), end: outer.map.toHost(key.end) },
  };
}
