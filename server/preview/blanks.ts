/**
 * The blanks of a template in a preview: what a tag will give is not known, so the tag itself is shown. While a preview is computed a
 * word of its own stands for each, which names, labels and images can hold; a key whose value has to be something else is left out.
 */
import type { ConfigDocument } from '../meaning/document';
import type { Schema } from '../schema/types';
import { oncePer } from '../text/once';
import { firstAround, overlapping } from '../text/search';
import type { Span } from '../text/span';
import type { Member, Node, TableNode } from '../toml/model';
import type { StringValue, Value } from '../toml/syntax';
import { isList, isObject, type Json } from './json';
import { noteOrigin, originOf } from './origin';

/** A key that is left out of a preview. */
export interface LeftOut {
  /** Its path below `[[runners]]`. */
  readonly key: string;
  /** Where it begins. */
  readonly start: number;
}

/** Tags in strings alone are no sign of a template, but what they will be is known no better. */
const IN_STRINGS = /\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|<%.{0,200}?%>/g;

/** Words that nobody writes. */
const WORD = /qz(\d+)z/g;

/** The first of the words in a text: what it stands for, and what it brings with it, is not known. */
export const blankIn = (text: string) => text.match(WORD)?.[0];

/** Whether a text begins with one. */
export const beginsWithBlank = (text: string) => text.search(WORD) === 0;

const tagsInStrings = oncePer(({ text }: ConfigDocument): readonly Span[] =>
  Array.from(text.matchAll(IN_STRINGS), ({ 0: tag, index }) => ({ start: index, end: index + tag.length })),
);

export class Blanks {
  readonly leftOut: LeftOut[] = [];
  private readonly tags: string[] = [];
  private readonly words = new Map<string, string>();

  private constructor(
    private readonly document: ConfigDocument,
    private readonly schema: Schema,
    private readonly templates: readonly Span[],
    private readonly values: readonly Span[],
  ) {}

  /** Those of a document; undefined where it has none. */
  static of(document: ConfigDocument, schema: Schema): Blanks | undefined {
    const { templates, templatedValues } = document;
    if (templatedValues.length > 0) return new Blanks(document, schema, templates, templatedValues);
    const found = tagsInStrings(document);
    return found.length > 0 ? new Blanks(document, schema, found, found) : undefined;
  }

  /** A table with words in place of its blanks. What can be no text is left out, but where all is kept. */
  filled(table: TableNode, path = '', keepsAll = false): TableNode {
    const members = new Map<string, Member>();
    for (const member of table.members.values()) {
      const key = path === '' ? member.name : `${path}.${member.name}`;
      if (!keepsAll && this.isUnknown(member, key)) {
        this.leftOut.push({ key, start: (member.pair ?? member.key).start });
        continue;
      }
      const name = this.isIn(member.key) ? this.withWords(member.name, member.key) : member.name;
      members.set(name, { ...member, name, node: this.filledNode(member.node, key, keepsAll) });
    }
    return { ...table, members };
  }

  /** A value with the tags in place of the words. */
  shown<Value extends Json | undefined>(value: Value): Value {
    return (this.tags.length === 0 ? value : this.shownJson(value ?? null)) as Value;
  }

  private filledNode(node: Node, path: string, keepsAll: boolean): Node {
    if (node.type === 'table') return this.filled(node, path, keepsAll);
    if (node.type === 'array-of-tables') {
      return {
        ...node,
        elements: node.elements.map((each, index) => this.filled(each, `${path}[${index}]`, keepsAll)),
      };
    }
    const tables = node.tables.map((each, index) => this.filled(each, `${path}[${index}]`, keepsAll));
    return { ...node, value: this.filledValue(node.value), tables };
  }

  private filledValue(value: Value): Value {
    if (value.type === 'array') return { ...value, items: value.items.map((item) => this.filledValue(item)) };
    if (value.type !== 'string' || !this.isIn(value)) return value;
    return { ...value, value: this.withWords(value.value, value) };
  }

  /** Whether a template gives a value that is no text. */
  private isUnknown({ node }: Member, path: string): boolean {
    if (node.type !== 'value' || firstAround(this.document.templatedValues, node.value.start)?.filled !== 'value') {
      return false;
    }
    const key = this.schema.byPath(`runners[].${path.replace(/\[\d+\]/g, '[]')}`);
    return key !== undefined && key.kind !== 'string';
  }

  /** Whether there is one in a part of the text. */
  isIn(place: Span): boolean {
    return overlapping(this.values, place).length > 0;
  }

  /** Letters of a mask stand where its tag stands, as long as nothing before them is written otherwise than it reads. */
  private withWords(read: string, place: Span & Partial<Pick<StringValue, 'style'>>): string {
    const tags = overlapping(this.templates, place);
    const begin = place.start + (place.end - place.start - read.length) / 2;
    const isAsWritten = Number.isInteger(begin) && !this.document.text.slice(place.start, place.end).includes('\\');
    if (!isAsWritten || tags.some(({ start, end }) => start < begin || end > begin + read.length)) {
      return this.wordOf(withoutQuotes(this.document.text.slice(place.start, place.end)));
    }
    let made = '';
    let at = begin;
    for (const { start, end } of tags) {
      made += read.slice(at - begin, start - begin) + this.wordOf(this.document.text.slice(start, end));
      at = end;
    }
    return made + read.slice(at - begin);
  }

  private wordOf(tag: string): string {
    let word = this.words.get(tag);
    if (word === undefined) {
      word = `qz${this.tags.push(tag) - 1}z`;
      this.words.set(tag, word);
    }
    return word;
  }

  private inText(text: string): string {
    return text.replace(WORD, (word, number: string) => this.tags[Number(number)] ?? word);
  }

  private shownJson(value: Json): Json {
    if (typeof value === 'string') return this.inText(value);
    if (isList(value)) {
      const made = value.map((item) => this.shownJson(item));
      for (const index of value.keys()) carry(value, index, made, index);
      return made;
    }
    if (!isObject(value)) return value;
    const entries = Object.entries(value);
    const made = Object.fromEntries(entries.map(([name, field]) => [this.inText(name), this.shownJson(field)]));
    for (const [name] of entries) carry(value, name, made, this.inText(name));
    return made;
  }
}

function carry(from: object, field: string | number, to: object, name: string | number): void {
  const origin = originOf(from, field);
  if (origin) noteOrigin(to, name, origin);
}

function withoutQuotes(text: string): string {
  return text.replace(/^(["'])([\s\S]*)\1$/, '$2');
}

/** A table without the key that begins at an offset, however deep it is. */
export function withoutKeyAt(table: TableNode, start: number): TableNode {
  const members = new Map<string, Member>();
  for (const [name, member] of table.members) {
    if ((member.pair ?? member.key).start === start) continue;
    members.set(name, { ...member, node: withoutIn(member.node, start) });
  }
  return { ...table, members };
}

function withoutIn(node: Node, start: number): Node {
  if (node.type === 'table') return withoutKeyAt(node, start);
  if (node.type === 'value') return { ...node, tables: node.tables.map((each) => withoutKeyAt(each, start)) };
  return { ...node, elements: node.elements.map((each) => withoutKeyAt(each, start)) };
}
