/** Places in a text that something, or somebody, fills in: the marks of programs, and those that people leave for people. */

/** What tags and marks of two sides begin and end with. */
export const PAIRS = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['<%', '%>'],
  ['${', '}'],
  ['%{', '}'],
  ['#{', '}'],
] as const;

/** Marks of programs without two sides of their own; what each is for is told in templates/filled-in.ts. */
export const PROGRAMS = [
  /\$[A-Za-z_]/,
  /\$\([A-Za-z_][^()]*\)/,
  /%[A-Za-z_]\w*%/,
  /@[A-Za-z_]\w*@/,
  /__[A-Za-z0-9]\w*__/,
  /\{[A-Za-z_][\w.-]*\}/,
  /\(\([A-Za-z_][\w./:-]*\)\)/,
  /\[\[ ?[.A-Za-z_][\w .-]*\]\]/,
];

/** Whether a closer stands behind an opener; what is between them may be anything. */
export function holdsPair(text: string, [opener, closer]: readonly [string, string]): boolean {
  const start = text.indexOf(opener);
  return start >= 0 && text.indexOf(closer, start + opener.length) >= 0;
}

/** Every sign that one of these begins with; most texts have none. */
const SIGNS = /[{$%@(<[]|__/;

/** Whether a program fills something in. Time is linear in the text's length. */
export function isForPrograms(text: string): boolean {
  if (!SIGNS.test(text)) return false;
  return PAIRS.some((pair) => holdsPair(text, pair)) || PROGRAMS.some((mark) => mark.test(text));
}

/** Longer texts are no address and no token. */
const LONGEST = 300;

/** `<NAME>` alone, or behind the prefix of a token; in an address, anywhere. */
const NAMED = /^(?:[a-z]{2,8}-)?<[A-Za-z][\w .:/-]{0,80}>$/;
const NAMED_WITHIN = /<[A-Za-z][\w .:/-]{0,80}>/;
/** In an address in capitals only: hosts may be called so. */
const CAPITALS =
  /(?<![A-Za-z0-9])(?:(?:REPLACE|CHANGE)[-_]?ME|REPLACE[-_](?:THIS|WITH|BY)|YOUR[-_][A-Z]|PLACEHOLDER)|_PLACEHOLDER(?![A-Za-z0-9])/;
const WORDS = new RegExp(CAPITALS.source, 'i');

/**
 * Whether a text is to be replaced by hand. Marks of programs (`$NAME`, `__NAME__`, `@NAME@`, templates) are not: they may be
 * filled in as the text is deployed.
 */
export function isLeftForPeople(text: string, as: 'address' | 'word'): boolean {
  if (text.length > LONGEST) return false;
  const [named, word] = as === 'address' ? [NAMED_WITHIN, CAPITALS] : [NAMED, WORDS];
  return (named.test(text) || word.test(text)) && !isForPrograms(text);
}

/** Whether something is to be filled into a text, by a program or by hand. */
export function isPlaceholder(text: string, as: 'address' | 'word' = 'word'): boolean {
  return isForPrograms(text) || isLeftForPeople(text, as);
}
