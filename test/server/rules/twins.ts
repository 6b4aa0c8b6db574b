/** Texts that differ from one in one place: a pair or a table is gone, or a value is one next to it. */
import { createDocument } from '../../../server/meaning/create-document';
import { applyEdits } from '../../../server/text/edit';
import type { Span } from '../../../server/text/span';
import type { KeyValue, Value } from '../../../server/toml/syntax';

export interface Twin {
  /** Where it is another, with the line from 1: `9 AccessKey`, `8 [runners.cache]`. */
  readonly place: string;
  /** What stands there: `""`; `-` where nothing does. */
  readonly now: string;
  readonly text: string;
  /** What is said of the new value, said of the old one. */
  readonly asBefore: (said: string) => string;
}

interface Place {
  readonly name: string;
  readonly value: Value;
}

/** What nearly every example begins with says something of few rules: it is changed where the rule is about it. */
const COMMON: ReadonlySet<string> = new Set(['concurrent', 'name', 'url', 'token']);
const FILLED_IN: ReadonlySet<string> = new Set(['"https://gitlab.example.com"', '"glrt-0123456789abcdefghij"']);

const EXECUTORS = [
  'shell',
  'ssh',
  'docker',
  'docker-windows',
  'docker+machine',
  'docker-autoscaler',
  'instance',
  'kubernetes',
];

/** A text that another one is compared with, and whether values that stand in both are changed as well. */
export interface Compared {
  readonly to: string;
  readonly shared: boolean;
}

/** The twins of a text, in its order. */
export function twinsOf(text: string, { to, shared }: Compared): Twin[] {
  const { syntax, lines } = createDocument('file:///config.toml', text);
  const otherLines = new Set(to.split('\n').map((line) => line.trim()));
  const written = ({ start, end }: Span) => text.slice(start, end);
  const twin = (place: Span, name: string, now = '-'): Twin => ({
    place: `${lines.lineOf(place.start) + 1} ${name}`,
    now: now.replaceAll('\n', '⏎'),
    // Lines stay where they are.
    text: applyEdits(text, [{ ...place, newText: now === '-' ? written(place).replace(/[^\n]+/g, '') : now }]),
    asBefore: (said) => said.replaceAll(bare(now), bare(written(place))),
  });
  const ofPair = (pair: KeyValue) => {
    const name = written(pair.key);
    const isShared = otherLines.has(written(pair));
    if (isShared && COMMON.has(name)) return [];
    if ((isShared && !shared) || FILLED_IN.has(written(pair.value))) return [twin(pair, name)];
    return [
      twin(pair, name),
      ...placesIn({ name, value: pair.value }).flatMap(({ name, value }) =>
        nextTo(name, value, written(value)).map((now) => twin(value, name, now)),
      ),
    ];
  };
  return syntax.sections.flatMap(({ header, pairs, start }) => {
    const ofPairs = pairs.flatMap(ofPair);
    if (!header) return ofPairs;
    return [twin({ start, end: pairs.at(-1)?.end ?? header.end }, written(header)), ...ofPairs];
  });
}

/** A value without its quotes. */
function bare(written: string): string {
  return written.replace(/^(["'])(.+)\1$/s, '$2');
}

/** A value and those in it. */
function placesIn(place: Place): Place[] {
  const { name, value } = place;
  if (value.type === 'array')
    return [place, ...value.items.flatMap((item, index) => placesIn({ name: `${name}[${index}]`, value: item }))];
  if (value.type === 'inline-table')
    return [
      place,
      ...value.pairs.flatMap(({ key, value }) =>
        placesIn({ name: `${name}.${key.segments.map((segment) => segment.name).join('.')}`, value }),
      ),
    ];
  return [place];
}

/** What may stand in the place of a value: its neighbours, an empty one, one of another type. */
function nextTo(name: string, value: Value, written: string): string[] {
  switch (value.type) {
    case 'boolean':
      return [String(!value.value), `"${value.value}"`, '{}'];
    case 'integer':
      return [...new Set([value.value - 1, value.value + 1, 0, -1])]
        .filter((each) => each !== value.value)
        .map(String)
        .concat(`"${written}"`, '{}');
    case 'float':
      return ['0.0', `-${written}`, `"${written}"`, '{}'];
    case 'string':
      return [...new Set(stringsNextTo(name, value.value))]
        .filter((each) => each !== value.value)
        .map((each) => JSON.stringify(each))
        .concat('1', '{}');
    case 'array':
      return ['[]', '""', '{}'];
    case 'inline-table':
      return ['{}', '""'];
    default:
      return [];
  }
}

function stringsNextTo(name: string, text: string): string[] {
  if (name === 'executor') return EXECUTORS;
  if (text.includes('\n')) return ['', '$X'];
  const counted = [-1, 1].map((by) => text.replace(/\d+/, (digits) => String(Math.max(0, Number(digits) + by))));
  const upper = text.toUpperCase();
  return ['', ...counted, `x${text}`, `${text}x`, upper === text ? text.toLowerCase() : upper, '$X'];
}
