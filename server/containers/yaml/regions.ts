/**
 * Finds the runner configurations in a YAML file, and the keys around them that do nothing: Helm values, ConfigMaps, resources
 * of Argo CD, Flux and the Runner Operator. One walk through each document.
 */

import { append } from '../../text/append';
import { applyEdits, type TextEdit } from '../../text/edit';
import { composeOffsetMaps } from '../../text/offset-map';
import type { Problem } from '../../text/problem';
import type { Span } from '../../text/span';
import { isTooMany } from '../bounded';
import type { Region } from '../region';
import { OF_FILE, type Traits } from '../traits';
import { chartSecrets } from './chart-secrets';
import { decodeScalar } from './decode';
import type { DecodedScalar } from './decoded-scalar';
import { yamlDocuments } from './documents';
import { literalBlockEdit } from './literal-block';
import { misplacedKeys } from './misplaced-keys';
import { configMapsOfRunners } from './operator';
import {
  type FoundPlace,
  isNestedYaml,
  placeOf,
  type RunnerConfigMaps,
  type ScalarPlace,
  type YamlPlace,
} from './places';
import type { YamlDocument, YamlEntry, YamlMap, YamlNode, YamlScalar } from './tree';

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
}

export interface YamlContents {
  /** In the order of the file. */
  readonly regions: readonly YamlRegion[];
  /** About the keys around them; none in a file without regions. */
  readonly findings: readonly Problem[];
}

const NOTHING: YamlContents = { regions: [], findings: [] };

/** Reads a YAML file. Never throws; a file without configurations costs next to nothing. */
export function readYaml(text: string): YamlContents {
  const { regions, findings } = read(text, 0);
  if (regions.length === 0) return NOTHING;
  return { regions: regions.map((region) => withTrial(text, region)), findings };
}

function read(text: string, nesting: number): YamlContents {
  const documents = yamlDocuments(text);
  if (documents.length === 0) return NOTHING;
  const walk = new Walk(text, nesting, configMapsOfRunners(text));
  for (const document of documents) walk.through(document);
  return walk.contents();
}

/** A literal block is offered only where all configurations of the file stay what they are. */
function withTrial(text: string, region: YamlRegion): YamlRegion {
  if (!region.asLiteralBlock) return region;
  const texts = (file: string) => JSON.stringify(read(file, 0).regions.map((each) => each.text));
  return {
    ...region,
    asLiteralBlock() {
      const edits = region.asLiteralBlock?.() ?? [];
      return edits.length > 0 && texts(applyEdits(text, edits)) === texts(text) ? edits : [];
    },
  };
}

/** What is around a node. */
interface Around {
  readonly path: readonly string[];
  readonly maps: readonly YamlMap[];
  readonly entry: YamlEntry | undefined;
  /** It is in brackets. */
  readonly inFlow: boolean;
}

class Walk {
  private readonly found = new Map<number, YamlRegion>();
  private readonly findings: Problem[] = [];
  private anchors: ReadonlyMap<string, YamlNode> = new Map();
  private nodesLeft = MOST_NODES;
  private aliasDepth = 0;

  constructor(
    private readonly source: string,
    private readonly nesting: number,
    private readonly ofRunners: RunnerConfigMaps,
  ) {}

  through(document: YamlDocument): void {
    this.anchors = document.anchors;
    this.visit(document.root, { path: [], maps: [], entry: undefined, inFlow: false });
  }

  contents(): YamlContents {
    return {
      regions: [...this.found.values()].sort((one, other) => one.host.start - other.host.start),
      findings: this.findings.sort((one, other) => one.start - other.start),
    };
  }

  private visit(node: YamlNode | undefined, around: Around): void {
    if (!node || around.path.length + around.maps.length > DEEPEST || isTooMany(this.found.size)) return;
    if (this.aliasDepth > 0 && this.nodesLeft-- <= 0) return;
    if (node.kind === 'map') this.map(node, around);
    else if (node.kind === 'alias') this.alias(node.name, node, around);
    else if (node.kind === 'scalar') this.scalar(node, around);
    else for (const item of node.items) this.visit(item, { ...around, inFlow: isInFlow(node, around) });
  }

  private map(node: YamlMap, around: Around): void {
    const { path, maps } = around;
    // What an alias leads to is visited in its own place, too.
    if (this.aliasDepth === 0) {
      append(this.findings, misplacedKeys(this.source, node, path.at(-1) ?? ''));
      append(this.findings, chartSecrets(this.source, node, path.at(-1) ?? ''));
    }
    const inFlow = isInFlow(node, around);
    for (const entry of node.entries) {
      const isMerged = entry.key === '<<';
      this.visit(entry.value, {
        path: isMerged ? path : [...path, entry.key],
        maps: isMerged ? maps : [...maps, node],
        entry,
        inFlow,
      });
    }
  }

  private alias(name: string, { start, end }: Span, around: Around): void {
    const target = this.anchors.get(name);
    // An alias inside of its own anchor has no end.
    if (!target || (target.start <= start && end <= target.end && target.kind !== 'scalar')) return;
    this.aliasDepth++;
    this.visit(target, around);
    this.aliasDepth--;
  }

  private scalar(node: YamlScalar, around: Around): void {
    if (!node.block && node.end - node.start < SHORTEST) return;
    const decoded = decodeScalar(this.source, node);
    const scalar = { source: this.source, path: around.path, maps: around.maps, style: node.style };
    if (isNestedYaml(scalar) && this.nesting < DEEPEST_NESTING && this.inside(node, decoded, around)) return;
    const region = regionOf(decoded, node, { scalar, ofRunners: this.ofRunners, key: around.entry?.keySpan });
    if (!region) return;
    const asLiteralBlock = () => this.asLiteralBlock(node, region.text, around);
    this.add(node.style === 'literal' ? region : { ...region, asLiteralBlock });
  }

  /** The configurations in a scalar that is YAML itself; false where it has none. */
  private inside(node: YamlScalar, decoded: DecodedScalar, around: Around): boolean {
    const { regions, findings } = read(decoded.text, this.nesting + 1);
    const asLiteralBlock = () => this.asLiteralBlock(node, decoded.text, around);
    for (const region of regions) {
      this.add(nestedRegion(region, decoded, around.path, node.style === 'literal' ? undefined : asLiteralBlock));
    }
    if (this.aliasDepth === 0) {
      append(
        this.findings,
        findings.map((finding) => ({ ...finding, ...inHost(decoded, finding) })),
      );
    }
    return regions.length > 0;
  }

  private asLiteralBlock(node: YamlScalar, text: string, { entry, inFlow }: Around): TextEdit[] {
    // Behind an alias the key is another one's.
    const key = entry?.value === node ? entry.keySpan : undefined;
    const edit = inFlow ? undefined : literalBlockEdit(this.source, node, text, key);
    return edit ? [edit] : [];
  }

  /** A scalar is found twice when an alias leads to it; the place that its keys give tells more. */
  private add(region: YamlRegion): void {
    const other = this.found.get(region.host.start);
    if (!other || other.place === 'yaml-text') this.found.set(region.host.start, region);
  }
}

function isInFlow({ isFlow = false }: { isFlow?: boolean }, { inFlow }: Around): boolean {
  return isFlow || inFlow;
}

function inHost({ map }: DecodedScalar, { start, end }: Span): Span {
  return { start: map.toHost(start), end: map.toHost(end) };
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
      text,
      map,
      host: { start, end },
      traits: traitsOf(found, node, decoded),
      path: scalar.path,
      ...(key && { key }),
      retyped(change) {
        const after = decoded.retyped?.(change);
        return after && regionOf(after, node, around);
      },
    }
  );
}

function traitsOf(
  { place, role, rendered = false }: FoundPlace,
  { style }: YamlScalar,
  { isBroken = false, linesAboveFirst }: DecodedScalar,
): Traits {
  return {
    ...OF_FILE,
    role,
    owner: place === 'chart-config' || rendered ? 'chart' : place === 'operator-config' ? 'operator' : 'runner',
    editable: style === 'literal' && !isBroken,
    templates: place === 'chart-config' ? 'go' : undefined,
    linesAboveFirst,
    ownsLastLineBreak: style !== 'literal',
  };
}

/** A region of a scalar as one of the file. `outerAsBlock`: of a scalar that is no literal block itself, what makes it one. */
function nestedRegion(
  region: YamlRegion,
  outer: DecodedScalar,
  path: readonly string[],
  outerAsBlock: (() => TextEdit[]) | undefined,
): YamlRegion {
  const { key, traits } = region;
  const host = inHost(outer, region.host);
  const inner = region.asLiteralBlock && (() => outer.map.toHostEdits(region.asLiteralBlock?.() ?? []));
  const asLiteralBlock = outerAsBlock ?? inner;
  return {
    ...region,
    retyped: undefined,
    map: composeOffsetMaps(outer.map, region.map, host),
    host,
    traits: outerAsBlock || outer.isBroken ? { ...traits, editable: false } : traits,
    path: [...path, ...(region.path ?? [])],
    ...(key && { key: inHost(outer, key) }),
    ...(asLiteralBlock && { asLiteralBlock }),
  };
}
