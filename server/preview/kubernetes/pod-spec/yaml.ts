/**
 * The text of a patch as JSON. The runner's library reads YAML 1.1 in Go's manner (sigs.k8s.io/yaml): `n` and `on` are booleans, `0777`
 * is octal, `12:30` is a text; held to preview/functions.json, `patch_yaml`.
 */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  Scalar,
  type YAMLMap,
} from 'yaml';
import { isList, isObject, type Json } from '../../json';

/** Aliases may make a text of a few lines larger than the memory. */
const MOST_NODES = 100_000;

/** What a text says, or what is wrong with it. A class of errors would be another one in each bundle; a value is the same in all. */
export type ReadYaml = { readonly value: Json } | { readonly wrong: string };

/** The first document of a text. With `reference` a list tagged `!reference` becomes a map that holds it in a field of that name. */
export function yamlToJson(text: string, reference?: string): ReadYaml {
  try {
    return { value: firstDocument(text, reference) };
  } catch (error) {
    if (error instanceof Unreadable) return { wrong: error.message };
    throw error;
  }
}

class Unreadable extends Error {}

function firstDocument(text: string, reference: string | undefined): Json {
  const [document] = parseAllDocuments(text, OPTIONS);
  if (!document || !('contents' in document)) return null;
  const [error] = document.errors;
  if (error) throw new Unreadable(`yaml: line ${lineOf(text, error.pos[0])}: ${error.message.split('\n')[0]}`);
  return new Reading(document, text, reference).value(document.contents);
}

const OPTIONS = { version: '1.1', schema: 'failsafe', uniqueKeys: false, prettyErrors: false, merge: false } as const;

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

class Reading {
  private nodes = 0;
  /** The anchors that are being read. */
  private readonly open = new Set<unknown>();

  constructor(
    private readonly document: Document,
    private readonly text: string,
    private readonly reference: string | undefined,
  ) {}

  value(node: unknown): Json {
    this.nodes += 1;
    if (this.nodes > MOST_NODES) throw new Unreadable('yaml: document contains excessive aliasing');
    if (isAlias(node)) return this.anchored(node);
    if (isMap(node)) return this.map(node);
    if (isSeq(node)) {
      const items = node.items.map((item) => this.value(item));
      return this.reference !== undefined && node.tag === '!reference' ? { [this.reference]: items } : items;
    }
    return isScalar(node) ? this.scalar(node) : null;
  }

  private anchored(alias: Alias): Json {
    const node = alias.resolve(this.document);
    if (this.open.has(node)) throw new Unreadable(`yaml: anchor '${alias.source}' value contains itself`);
    this.open.add(node);
    const value = this.value(node);
    this.open.delete(node);
    return value;
  }

  /** The last line of a block that ends with the text has no line break, which the library adds. */
  private scalar(node: Scalar): Json {
    const value = scalarOf(node);
    const isOpen = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
    const isAtEnd = isOpen && !this.text.endsWith('\n') && (node.range?.[1] ?? 0) >= this.text.length;
    return isAtEnd && typeof value === 'string' ? value.replace(/\n$/, '') : value;
  }

  private map(map: YAMLMap): Json {
    const made: Record<string, Json> = {};
    for (const { key, value } of map.items) {
      if (isMerge(key)) this.merge(made, map, value);
      else define(made, keyText(this.value(key)), this.value(value));
    }
    return made;
  }

  /** `<<`: the keys of another map that this one has not itself. */
  private merge(made: Record<string, Json>, { items }: YAMLMap, value: unknown): void {
    const own = new Set(items.filter(({ key }) => !isMerge(key)).map(({ key }) => keyText(this.value(key))));
    const merged = this.value(value);
    for (const source of isList(merged) ? merged : [merged]) {
      if (!isObject(source)) throw new Unreadable('yaml: map merge requires map or sequence of maps as the value');
      for (const [name, each] of Object.entries(source)) {
        if (!own.has(name) && !Object.hasOwn(made, name)) define(made, name, each);
      }
    }
  }
}

/** Also for `__proto__`. */
function define(made: Record<string, Json>, name: string, value: Json): void {
  Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
}

function isMerge(key: unknown): boolean {
  return isScalar(key) && key.type === Scalar.PLAIN && key.value === '<<';
}

function keyText(key: Json): string {
  if (typeof key === 'object' && key !== null) {
    throw new Unreadable('yaml: invalid map key: map[interface {}]interface {}{}');
  }
  return String(key);
}

function scalarOf(node: Scalar): Json {
  const text = typeof node.value === 'string' ? node.value : '';
  const { tag } = node;
  if (tag === 'tag:yaml.org,2002:binary') return binary(text.replace(/\s/g, ''));
  const isText =
    node.type !== Scalar.PLAIN || (tag !== undefined && !/^tag:yaml\.org,2002:(?:int|float|bool|null)$/.test(tag));
  return isText ? text : plain(text);
}

function binary(text: string): string {
  try {
    return atob(text);
  } catch {
    throw new Unreadable('yaml: !!binary value contains invalid base64 data');
  }
}

const YES = /^(?:y|Y|yes|Yes|YES|on|On|ON|true|True|TRUE)$/;
const NO = /^(?:n|N|no|No|NO|off|Off|OFF|false|False|FALSE)$/;
const NOTHING = /^(?:|~|null|Null|NULL)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** What a text without quotes stands for. */
function plain(text: string): Json {
  if (YES.test(text)) return true;
  if (NO.test(text)) return false;
  if (NOTHING.test(text)) return null;
  if (/^[-+]?\.inf$/i.test(text))
    throw new Unreadable(`json: unsupported value: ${text.startsWith('-') ? '-' : '+'}Inf`);
  if (/^\.nan$/i.test(text)) throw new Unreadable('json: unsupported value: NaN');
  const number = numberOf(text.replaceAll('_', ''));
  return number !== undefined && /^[-+.0-9]/.test(text) && Number.isFinite(number) ? number + 0 : text;
}

/** An integer as Go reads it with its prefix, else a decimal number. */
function numberOf(text: string): number | undefined {
  const [, sign = '', digits = ''] = /^([-+]?)(.+)$/.exec(text) ?? [];
  const octal = /^0[oO]?([0-7]+)$/.exec(digits)?.[1];
  const prefixed = /^0(?:[xX][0-9A-Fa-f]+|[bB][01]+)$/.test(digits) ? Number(digits) : undefined;
  const whole = octal === undefined ? prefixed : Number.parseInt(octal, 8);
  if (whole !== undefined) return sign === '-' ? 0 - whole : whole;
  return FLOAT.test(text) ? Number(text) : undefined;
}
