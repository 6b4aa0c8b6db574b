/** What kind of value a key takes, in words: in short beside an item of completion, with what helps to write it in a hover. */
import type { KeySchema } from '../schema/types';
import { type Message, message } from '../text/message';

/** In a word or two: `array of strings`. */
export function kindInShort({ kind, itemKind = 'string' }: KeySchema): Message {
  return kind === 'array' ? message('word.kind.array', { items: itemKind }) : message(`word.kind.${kind}`);
}

/** With what a short name does not tell: `table of your own keys`. */
export function kindInWords(key: KeySchema): Message {
  switch (key.kind) {
    case 'array-of-tables':
    case 'datetime':
    case 'duration':
    case 'string-or-array':
      return message(`hover.kind.${key.kind}`);
    case 'map':
      return message('hover.kind.map', { values: key.itemKind ?? 'any' });
    default:
      return kindInShort(key);
  }
}
