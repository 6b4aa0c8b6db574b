/**
 * What a user is told, before it has a language: the id of a sentence and its arguments. The sentences are data, in
 * schemas/texts/<language>/messages; their ids and arguments are checked by the compiler (see scripts/compile-messages.mjs).
 */
import { choices } from './generated/choices';
import type { MessageArguments } from './generated/messages';

export type MessageId = keyof MessageArguments;

/** What may stand in a sentence: a text or number as it is, another message, or a list of them. */
export type Argument = string | number | Message | List;

/** Things that are named one after the other: all of them, or one of them. */
export interface List {
  readonly join: 'and' | 'or';
  readonly items: readonly (string | Message)[];
}

export interface Message {
  readonly id: MessageId;
  readonly args?: Readonly<Record<string, Argument>>;
}

type Rest<Id extends MessageId> = MessageArguments[Id] extends undefined ? [] : [args: MessageArguments[Id]];

/** A message. What the sentence needs, and nothing else, has to be given. */
export function message<Id extends MessageId>(id: Id, ...[args]: Rest<Id>): Message {
  return args ? { id, args: args as Readonly<Record<string, Argument>> } : { id };
}

/** One of several things, each as code: "`a`, `b` or `c`". */
export function anyOf(names: readonly string[]): List {
  return { join: 'or', items: names.map((name) => message('code', { text: name })) };
}

/** Several things, each as code: "`a`, `b` and `c`". */
export function allOf(names: readonly string[]): List {
  return { join: 'and', items: names.map((name) => message('code', { text: name })) };
}

/** A message whose texts are changed, also those of the messages in it. What chooses between its parts stays. */
export function withTexts(message: Message, change: (text: string) => string): Message {
  const { id, args } = message;
  if (!args) return message;
  const chosen = choices[id];
  const entries = Object.entries(args).map(([name, value]) => [
    name,
    chosen?.includes(name) ? value : withTextsIn(value, change),
  ]);
  return { id, args: Object.fromEntries(entries) };
}

function withTextsIn(value: Argument, change: (text: string) => string): Argument {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'number') return value;
  if ('id' in value) return withTexts(value, change);
  const items = value.items.map((item) => (typeof item === 'string' ? change(item) : withTexts(item, change)));
  return { join: value.join, items };
}
