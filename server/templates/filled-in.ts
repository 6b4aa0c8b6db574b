/**
 * Whether a text has a place that something fills in before a runner reads it, in whatever language: the tags of templates, and
 * the marks that people replace by a script or by hand. A text that nothing fills in and that reads so is one that we cannot judge.
 */
import { holdsPair, PAIRS, PROGRAMS } from '../text/placeholders';

/** Every sign that one of these begins or ends with; most texts have none. */
const SIGNS = /[{<$%@[(_]|REPLACE|CHANGE|PLACEHOLDER|YOUR/i;

/**
 * - `$NAME` and `$(name)`: shells, Kubernetes
 * - `<NAME>`; not the name of a group in a regular expression, `(?P<name>`
 * - `%NAME%`, `@NAME@`, `@@NAME@@`, `__NAME__`: scripts, sed
 * - `{name}`: Python; `((name))`: Concourse; `[[ .name ]]`: Levant
 * - `REPLACE_ME`, `changeme`, `YOUR_EXECUTOR`, `TOKEN_PLACEHOLDER`: people
 */
const MARKS = [
  ...PROGRAMS,
  /(?<!\?P?)<[A-Za-z][\w .:/-]{0,80}>/,
  /(?:REPLACE|CHANGE)[-_ ]?ME|REPLACE[-_ ](?:THIS|WITH|BY)|YOUR[-_ ]\w|PLACEHOLDER/i,
];

/** Whether something is to be filled into a text, as the whole of it or as a part. Time is linear in its length. */
export function isFilledIn(text: string): boolean {
  return SIGNS.test(text) && (PAIRS.some((pair) => holdsPair(text, pair)) || MARKS.some((mark) => mark.test(text)));
}

/** Whether something is to be filled into a name without quotes: TOML lets it hold no other of these signs. */
export function isFilledInName(name: string): boolean {
  return /(?<![A-Za-z0-9])__[A-Za-z0-9]\w*__/.test(name);
}
