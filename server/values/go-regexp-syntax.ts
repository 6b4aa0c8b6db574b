/**
 * Whether Go compiles a regular expression: the grammar of Go's regexp/syntax, which is RE2's, without lookAround and back
 * references. Read once from left to right. What only depends on the size of what comes out is let pass.
 */
import { type RegexpFault, type RegexpProblem, readClass, readEscape } from './go-regexp-class';

/** The largest count of a repetition, also of one inside of another: the product. */
const MOST_REPEATS = 1000;

/** Nobody writes a longer one. */
const LONGEST = 50_000;

/** A group that is open, or the whole expression. */
interface Group {
  readonly start: number;
  /** How often the last item is repeated; undefined where there is nothing to repeat. */
  last: number | undefined;
  /** The most that any item is repeated. */
  most: number;
}

/** The first thing that Go refuses; undefined where it compiles the expression. */
export function regexpProblem(text: string): RegexpProblem | undefined {
  return text.length > LONGEST ? undefined : new Reader(text).read();
}

class Reader {
  private at = 0;
  private group: Group = { start: 0, last: undefined, most: 1 };
  private readonly outer: Group[] = [];
  /** Where the repetition that was just read starts. */
  private repeated: number | undefined;

  constructor(private readonly text: string) {}

  read(): RegexpProblem | undefined {
    const { text } = this;
    while (this.at < text.length) {
      const problem = this.step();
      if (problem) return problem;
    }
    const { start } = this.group;
    return this.outer.length > 0 ? { fault: 'unclosedGroup', start, end: start + 1 } : undefined;
  }

  private step(): RegexpProblem | undefined {
    const { text, at } = this;
    const repetition = this.repetition();
    if (repetition) return this.repeat(repetition);
    this.repeated = undefined;
    switch (text[at]) {
      case '(':
        return text[at + 1] === '?' ? this.special() : this.open(at + 1);
      case ')':
        return this.close();
      case '|':
        this.group.last = undefined;
        this.at++;
        return undefined;
      case '[':
        return this.item(readClass(text, at));
      case '\\':
        return this.escape();
      default:
        return this.item({ end: at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) });
    }
  }

  private item(read: { readonly end: number } | RegexpProblem): RegexpProblem | undefined {
    if ('fault' in read) return read;
    this.at = read.end;
    this.group.last = 1;
    return undefined;
  }

  private escape(): RegexpProblem | undefined {
    const { text, at } = this;
    const letter = text[at + 1] ?? '';
    if (letter === 'Q') {
      const close = text.indexOf('\\E', at + 2);
      const end = close < 0 ? text.length : close;
      if (end > at + 2) this.group.last = 1;
      this.at = close < 0 ? end : end + 2;
      return undefined;
    }
    return this.item(/[AbBz]/.test(letter) ? { end: at + 2 } : readEscape(text, at));
  }

  /** What stands here and repeats the item before it. A brace that holds no numbers stands for itself. */
  private repetition(): { readonly end: number; readonly minimum: number; readonly maximum: number } | undefined {
    const { text, at } = this;
    const letter = text[at] ?? '';
    if ('*+?'.includes(letter)) return { end: at + 1, minimum: 0, maximum: 1 };
    if (letter !== '{') return undefined;
    counted.lastIndex = at;
    const match = counted.exec(text);
    if (!match) return undefined;
    const minimum = Number(match[1]);
    // `{2,}` repeats what is in it as often as its least.
    const maximum = match[2] === undefined || match[3] === '' ? minimum : Number(match[3]);
    return { end: counted.lastIndex, minimum, maximum };
  }

  private repeat(found: { readonly end: number; readonly minimum: number; readonly maximum: number }) {
    const { group, at, text } = this;
    const { minimum, maximum } = found;
    const end = text[found.end] === '?' ? found.end + 1 : found.end;
    if (text[at] === '{' && (minimum > MOST_REPEATS || maximum > MOST_REPEATS || minimum > maximum)) {
      return problem('repeatCount', at, found.end);
    }
    if (this.repeated !== undefined) return problem('repeatedTwice', this.repeated, end);
    if (group.last === undefined) return problem('nothingToRepeat', at, end);
    const isEmpty = text[at] === '{' && maximum === 0 && !text.startsWith(',}', found.end - 2);
    const times = isEmpty ? 1 : group.last * Math.max(1, maximum);
    if (times > MOST_REPEATS) return problem('repeatCount', at, end);
    group.last = times;
    group.most = Math.max(group.most, times);
    this.repeated = at;
    this.at = end;
    return undefined;
  }

  /** `(?…`: a name, flags, a group without a number. */
  private special(): RegexpProblem | undefined {
    const { text, at } = this;
    const name = /^\(\?P?</.exec(text.slice(at, at + 4))?.[0];
    if (name !== undefined) return this.named(at + name.length);
    flags.lastIndex = at;
    const match = flags.exec(text);
    if (!match) {
      const isLook = /^\(\?[=!>]/.test(text.slice(at, at + 3));
      return problem(isLook ? 'lookAround' : 'group', at, Math.min(text.length, at + 3));
    }
    if (match[0].endsWith(':')) return this.open(flags.lastIndex);
    this.at = flags.lastIndex;
    return undefined;
  }

  private named(from: number): RegexpProblem | undefined {
    const { text, at } = this;
    if (/^\(\?<[=!]/.test(text.slice(at, at + 4))) return problem('lookAround', at, at + 4);
    const close = text.indexOf('>', from);
    if (close < 0 || !/^\w+$/.test(text.slice(from, close))) {
      return problem('groupName', at, close < 0 ? text.length : close + 1);
    }
    return this.open(close + 1);
  }

  private open(end: number): undefined {
    this.outer.push(this.group);
    this.group = { start: this.at, last: undefined, most: 1 };
    this.at = end;
  }

  private close(): RegexpProblem | undefined {
    const outer = this.outer.pop();
    if (!outer) return problem('unopenedGroup', this.at, this.at + 1);
    outer.last = this.group.most;
    outer.most = Math.max(outer.most, this.group.most);
    this.group = outer;
    this.at++;
    return undefined;
  }
}

/** A number with a zero in front makes the brace a letter. */
const counted = /\{(0|[1-9]\d*)(,(0|[1-9]\d*|))?\}/y;

const flags = /\(\?[imsU]*(?:-[imsU]+)?[:)]/y;

function problem(fault: RegexpFault, start: number, end: number): RegexpProblem {
  return { fault, start, end };
}
