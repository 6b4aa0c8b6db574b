/** Says messages in a language: fills the arguments into the patterns that scripts/compile-messages.mjs wrote. */

import type { Argument, List, Message } from './message';
import { readMessagePatterns } from './message-files';
import { once } from './once';
import type { Part, Pattern, Patterns } from './pattern';

export interface Catalog {
  /** The language as BCP 47 names it: `en`, `zh-cn`. */
  readonly language: string;
  /** The sentence of a message. */
  say(message: Message): string;
}

const english = 'en';

/** A catalog out of patterns; a message that it lacks is said by `fallback`. */
export function createCatalog(language: string, patterns: Patterns, fallback?: Catalog): Catalog {
  const voice = new Voice(language, patterns, fallback);
  return { language, say: (message) => voice.say(message) };
}

/** The catalog of a language, read at the first message; English where there is none of it. */
export function loadCatalog(language = english): Catalog {
  let catalog: Catalog | undefined;
  const read = () => {
    const fallback = language === english ? undefined : loadCatalog(english);
    const patterns = readMessagePatterns(language);
    catalog = patterns ? createCatalog(language, patterns, fallback) : (fallback ?? createCatalog(english, {}));
    return catalog;
  };
  return { language, say: (message) => (catalog ?? read()).say(message) };
}

class Voice {
  // Each of these loads the data of a language: what no message asks for costs nothing.
  private readonly plurals = once(() => new Intl.PluralRules(this.language));
  private readonly numbers = once(() => new Intl.NumberFormat(this.language));
  private readonly lists = new Map<List['join'], Intl.ListFormat>();

  constructor(
    private readonly language: string,
    private readonly patterns: Patterns,
    private readonly fallback: Catalog | undefined,
  ) {}

  say(message: Message): string {
    const pattern = Object.hasOwn(this.patterns, message.id) ? this.patterns[message.id] : undefined;
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

  /** Small numbers are written alike in the languages that there are; the others get their separators. */
  private number(value: number): string {
    return Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : this.numbers().format(value);
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
    let format = this.lists.get(join);
    if (!format) {
      format = new Intl.ListFormat(this.language, { type: join === 'or' ? 'disjunction' : 'conjunction' });
      this.lists.set(join, format);
    }
    return format.format(items.map((item) => this.argument(item)));
  }
}
