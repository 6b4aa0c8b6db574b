/**
 * Finds what a text must hold for a regular expression to match: texts of which one is in each match. Looking for those first spares
 * most lines the expression. Reads what our patterns use: characters, classes, groups, alternatives, quantifiers.
 */

/** Longer ones tell no more. */
const LONGEST = 40;

/** Texts of which each match holds one; undefined where there are none. */
export function literalsOf(pattern: string): readonly string[] | undefined {
  return new Reader(pattern).alternatives();
}

class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  /** Up to the end, or to the bracket that closes the group. */
  alternatives(): readonly string[] | undefined {
    const all: (readonly string[] | undefined)[] = [];
    for (;;) {
      all.push(this.sequence());
      if (this.source[this.at] !== '|') break;
      this.at++;
    }
    return all.every((each) => each !== undefined) ? all.flat() : undefined;
  }

  private sequence(): readonly string[] | undefined {
    let best: readonly string[] | undefined;
    let run = '';
    const keep = (found: readonly string[] | undefined) => {
      if (found && worthOf(found) > worthOf(best ?? [])) best = found;
    };
    const endRun = () => {
      if (run) keep([run.slice(0, LONGEST)]);
      run = '';
    };
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? '')) {
      const atom = this.atom();
      const { least, once } = this.quantifier();
      if (atom.character !== undefined && once) run += atom.character;
      else {
        endRun();
        if (least > 0) keep(atom.character === undefined ? atom.literals : [atom.character]);
      }
    }
    endRun();
    return best;
  }

  private atom(): { character?: string; literals?: readonly string[] | undefined } {
    const character = this.source[this.at++] ?? '';
    if (character === '(') return this.group();
    if (character === '[') return this.skipClass();
    if (character === '\\') return escaped(this.source[this.at++] ?? '');
    return '.^$'.includes(character) ? {} : literal(character);
  }

  private group(): { literals: readonly string[] | undefined } {
    const kind = /^\?(?::|<\w+>|<?[!=])/.exec(this.source.slice(this.at, this.at + LONGEST))?.[0] ?? '';
    this.at += kind.length;
    const literals = this.alternatives();
    this.at++;
    // What stands before or behind the match is no part of it.
    return { literals: /[!=]$/.test(kind) ? undefined : literals };
  }

  private skipClass(): Record<string, never> {
    while (this.at < this.source.length && this.source[this.at] !== ']')
      this.at += this.source[this.at] === '\\' ? 2 : 1;
    this.at++;
    return {};
  }

  /** How often an atom is there at least, and whether exactly once. */
  private quantifier(): { least: number; once: boolean } {
    const found = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(this.source.slice(this.at, this.at + 12));
    if (!found) return { least: 1, once: true };
    this.at += found[0].length;
    const least = found[1] === undefined ? Number(found[0].startsWith('+')) : Number(found[1]);
    return { least, once: false };
  }
}

/** JSON writes a quotation mark with a backslash, so none is looked for. */
function literal(character: string): { character?: string } {
  return character === '"' ? {} : { character };
}

/** A character that is meant as it is; a class or a boundary is nothing to look for. */
function escaped(character: string): { character?: string } {
  return /[a-zA-Z0-9]/.test(character) ? {} : literal(character);
}

/** What stands in many lines of many logs is worth less than its length. */
const common = new Set([
  'https://',
  'permission denied',
  'Permission denied',
  'no such file or directory',
  'not found',
]);
const WORTH_OF_COMMON = 3;

/** The shortest text decides how rare a hit is. */
function worthOf(literals: readonly string[]): number {
  if (literals.length === 0) return 0;
  return Math.min(...literals.map((text) => (common.has(text.trim()) ? WORTH_OF_COMMON : text.trim().length)));
}
