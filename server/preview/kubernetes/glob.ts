/**
 * Patterns of allowed images and services: those of github.com/bmatcuk/doublestar (v4) over the whole text. `*` stops at `/`, `**`
 * as a part of its own does not. Held to preview/functions.json, `image_match`.
 */

import { Automaton, character, choice, type Part, repeated, sequence } from '../expression/automaton';

/** Whether a text matches; a pattern that is none matches nothing. */
export function matchesGlob(pattern: string, text: string): boolean {
  return expressionOf(pattern)?.matchesWhole(text) === true;
}

/** Whether a text is a pattern. */
export const isGlob = (text: string) => expressionOf(text) !== undefined;

const known = new Map<string, Automaton | undefined>();
const MOST_KNOWN = 500;

function expressionOf(pattern: string): Automaton | undefined {
  if (!known.has(pattern)) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(pattern, compile(pattern));
  }
  return known.get(pattern);
}

class Malformed extends Error {}

function compile(pattern: string): Automaton | undefined {
  try {
    return new Automaton(new Reader(pattern).whole());
  } catch {
    return undefined;
  }
}

const ANY = character(() => true);
const IN_NAME = character((each) => each !== '/');
const SLASH = literally('/');

/** Reads a pattern from left to right. */
class Reader {
  private at = 0;

  constructor(private readonly pattern: string) {}

  whole(): Part {
    const made = this.sequence(false);
    if (this.at < this.pattern.length) throw new Malformed();
    return made;
  }

  /** Up to the end, or to the `,` or `}` of the braces it stands in. */
  private sequence(inBraces: boolean): Part {
    const parts: Part[] = [];
    while (this.at < this.pattern.length) {
      const next = this.pattern.charAt(this.at);
      if (inBraces && (next === ',' || next === '}')) break;
      parts.push(this.part(next));
    }
    return sequence(...parts);
  }

  private part(next: string): Part {
    if (next === '*') return this.stars();
    if (next === '[') return this.characterClass();
    if (next === '{') return this.braces();
    if (next === '\\') this.at += 1;
    // `a/**` matches `a`, too.
    else if (this.pattern.slice(this.at) === '/**') {
      this.at += 3;
      return repeated(sequence(SLASH, repeated(ANY)), 0, 1);
    }
    const code = this.pattern.codePointAt(this.at);
    if (code === undefined) throw new Malformed();
    const whole = String.fromCodePoint(code);
    this.at += whole.length;
    return next === '?' ? IN_NAME : literally(whole);
  }

  private stars(): Part {
    const from = this.at;
    while (this.pattern[this.at] === '*') this.at += 1;
    const isPart = this.at - from === 2 && (from === 0 || /[/{,]/.test(this.pattern.charAt(from - 1)));
    if (!isPart) return repeated(IN_NAME);
    const next = this.pattern[this.at];
    if (next === '/') {
      this.at += 1;
      return repeated(sequence(repeated(IN_NAME), SLASH));
    }
    return next === undefined || next === ',' || next === '}' ? repeated(ANY) : repeated(IN_NAME);
  }

  private braces(): Part {
    const choices: Part[] = [];
    do {
      this.at += 1;
      choices.push(this.sequence(true));
    } while (this.pattern[this.at] === ',');
    if (this.pattern[this.at] !== '}') throw new Malformed();
    this.at += 1;
    return choice(...choices);
  }

  private characterClass(): Part {
    const match = /^\[([!^]?)((?:\\.|[^\]\\])+)\]/su.exec(this.pattern.slice(this.at));
    if (!match) throw new Malformed();
    this.at += match[0].length;
    const [, negation = '', members = ''] = match;
    const inside = members.replace(/\\(.)|([[\]^&~|(){}/])/gsu, (_, escaped?: string, special?: string) =>
      quotedInClass(escaped ?? special ?? ''),
    );
    const expression = new RegExp(`^[${negation ? '^' : ''}${inside}]$`, 'su');
    return character((each) => expression.test(each));
  }
}

function literally(text: string): Part {
  return character((each) => each === text);
}

const quotedInClass = (character: string) => (/[\\\]^[\-&~|(){}/]/.test(character) ? `\\${character}` : character);
