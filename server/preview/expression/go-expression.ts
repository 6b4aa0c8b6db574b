/** Reads a regular expression of Go that Go compiles (values/go-regexp-syntax.ts tells which) as parts of an automaton. */
import { readClass, readEscape } from '../../values/go-regexp-class';
import { Automaton, character, choice, type Part, repeated, sequence } from './automaton';

/** The expression; it matches all where it has more parts than one could follow, so that no error is invented. */
export function goExpression(text: string): Automaton {
  try {
    return new Automaton(new Reader(text).read());
  } catch (error) {
    if (error instanceof RangeError) return new Automaton(sequence());
    throw error;
  }
}

const FLAGS = /\(\?([imsU]*)(?:-([imsU]+))?([:)])/y;
const NAME = /\(\?P?<\w+>/y;
const COUNT = /\{(0|[1-9]\d*)(,(0|[1-9]\d*|))?\}/y;

class Reader {
  private at = 0;
  private flags = '';

  constructor(private readonly text: string) {}

  read(): Part {
    const branches: Part[] = [];
    // The flags of a group end with it.
    const { flags } = this;
    for (;;) {
      branches.push(this.branch());
      if (this.text[this.at] !== '|') break;
      this.at += 1;
    }
    this.flags = flags;
    return branches.length === 1 ? sequence(...branches) : choice(...branches);
  }

  private branch(): Part {
    const parts: Part[] = [];
    while (this.at < this.text.length && !'|)'.includes(this.text.charAt(this.at))) {
      const repetition = this.repetition();
      const last = repetition && parts.pop();
      if (last) parts.push(repeated(last, ...repetition));
      else parts.push(...this.items());
    }
    return sequence(...parts);
  }

  /** How often the part before it stands here. Whether as often or as seldom as it can makes no difference to whether there is a match. */
  private repetition(): [least: number, most: number] | undefined {
    const simple = { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] } as const;
    const letter = this.text.charAt(this.at);
    const match = letter === '{' ? this.match(COUNT) : undefined;
    const found = match
      ? ([Number(match[1]), match[2] === undefined ? Number(match[1]) : Number(match[3] || Infinity)] as const)
      : letter === '*' || letter === '+' || letter === '?'
        ? simple[letter]
        : undefined;
    if (!found) return undefined;
    if (!match) this.at += 1;
    if (this.text[this.at] === '?') this.at += 1;
    return [...found];
  }

  private match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.at;
    const match = expression.exec(this.text) ?? undefined;
    if (match) this.at = expression.lastIndex;
    return match;
  }

  /** What stands next; a literal text is several. */
  private items(): readonly Part[] {
    const letter = this.text.charAt(this.at);
    const ofLines = this.has('m');
    if (letter === '(') return this.group();
    if (letter === '[') return [this.byClass()];
    if (letter === '\\') return this.escape();
    if (letter === '^') return this.place((before) => before === undefined || (ofLines && before === '\n'));
    if (letter === '$') return this.place((_, after) => after === undefined || (ofLines && after === '\n'));
    const whole = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
    this.at += whole.length;
    if (whole !== '.') return [this.byTest(one(whole.codePointAt(0) ?? 0))];
    return [character(this.has('s') ? () => true : (each) => each !== '\n')];
  }

  private has(flag: string): boolean {
    return this.flags.includes(flag);
  }

  private place(holds: Extract<Part, { kind: 'place' }>['holds'], length = 1): readonly Part[] {
    this.at += length;
    return [{ kind: 'place', holds }];
  }

  private group(): readonly Part[] {
    const flags = this.match(FLAGS);
    const before = this.flags;
    if (flags) {
      const [, on = '', off = '', end] = flags;
      this.flags = [...this.flags, ...on].filter((flag) => !off.includes(flag)).join('');
      if (end === ')') return [];
    } else if (!this.match(NAME)) this.at += 1;
    const inside = this.read();
    this.at += 1;
    this.flags = before;
    return [inside];
  }

  private escape(): readonly Part[] {
    const { text, at } = this;
    const letter = text.charAt(at + 1);
    if (letter === 'Q') {
      const close = text.indexOf('\\E', at + 2);
      const end = close < 0 ? text.length : close;
      this.at = close < 0 ? end : end + 2;
      return [...text.slice(at + 2, end)].map((each) => this.byTest(one(each.codePointAt(0) ?? 0)));
    }
    if (letter === 'A') return this.place((before) => before === undefined, 2);
    if (letter === 'z') return this.place((_, after) => after === undefined, 2);
    if (letter === 'b') return this.place((before, after) => isWord(before) !== isWord(after), 2);
    if (letter === 'B') return this.place((before, after) => isWord(before) === isWord(after), 2);
    const { source, end } = escaped(text, at);
    this.at = end;
    return [this.byTest(source)];
  }

  private byClass(): Part {
    const { text, at } = this;
    const end = endOf(readClass(text, at));
    this.at = end;
    const isNegated = text[at + 1] === '^';
    let source = '';
    for (let place = at + (isNegated ? 2 : 1); place < end - 1; ) {
      const first = member(text, place);
      place = first.end;
      const isRange = first.isOne && text[place] === '-' && place + 1 < end - 1;
      const last = isRange ? member(text, place + 1) : undefined;
      source += last ? `${first.source}-${last.source}` : first.source;
      place = last?.end ?? place;
    }
    return this.byTest(`[${isNegated ? '^' : ''}${source}]`);
  }

  /** A character that JavaScript's own expression for one takes; one that it does not know takes all. */
  private byTest(source: string): Part {
    try {
      const expression = new RegExp(`^${source}$`, this.has('i') ? 'iv' : 'v');
      return character((each) => expression.test(each));
    } catch {
      return character(() => true);
    }
  }
}

function isWord(each: string | undefined): boolean {
  return each !== undefined && /\w/.test(each);
}

function one(code: number): string {
  return `\\u{${code.toString(16)}}`;
}

/** A member of a class. */
function member(text: string, at: number): { readonly source: string; readonly end: number; readonly isOne?: boolean } {
  const [named, not, name] = /^\[:(\^?)(\w+):\]/.exec(text.slice(at, at + LONGEST_NAME)) ?? [];
  if (named && name) return { source: `[${not}${classes[name] ?? ''}]`, end: at + named.length };
  if (text[at] === '\\') return escaped(text, at);
  const code = text.codePointAt(at) ?? 0;
  return { source: one(code), end: at + (code > 0xffff ? 2 : 1), isOne: true };
}

const LONGEST_NAME = 60;

function escaped(text: string, at: number): { readonly source: string; readonly end: number; readonly isOne: boolean } {
  const read = readEscape(text, at);
  const end = endOf(read);
  if (!('fault' in read) && read.character !== undefined) return { source: one(read.character), end, isOne: true };
  const written = text.slice(at, end);
  const [, letter = '', not = '', name = ''] = /^\\([pP])\{?(\^?)(\w+)/.exec(written) ?? [];
  const source = letter
    ? `\\${(letter === 'p') === (not === '') ? 'p' : 'P'}{${/^[CLMNPSZ][a-z]?$/.test(name) ? '' : 'Script='}${name}}`
    : (spaces[written] ?? written);
  return { source, end, isOne: false };
}

function endOf(read: { readonly end: number }): number {
  return read.end;
}

/** Go has fewer than JavaScript. */
const spaces: Readonly<Record<string, string>> = { '\\s': '[\\t\\n\\f\\r ]', '\\S': '[^\\t\\n\\f\\r ]' };

const classes: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7F',
  blank: '\\t ',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`\\{-~',
  upper: 'A-Z',
  space: '\\t\\n\\v\\f\\r ',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};
