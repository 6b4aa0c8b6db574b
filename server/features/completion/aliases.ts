/** Finds keys by what people call them in Han characters: `特权` is `privileged`. Data of schemas/texts/<language>/aliases.json. */
import { readAliases } from '../../schema/data-files';
import { once } from '../../text/once';

/** Read when somebody types such a word, in whatever language the editor speaks. */
const aliases = once(readAliases);

/** No alias is longer. */
const LONGEST_WORD = 40;
/** What ends a part of a key. */
const BORDERS = ' \t\r\n"\'.=#[]{},';
const HAN = /\p{Script=Han}/u;

/** The part of a key in front of the cursor, when there are Han characters in it. */
export function hanWord(text: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && offset - start < LONGEST_WORD && !BORDERS.includes(text.charAt(start - 1))) start--;
  const word = text.slice(start, offset);
  return HAN.test(word) ? word : undefined;
}

/** What an item is found by, and how well. */
export interface Match {
  readonly filter: string;
  /** 0: the whole name; 1: it begins so; 2: it holds the word. */
  readonly rank: number;
}

/**
 * How a typed word finds the key of this path; undefined when it does not. Editors compare from the start of a word on, so each
 * alias is cut to begin with what was typed: as more is typed, the same text goes on to match.
 */
export function matchAlias(word: string, path: string): Match | undefined {
  const typed = word.toLowerCase();
  const found = aliasesOf(path).flatMap((alias) => {
    const at = alias.toLowerCase().indexOf(typed);
    return at < 0 ? [] : { text: alias.slice(at), rank: at > 0 ? 2 : alias.length > word.length ? 1 : 0 };
  });
  if (found.length === 0) return undefined;
  const texts = new Set(found.map(({ text }) => text));
  return { filter: [...texts].join(' '), rank: Math.min(...found.map(({ rank }) => rank)) };
}

function aliasesOf(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('.') + 1).replace('[]', '');
  const all = aliases();
  const words = Object.hasOwn(all, path) ? all[path] : Object.hasOwn(all, name) ? all[name] : undefined;
  return words?.split(' ') ?? [];
}
