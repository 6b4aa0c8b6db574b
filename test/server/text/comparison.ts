/** Holds a text in Chinese against the English one: what both must have in common, and how Chinese is set. */
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** What is held against what, and the words that stay in Latin letters. */
export interface Comparison {
  readonly english: string;
  readonly chinese: string;
  readonly names: readonly string[];
  /** Texts with arguments in ICU MessageFormat. */
  readonly isMessage: boolean;
  /** Texts that are whole sentences: as many in both. */
  readonly countsSentences: boolean;
}

const CODE = /`[^`]*`/g;
const LINK = /(?:https?:\/\/|command:)[^\s)>`]+/g;
/** Of a command line. */
const OPTION = /(?<![\w-])--?[a-z][a-z-]*/g;

/** What is wrong, a line each; none when all is well. */
export function faultsOf(comparison: Comparison): string[] {
  return [...differences(comparison), ...typographyFaults(comparison.chinese), ...latinWords(comparison)];
}

function differences({ english, chinese, isMessage, countsSentences }: Comparison): string[] {
  const pairs: [what: string, of: (text: string) => string][] = [
    ['code', (text) => all(text, CODE)],
    ['links', (text) => all(text, LINK)],
    ['options', (text) => all(text, OPTION)],
    ...(isMessage ? [['arguments', argumentsIn] as [string, (text: string) => string]] : []),
  ];
  const found = pairs.flatMap(([what, of]) => {
    const [wanted, got] = [of(english), of(chinese)];
    return wanted === got ? [] : [`${what}: ${got} instead of ${wanted}`];
  });
  if (!/\p{Script=Han}/u.test(chinese) && /[a-z]{3,} [a-z]{3,}/.test(english.replace(CODE, ''))) found.push('English');
  return countsSentences ? [...found, ...sentenceFault(english, chinese)] : found;
}

const all = (text: string, pattern: RegExp): string =>
  [...new Set([...text.matchAll(pattern)].map(([part]) => part))].sort().join(' ');

/** The names and kinds of the arguments of an ICU message, with what each may choose. */
function argumentsIn(text: string): string {
  const found = new Set<string>();
  const collect = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) continue;
      const options = 'options' in element ? element.options : {};
      const choice = element.type === TYPE.select ? Object.keys(options).sort().join('|') : '';
      found.add(`${element.value}:${element.type === TYPE.plural ? TYPE.number : element.type}:${choice}`);
      for (const { value } of Object.values(options)) collect(value);
    }
  };
  collect(parsed(text));
  return [...found].sort().join(' ');
}

const parsed = (text: string) => parse(text, { ignoreTag: true, requiresOtherClause: false });

/** The text without code and links; each argument is a blank. */
const prose = (text: string): string =>
  text
    .replace(CODE, '`')
    .replace(LINK, '')
    .replace(/\{[^{}]*\}/g, '{}');

const TYPOGRAPHY: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['half-width punctuation after a Han character', /\p{Script=Han}\s*[,.;:?!()]/u],
  ['half-width punctuation before a Han character', /[,;:?!(]\s*\p{Script=Han}/u],
  ['no space between a Han character and a Latin one', /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/u],
  ['no space between a Han character and code', /\p{Script=Han}`|`\p{Script=Han}/u],
  ['a space between Han characters', /\p{Script=Han} +\p{Script=Han}/u],
  ['a space beside full-width punctuation', / [，。；：？！、）]|[，。；：？！、（] /],
];

function typographyFaults(chinese: string): string[] {
  return [
    ...TYPOGRAPHY.flatMap(([what, pattern]) => (pattern.test(prose(chinese)) ? [what] : [])),
    ...[...chinese.matchAll(BOLD)].filter(isOpenBold).map(([text]) => `Markdown takes ${text} for no bold text`),
  ];
}

const BOLD = /\*\*([^*]+)\*\*(.?)/gu;

/** Between punctuation and a letter `**` begins bold text and does not end any. */
function isOpenBold([, inside = '', next = '']: RegExpExecArray): boolean {
  return /[\p{P}\p{S}]$/u.test(inside) && /^[\p{L}\p{N}]/u.test(next);
}

/** Words in Latin letters that are no names, no code, no quotation, and no part of how a command is called. */
function latinWords({ english, chinese, names, isMessage }: Comparison): string[] {
  let rest = literal(chinese, isMessage)
    .replace(CODE, ' ')
    .replace(LINK, ' ')
    .replace(/[“「][\x20-\x7e]*[”」]|"[\x20-\x7e]*"/g, ' ')
    .replace(/\b[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+\b/g, ' ');
  const isUsage = english.includes('gitlab-runner-config ');
  const long = names.filter((name) => /[ :=]/.test(name)).sort((a, b) => b.length - a.length);
  for (const name of long) rest = rest.replaceAll(name, ' ');
  const words = rest.match(/[A-Za-z][A-Za-z0-9+./'-]*/g) ?? [];
  return words
    .map((word) => word.replace(/[./'-]+$/, ''))
    .filter((word) => !names.includes(word) && !(isUsage && english.includes(word)))
    .map((word) => `the word ${word}`);
}

function literal(text: string, isMessage: boolean): string {
  if (!isMessage) return text.replace(/\{[a-z]\w*\}/g, ' ');
  const all = (elements: readonly MessageFormatElement[]): string =>
    elements
      .map((element) => {
        if (element.type === TYPE.literal) return element.value;
        if (!('options' in element)) return ' ';
        return Object.values(element.options)
          .map(({ value }) => ` ${all(value)}`)
          .join(' ');
      })
      .join('');
  return all(parsed(text));
}

/** Where a text has forms for several numbers, each form has its own sentences: those are not counted. */
function sentenceFault(english: string, chinese: string): string[] {
  const text = prose(english).replaceAll('...', '');
  if (!/[.!?][}\s]*$/.test(text) || /plural|select/.test(english)) return [];
  const wanted = text.match(/[.!?](?=[\s}]|$)/g)?.length ?? 0;
  const got = prose(chinese).match(/[。！？]/g)?.length ?? 0;
  return wanted === got ? [] : [`${got} sentences instead of ${wanted}`];
}
