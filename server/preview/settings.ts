/** A table of a runner as the runner reads it: what is not there has Go's zero value, and each value knows where it is written. */
import { memberOf } from '../meaning/members';
import { elementsOf } from '../meaning/runners';
import type { Member, TableNode } from '../toml/model';
import type { Value } from '../toml/syntax';
import type { Origin } from './origin';

/** An entry of a map. */
export interface Entry {
  readonly key: string;
  readonly value: string;
  readonly origin: Origin;
}

/** Keys that a version of the runner does not know yet: by their names their paths in the schema. */
export type NewerKeys = ReadonlyMap<string, ReadonlySet<string>>;

const NONE: NewerKeys = new Map();

export class Settings {
  /**
   * `path` is that of the table below `[[runners]]`, empty for the runner itself; `newer` the keys that the runner of this version does
   * not know yet: they have no effect.
   */
  constructor(
    private readonly node: TableNode | undefined,
    private readonly path = '',
    private readonly newer: NewerKeys = NONE,
  ) {}

  get isThere(): boolean {
    return this.node !== undefined;
  }

  has(name: string): boolean {
    return this.member(name) !== undefined;
  }

  text(name: string): string {
    return this.optionalText(name) ?? '';
  }

  optionalText(name: string): string | undefined {
    const value = this.value(name);
    return value?.type === 'string' ? value.value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.value(name);
    return value?.type === 'boolean' ? value.value : undefined;
  }

  /** The value of an entry of a map: its name is not matched ignoring case. */
  exactFlag(name: string): boolean | undefined {
    return this.node?.members.has(name) ? this.flag(name) : undefined;
  }

  /** The names of the entries of a map. */
  names(): readonly string[] {
    return this.node ? [...this.node.members.keys()] : [];
  }

  number(name: string): number | undefined {
    const value = this.value(name);
    return value?.type === 'integer' || value?.type === 'float' ? value.value : undefined;
  }

  /** A list of texts; a text alone is a list of one where the runner takes both. */
  texts(name: string): readonly string[] {
    const value = this.value(name);
    if (value?.type === 'string') return [value.value];
    return value?.type === 'array' ? value.items.flatMap((item) => (item.type === 'string' ? [item.value] : [])) : [];
  }

  numbers(name: string): readonly number[] {
    const value = this.value(name);
    return value?.type === 'array' ? value.items.flatMap((item) => (item.type === 'integer' ? [item.value] : [])) : [];
  }

  /** A table of texts. Something else in its place is no table, and the runner does not mind. */
  map(name: string): readonly Entry[] {
    const node = this.member(name)?.node;
    if (node?.type !== 'table') return [];
    const map = new Settings(node, this.pathOf(name));
    return [...node.members.keys()].flatMap((key) => {
      const value = map.optionalText(key);
      return value === undefined ? [] : [{ key, value, origin: map.origin(key) }];
    });
  }

  table(name: string): Settings {
    const node = this.member(name)?.node;
    return new Settings(node?.type === 'table' ? node : undefined, this.pathOf(name), this.newer);
  }

  tables(name: string): readonly Settings[] {
    const node = this.member(name)?.node;
    if (!node || node.type === 'table') return [];
    return elementsOf(node).map(
      (element, index) => new Settings(element, `${this.pathOf(name)}[${index}]`, this.newer),
    );
  }

  /** The key, or that it is not there. */
  origin(name: string): Origin {
    const member = this.member(name);
    const key = this.pathOf(name);
    return member ? { by: 'key', key, span: spanOf(member) } : { by: 'default', key };
  }

  /** A value of some kind, and where it comes from. */
  sourced<Kind extends 'text' | 'texts' | 'flag' | 'number' | 'optionalText'>(
    kind: Kind,
    name: string,
  ): readonly [ReturnType<Settings[Kind]>, Origin] {
    return [this[kind](name) as ReturnType<Settings[Kind]>, this.origin(name)];
  }

  private pathOf(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  private member(name: string): Member | undefined {
    return this.node && !this.isNewer(name) ? memberOf(this.node, name) : undefined;
  }

  private isNewer(name: string): boolean {
    const paths = this.newer.get(name);
    return paths?.has(`runners[].${this.pathOf(name).replace(/\[\d+\]/g, '[]')}`) === true;
  }

  private value(name: string): Value | undefined {
    const node = this.member(name)?.node;
    return node?.type === 'value' ? node.value : undefined;
  }
}

function spanOf({ pair, key }: Member): { readonly start: number; readonly end: number } {
  const { start, end } = pair ?? key;
  return { start, end };
}
