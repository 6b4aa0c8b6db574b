/**
 * Patterns of allowed images and services: those of github.com/bmatcuk/doublestar (v4) over the whole text. `*` stops at `/`, `**`
 * as a part of its own does not. Held to preview/functions.json, `image_match`.
 */

/** Whether a text matches; a pattern that is none matches nothing. */
export function matchesGlob(pattern: string, text: string): boolean {
  return expressionOf(pattern)?.test(text) === true;
}

const known = new Map<string, RegExp | undefined>();
const MOST_KNOWN = 500;

function expressionOf(pattern: string): RegExp | undefined {
  if (!known.has(pattern)) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(pattern, compile(pattern));
  }
  return known.get(pattern);
}

class Malformed extends Error {}

function compile(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^${new Translation(pattern).whole()}$`, 'su');
  } catch {
    return undefined;
  }
}

/** Reads a pattern from left to right, and says it as a regular expression. */
class Translation {
  private at = 0;

  constructor(private readonly pattern: string) {}

  whole(): string {
    const made = this.sequence(false);
    if (this.at < this.pattern.length) throw new Malformed();
    return made;
  }

  /** Up to the end, or to the `,` or `}` of the braces it stands in. */
  private sequence(inBraces: boolean): string {
    let made = '';
    while (this.at < this.pattern.length) {
      const character = this.pattern.charAt(this.at);
      if (inBraces && (character === ',' || character === '}')) break;
      made += this.part(character);
    }
    return made;
  }

  private part(character: string): string {
    if (character === '*') return this.stars();
    if (character === '[') return this.characterClass();
    if (character === '{') return this.braces();
    this.at += 1;
    if (character === '?') return '[^/]';
    if (character === '/' && /^\/\*\*$/.test(this.pattern.slice(this.at - 1))) return this.everythingBelow();
    return character === '\\' ? this.literal() : quoted(character);
  }

  /** `a/**` matches `a`, too. */
  private everythingBelow(): string {
    this.at += 2;
    return '(?:/.*)?';
  }

  private stars(): string {
    const from = this.at;
    while (this.pattern[this.at] === '*') this.at += 1;
    const isPart = this.at - from === 2 && (from === 0 || /[/{,]/.test(this.pattern.charAt(from - 1)));
    if (!isPart) return '[^/]*';
    const next = this.pattern[this.at];
    if (next === '/') {
      this.at += 1;
      return '(?:[^/]*/)*';
    }
    return next === undefined || next === ',' || next === '}' ? '.*' : '[^/]*';
  }

  private literal(): string {
    const character = this.pattern[this.at];
    if (character === undefined) throw new Malformed();
    this.at += 1;
    return quoted(character);
  }

  private braces(): string {
    const choices: string[] = [];
    do {
      this.at += 1;
      choices.push(this.sequence(true));
    } while (this.pattern[this.at] === ',');
    if (this.pattern[this.at] !== '}') throw new Malformed();
    this.at += 1;
    return `(?:${choices.join('|')})`;
  }

  private characterClass(): string {
    const match = /^\[([!^]?)((?:\\.|[^\]\\])+)\]/su.exec(this.pattern.slice(this.at));
    if (!match) throw new Malformed();
    this.at += match[0].length;
    const [, negation = '', members = ''] = match;
    const inside = members.replace(/\\(.)|([[\]^&~|(){}/])/gsu, (_, escaped?: string, special?: string) =>
      quotedInClass(escaped ?? special ?? ''),
    );
    return negation ? `[^/${inside}]` : `(?!/)[${inside}]`;
  }
}

const quoted = (character: string) => character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
const quotedInClass = (character: string) => (/[\\\]^[\-&~|(){}/]/.test(character) ? `\\${character}` : character);
