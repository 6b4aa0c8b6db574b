/**
 * The pairs of a document. Nine of ten are `bare_key = "string"` and the like: of those only a few numbers are kept, and
 * nodes are made when somebody asks for the pairs of their section. An editor parses the whole text at each key press and
 * looks at the nodes of one runner, so most of them are never made.
 */
import { hashOfName, type Names } from './names';
import { plainStringsEnd } from './plain-strings';
import type { Header, KeySegment, KeyValue, Section, Value } from './syntax';
import { TokenKind } from './token';

/**
 * Which value a pair has whose nodes are not made yet. `whole` and `complex` are pairs that have their nodes; a complex
 * one defines more, or less, than one value under one name.
 */
export const PairKind = {
  complex: 0,
  whole: 1,
  basicString: 2,
  literalString: 3,
  integer: 4,
  true: 5,
  false: 6,
  strings: 7,
} as const;
export type PairKind = (typeof PairKind)[keyof typeof PairKind];

/**
 * Numbers a pair: kind, hash of the name, start and end of the key, offset of `=`, start and end of the value. Of a pair
 * that has its nodes: kind, hash, place in the list of those.
 */
const WIDTH = 7;
const MEAN_LINE = 24;

export class PairList {
  private numbers: Uint32Array;
  private readonly nodes: KeyValue[] = [];
  length = 0;

  constructor(
    private readonly text: string,
    private readonly names: Names,
  ) {
    this.numbers = new Uint32Array(WIDTH * Math.max(8, Math.ceil(text.length / MEAN_LINE)));
  }

  /** Adds a pair that has its nodes. */
  push(pair: KeyValue): void {
    const at = this.grow();
    const { numbers } = this;
    const name = pair.key.segments[0]?.name ?? '';
    numbers[at] = isComplex(pair) ? PairKind.complex : PairKind.whole;
    numbers[at + 1] = hashOfName(name, 0, name.length);
    numbers[at + 2] = this.nodes.push(pair) - 1;
  }

  /** Adds a pair of a bare key and a value without anything special in it. */
  pushPlain(
    kind: PairKind,
    keyStart: number,
    keyEnd: number,
    equals: number,
    valueStart: number,
    valueEnd: number,
  ): void {
    const at = this.grow();
    const { numbers } = this;
    numbers[at] = kind;
    numbers[at + 1] = hashOfName(this.text, keyStart, keyEnd);
    numbers[at + 2] = keyStart;
    numbers[at + 3] = keyEnd;
    numbers[at + 4] = equals;
    numbers[at + 5] = valueStart;
    numbers[at + 6] = valueEnd;
  }

  private grow(): number {
    const at = this.length++ * WIDTH;
    if (at + WIDTH > this.numbers.length) {
      const larger = new Uint32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    return at;
  }

  /** The pairs of two places in the list, as nodes. */
  read(from: number, to: number): readonly KeyValue[] {
    const pairs = new Array<KeyValue>(to - from);
    for (let index = from; index < to; index++) pairs[index - from] = this.pair(index);
    return pairs;
  }

  /** Where a pair ends. */
  endOf(index: number): number {
    return this.madeAt(index)?.end ?? (this.numbers[index * WIDTH + 6] as number);
  }

  /** The pairs between two places that have their nodes; all others stand on one line. */
  made(from: number, to: number): KeyValue[] {
    const pairs: KeyValue[] = [];
    for (let index = from; index < to; index++) {
      const pair = this.madeAt(index);
      if (pair) pairs.push(pair);
    }
    return pairs;
  }

  private madeAt(index: number): KeyValue | undefined {
    const at = index * WIDTH;
    const kind = this.numbers[at] as PairKind;
    if (kind !== PairKind.whole && kind !== PairKind.complex) return undefined;
    return this.nodes[this.numbers[at + 2] as number];
  }

  private pair(index: number): KeyValue {
    const { numbers } = this;
    const at = index * WIDTH;
    const kind = numbers[at] as PairKind;
    const start = numbers[at + 2] as number;
    if (kind === PairKind.whole || kind === PairKind.complex) return this.nodes[start] as KeyValue;
    const keyEnd = numbers[at + 3] as number;
    const end = numbers[at + 6] as number;
    const segment: KeySegment = { name: this.names.at(start, keyEnd), style: 'bare', start, end: keyEnd };
    return {
      type: 'pair',
      key: { segments: [segment], start, end: keyEnd },
      equals: numbers[at + 4] as number,
      value: this.value(kind, numbers[at + 5] as number, end),
      start,
      end,
    };
  }

  private value(kind: PairKind, start: number, end: number): Value {
    switch (kind) {
      case PairKind.basicString:
      case PairKind.literalString:
        return this.string(kind === PairKind.basicString, start, end);
      case PairKind.integer:
        return { type: 'integer', value: Number(this.text.slice(start, end)), start, end };
      case PairKind.strings:
        return { type: 'array', items: this.strings(start), closed: true, start, end };
      default:
        return { type: 'boolean', value: kind === PairKind.true, start, end };
    }
  }

  private string(basic: boolean, start: number, end: number): Value {
    const value = this.text.slice(start + 1, end - 1);
    return { type: 'string', style: basic ? 'basic' : 'literal', value, start, end };
  }

  private strings(start: number): Value[] {
    const items: Value[] = [];
    plainStringsEnd(this.text, start, (token, from, to) => {
      if (token === TokenKind.basicString || token === TokenKind.literalString)
        items.push(this.string(token === TokenKind.basicString, from, to));
    });
    return items;
  }

  /** Whether each pair between two places defines one value under a name of its own: the common case. */
  isSimple(from: number, to: number): boolean {
    if (to - from > LONGEST_COMPARED) return false;
    for (let index = from; index < to; index++) {
      const at = index * WIDTH;
      if (this.numbers[at] === PairKind.complex || this.hasName(this.numbers[at + 1] as number, from, index))
        return false;
    }
    return true;
  }

  /** Whether a pair between two places has a name with this hash. */
  hasName(hash: number, from: number, to: number): boolean {
    for (let index = from; index < to; index++) if (this.numbers[index * WIDTH + 1] === hash) return true;
    return false;
  }
}

/** Each name is compared with those before it; a longer section is looked at as it is. */
const LONGEST_COMPARED = 64;

/** Whether a pair defines anything but one value under one name. */
function isComplex({ key, equals, value }: KeyValue): boolean {
  const [segment, second] = key.segments;
  return !segment || second !== undefined || segment.end === segment.start || equals < 0 || holdsTable(value);
}

/** Whether a value defines names itself. */
function holdsTable(value: Value): boolean {
  return value.type === 'inline-table' || (value.type === 'array' && value.items.some(holdsTable));
}

/** A section whose pairs become nodes when they are asked for. */
export class ParsedSection implements Section {
  private made: readonly KeyValue[] | undefined;

  constructor(
    readonly header: Header | undefined,
    readonly start: number,
    readonly end: number,
    private readonly list: PairList,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get pairs(): readonly KeyValue[] {
    this.made ??= this.list.read(this.from, this.to);
    return this.made;
  }

  get pairsEnd(): number | undefined {
    return this.to > this.from ? this.list.endOf(this.to - 1) : undefined;
  }

  get pairsOverLines(): readonly KeyValue[] {
    return this.list.made(this.from, this.to);
  }

  /** See {@link PairList.isSimple}. */
  get isSimple(): boolean {
    return this.list.isSimple(this.from, this.to);
  }

  /** False when none of its pairs has this name; true when one may have it. */
  mayDefine(name: string): boolean {
    return this.list.hasName(hashOfName(name, 0, name.length), this.from, this.to);
  }
}
