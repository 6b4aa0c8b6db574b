/** Says messages in a language: fills the arguments into the patterns that scripts/compile-messages.mjs wrote. */

import { messageFinder } from './find-message';
import { fallbacksOf } from './languages';
import { type Argument, type List, type Message, message } from './message';
import { once } from './once';
import { type FindPattern, finderIn, type Part, type Pattern, type Patterns } from './pattern';

export interface Catalog {
  /** The language as BCP 47 names it: `en`, `zh-cn`. */
  readonly language: string;
  /** The sentence of a message. */
  say(message: Message): string;
}

const english = 'en';

/** A catalog out of patterns; a message that it lacks is said by `fallback`. */
export function createCatalog(language: string, patterns: Patterns, fallback?: Catalog): Catalog {
  return catalogOf(language, finderIn(patterns), fallback);
}

function catalogOf(language: string, find: FindPattern, fallback?: Catalog): Catalog {
  const voice = new Voice(language, find, fallback);
  return { language, say: (message) => voice.say(message) };
}

/** The catalog of a language, read at the first message; what it lacks is said in the nearest that has it. */
export function loadCatalog(language = english): Catalog {
  let catalog: Catalog | undefined;
  const read = () => {
    const [nearest] = fallbacksOf(language);
    const fallback = nearest === undefined ? undefined : loadCatalog(nearest);
    const find = messageFinder(language);
    catalog = find ? catalogOf(language, find, fallback) : (fallback ?? createCatalog(english, {}));
    return catalog;
  };
  return { language, say: (message) => (catalog ?? read()).say(message) };
}

class Voice {
  private readonly plurals = once(() => new Intl.PluralRules(this.language));

  constructor(
    private readonly language: string,
    private readonly find: FindPattern,
    private readonly fallback: Catalog | undefined,
  ) {}

  say(message: Message): string {
    const pattern = this.find(message.id);
    if (pattern) return this.fill(pattern, message.args ?? {}, undefined);
    return this.fallback?.say(message) ?? message.id;
  }

  private fill(pattern: Pattern, args: Readonly<Record<string, Argument>>, count: number | undefined): string {
    let text = '';
    for (const part of pattern) text += typeof part === 'string' ? part : this.part(part, args, count);
    return text;
  }

  private part(
    part: Exclude<Part, string>,
    args: Readonly<Record<string, Argument>>,
    count: number | undefined,
  ): string {
    const [name, kind, options] = part;
    if (name === undefined) return this.number(count ?? 0);
    const value = args[name] ?? '';
    if (kind === undefined) return this.argument(value);
    if (kind === 'number') return this.number(Number(value));
    const number = kind === 'plural' ? Number(value) : count;
    const choice = this.choose(kind, value, options ?? {});
    return choice ? this.fill(choice, args, number) : '';
  }

  /**
   * How numbers and lists are written are messages, too: `Intl.NumberFormat` and `Intl.ListFormat` take 25 and 11 ms to start, which would
   * be a part of the first keystroke that needs one.
   */
  private number(value: number): string {
    const size = Math.abs(value);
    // Longer ones are written with an exponent.
    if (!(size < 1e21)) return String(value);
    const [whole = '', fraction] = String(Number(size.toFixed(3))).split('.');
    const sign = value < 0 ? '-' : '';
    const grouped = sign + this.grouped(whole);
    return fraction === undefined ? grouped : this.say(message('number.decimal', { whole: grouped, fraction }));
  }

  private grouped(digits: string): string {
    if (digits.length <= 3) return digits;
    const thousands = this.grouped(digits.slice(0, -3));
    return this.say(message('number.group', { thousands, rest: digits.slice(-3) }));
  }

  private choose(kind: 'plural' | 'select', value: Argument, options: Readonly<Record<string, Pattern>>) {
    if (kind === 'select') return options[String(value)] ?? options.other;
    return options[`=${value}`] ?? options[this.plurals().select(Number(value))] ?? options.other;
  }

  private argument(value: Argument): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    if ('id' in value) return this.say(value);
    return this.list(value);
  }

  private list({ join, items }: List): string {
    const [first = '', ...rest] = items.map((item) => this.argument(item));
    const last = rest.pop();
    if (last === undefined) return first;
    const before = rest.reduce((all, next) => this.say(message('list.next', { items: all, next })), first);
    return this.say(
      message(rest.length === 0 ? `list.${join}.two` : `list.${join}.before-last`, { items: before, last }),
    );
  }
}
