/**
 * Finds what a text must hold for a regular expression to match: texts of which one is in each match. Looking for those first spares
 * most lines the expression. Reads what our patterns use: characters, classes, groups, alternatives, quantifiers.
 */

/** Longer ones tell no more. */
const LONGEST = 40;

/** Texts of which a match holds one. */
type Choice = readonly string[];

/** Texts of which each match holds one; undefined where there are none. */
export function literalsOf(pattern: string): Choice | undefined {
  return bestOf(choicesOf(pattern));
}

/** All that is known of what a match holds: of each of these one text. */
export function choicesOf(pattern: string): readonly Choice[] {
  return new Reader(pattern).alternatives();
}

/** The rarest. */
function bestOf(choices: readonly Choice[]): Choice | undefined {
  let best: Choice | undefined;
  for (const choice of choices) if (worthOf(choice) > worthOf(best ?? [])) best = choice;
  return best;
}

class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  /** Up to the end, or to the bracket that closes the group. */
  alternatives(): readonly Choice[] {
    const first = this.sequence();
    if (this.source[this.at] !== '|') return first;
    const all = [bestOf(first)];
    while (this.source[this.at] === '|') {
      this.at++;
      all.push(bestOf(this.sequence()));
    }
    return all.every((each) => each !== undefined) ? [all.flat()] : [];
  }

  private sequence(): readonly Choice[] {
    const choices: Choice[] = [];
    let run = '';
    const endRun = () => {
      if (run) choices.push([run.slice(0, LONGEST)]);
      run = '';
    };
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at] ?? '')) {
      const atom = this.atom();
      const { least, once } = this.quantifier();
      if (atom.character !== undefined && once) run += atom.character;
      else {
        endRun();
        if (least > 0) choices.push(...(atom.character === undefined ? (atom.choices ?? []) : [[atom.character]]));
      }
    }
    endRun();
    return choices;
  }

  private atom(): { character?: string; choices?: readonly Choice[] } {
    const character = this.source[this.at++] ?? '';
    if (character === '(') return this.group();
    if (character === '[') return this.skipClass();
    if (character === '\\') return escaped(this.source[this.at++] ?? '');
    return '.^$'.includes(character) ? {} : literal(character);
  }

  private group(): { choices: readonly Choice[] } {
    const kind = /^\?(?::|<\w+>|<?[!=])/.exec(this.source.slice(this.at, this.at + LONGEST))?.[0] ?? '';
    this.at += kind.length;
    const choices = this.alternatives();
    this.at++;
    // What stands before or behind the match is no part of it.
    return { choices: /[!=]$/.test(kind) ? [] : choices };
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
function worthOf(literals: Choice): number {
  if (literals.length === 0) return 0;
  return Math.min(...literals.map((text) => (common.has(text.trim()) ? WORTH_OF_COMMON : text.trim().length)));
}
