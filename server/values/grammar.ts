/** What a grammar of values is: how the runner, or what it hands a value on to, reads a text. */
import type { GrammarName } from '../schema/types';
import type { Message } from '../text/message';
import type { Span } from '../text/span';

/** What is wrong in a text. The span counts the UTF-16 units of the decoded text. */
export interface GrammarProblem extends Span {
  readonly message: Message;
  /** The runner does not start with it. */
  readonly refused: boolean;
  /** The runner starts with it, and each job fails that the key is read for. */
  readonly fails?: boolean;
  /** The whole text as it was meant, where that is known. */
  readonly repaired?: string | undefined;
  /** The texts that were meant, each an item of the list, where one holds several. */
  readonly items?: readonly string[];
  /** What is repaired is a guess: something else may have been meant. */
  readonly guessed?: boolean;
}

/** What a text stands for, and what is wrong with it. A grammar that only reads says no problems. */
export interface Reading<V> {
  readonly value?: V | undefined;
  readonly problems: readonly GrammarProblem[];
}

/** What may stand in the place of a part of a text, which an offset is in or at the end of. */
export interface Continuations extends Span {
  readonly texts: readonly string[];
}

/** A grammar of the texts of some keys; the schema names it (`x-gitlab-runner.grammar`). */
export interface Grammar<V = unknown> {
  readonly name: GrammarName;
  read(text: string): Reading<V>;
  /** What a value amounts to, where a text does not show it: `1 hour 30 minutes`. */
  say?(value: V): Message | undefined;
  /** What a person who is at an offset of a text may go on with. */
  complete?(text: string, offset: number): Continuations | undefined;
}

/** A reading without problems. */
export function understood<V>(value: V): Reading<V> {
  return { value, problems: [] };
}

/** A reading of a text that is wrong as a whole, and that the runner does not start with. */
export function refusedWhole(text: string, message: Message, repaired?: string): Reading<never> {
  return { problems: [{ start: 0, end: text.length, message, refused: true, repaired }] };
}

/** A problem with which the runner starts, and each job that needs the value fails. */
export function failing({ start, end }: Span, message: Message, repaired?: string): GrammarProblem {
  return { start, end, message, refused: false, fails: true, repaired };
}

/** A reading of a text that is wrong as a whole, and that each job fails with. */
export function failingWhole(text: string, message: Message, repaired?: string): Reading<never> {
  return { problems: [failing({ start: 0, end: text.length }, message, repaired)] };
}

/**
 * Whether a text is one of the grammar's. A grammar that only reads says no problem, but has no value for what it cannot read; an empty
 * text is no value to it.
 */
export function takes(grammar: Grammar, text: string): boolean {
  const reading = grammar.read(text);
  const isRead = text === '' || !('value' in reading) || reading.value !== undefined;
  return isRead && reading.problems.length === 0;
}

/** A text as a sentence shows it: the beginning of a long one. */
export function shown(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}

const LONGEST_SHOWN = 60;
