/** Writes a configuration into the text of a Helm values file: where the gitlab-runner chart reads it, `runners.config`. */
import { documentSpans } from '../server/containers/yaml/documents';
import { parseYaml } from '../server/containers/yaml/parse';
import { entryOf, type YamlEntry, type YamlNode } from '../server/containers/yaml/tree';
import type { Span } from '../server/text/span';
import { type ChartValue, splitConfiguration, type TokenChoice } from './chart-values';

export interface ValuesEdit extends Span {
  readonly text: string;
  /** Something else than nothing goes. */
  readonly replaces: boolean;
  /** Values of the chart that the configuration has otherwise, and that were left as the file has them. */
  readonly kept: readonly string[];
}

type Edit = Omit<ValuesEdit, 'kept'>;

/** Why nothing is written. */
export type Refusal = 'not-values' | 'not-a-block' | 'in-braces' | 'not-written';

const STEP = 2;
const EMPTY = /^(?:\{\s*\}|""|''|null|~)$/i;

/**
 * The edit of `values` that puts `configuration` there. What the file has already is built upon: an umbrella chart's
 * `gitlab-runner:`, its `runners:`, a `config:` with or without a value. What the chart reads from its own values goes beside
 * `runners`, unless the file has it.
 */
export function insertConfiguration(
  values: string,
  configuration: string,
  token: TokenChoice = 'secret',
): ValuesEdit | Refusal {
  const lineBreak = values.includes('\r\n') ? '\r\n' : '\n';
  const asInFile = (text: string) => text.replace(/\r?\n/g, lineBreak);
  const place = placeIn(values);
  const { runners, owner } = place;
  const split = splitConfiguration(configuration, token, (name) => entryOf(owner, name) !== undefined);
  const edit = edited(values, place, split.config, runners ? [] : split.values);
  if (typeof edit === 'string') return edit;
  const kept = keptValues(values, owner, configuration);
  const written = { ...edit, text: asInFile(edit.text), kept };
  if (!runners || split.values.length === 0) return written;
  if (!startsLine(values, runners.keySpan)) return 'not-a-block';
  // One edit with what is between: the values stand above the comments of `runners`.
  const start = startOfComments(values, runners.keySpan.start);
  const above = asInFile(valueLines(split.values, columnOf(values, runners.keySpan.start)));
  return { ...written, start, text: above + values.slice(start, edit.start) + written.text };
}

/** Which values of the chart the file and the configuration have both, and not the same. */
function keptValues(values: string, owner: YamlNode | undefined, configuration: string): string[] {
  return splitConfiguration(configuration, 'value', () => false).values.flatMap(({ name, value }) => {
    const entry = entryOf(owner, name);
    const has = entry?.value && values.slice(entry.value.start, entry.value.end).replace(/^(["'])(.*)\1$/, '$2');
    const same = has === value;
    return entry && !same ? name : [];
  });
}

interface Place {
  readonly document: Span;
  readonly root: YamlNode | undefined;
  readonly umbrella: YamlEntry | undefined;
  readonly runners: YamlEntry | undefined;
  /** The map of the chart's values. */
  readonly owner: YamlNode | undefined;
}

function placeIn(values: string): Place {
  const { document, root } = valuesDocument(values);
  const umbrella = entryOf(root, 'runners') ? undefined : entryOf(root, 'gitlab-runner');
  const owner = umbrella ? umbrella.value : root;
  return { document, root, umbrella, runners: entryOf(owner, 'runners'), owner };
}

function edited(values: string, place: Place, configuration: string, lifted: readonly ChartValue[]): Edit | Refusal {
  const { document, root, umbrella, runners } = place;
  const entries = (indent: number) => valueLines(lifted, indent) + runnersEntry(configuration, indent);
  if (!root) return appended(values, document.end, entries(0));
  if (isEmpty(values, root)) return instead(values, root, entries);
  if (root.kind !== 'map') return 'not-a-block';
  // A resource of Kubernetes is no values file, and would be invalid with our key.
  if (entryOf(root, 'kind') && entryOf(root, 'apiVersion')) return 'not-values';

  const config = entryOf(runners?.value, 'config');
  const maps = [root, ...[umbrella?.value, runners?.value].filter((node) => node && !isEmpty(values, node))];
  if (maps.some((node) => node && isInBraces(values, node))) return 'in-braces';
  if (config) return replaceValue(values, config, document.end, configuration);
  if (runners) return addBelow(values, runners, (indent) => configEntry(configuration, indent));
  if (umbrella) return addBelow(values, umbrella, entries);
  if (!startsLine(values, root)) return 'not-a-block';
  return appended(values, document.end, entries(columnOf(values, root.start)));
}

/** The chart's values as entries of a map at `indent`. */
function valueLines(lifted: readonly ChartValue[], indent: number): string {
  const lines = lifted.flatMap(({ name, text, above, behind }) => [
    ...above,
    `${name}: ${text}${behind && ` ${behind}`}`,
  ]);
  return lines.map((line) => `${' '.repeat(indent)}${line}\n`).join('');
}

/** Where the comments begin that stand right above a key. */
function startOfComments(values: string, key: number): number {
  let start = lineStart(values, key);
  while (start > 0) {
    const above = lineStart(values, start - 1);
    if (above === start || !/^[ \t]*#/.test(values.slice(above, start))) break;
    start = above;
  }
  return start;
}

/** The document that has the chart's keys, else the first that has any: comments and directives may stand before its `---`. */
function valuesDocument(values: string): { document: Span; root: YamlNode | undefined } {
  const documents = documentSpans(values).map((document) => ({ document, root: parseYaml(values, document).root }));
  const found =
    documents.find(({ root }) => entryOf(root, 'runners') ?? entryOf(root, 'gitlab-runner')) ??
    documents.find(({ root }) => root);
  return found ?? documents.at(-1) ?? { document: { start: 0, end: values.length }, root: undefined };
}

function runnersEntry(configuration: string, indent: number): string {
  return `${' '.repeat(indent)}runners:\n${configEntry(configuration, indent + STEP)}`;
}

function configEntry(configuration: string, indent: number): string {
  return `${' '.repeat(indent)}config: ${blockScalar(configuration, indent, '')}\n`;
}

/** A literal block scalar of the text, for a key at `indent`; without its last line break. `comment` stands behind its header. */
function blockScalar(configuration: string, indent: number, comment: string): string {
  const lines = configuration.replace(/^\ufeff/, '').split(/\r?\n/);
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  const margin = ' '.repeat(indent + STEP);
  // The first line with text tells the indentation of all, unless the header does.
  const first = lines.findIndex((line) => line.trim() !== '');
  const indicator = lines.slice(0, first + 1).some((line) => line.startsWith(' ')) ? String(STEP) : '';
  return [`|${indicator}${comment}`, ...lines.map((line) => (line === '' ? '' : margin + line))].join('\n');
}

/** A last entry of the document that ends there. */
function appended(values: string, end: number, text: string): Edit {
  const before = end > 0 && !/[\n\ufeff]/.test(values.charAt(end - 1)) ? '\n' : '';
  return { start: end, end, text: before + text, replaces: false };
}

/** An entry in place of an empty map that is a whole document. */
function instead(values: string, node: Span, text: (indent: number) => string): Edit | Refusal {
  const rest = restOfLine(values, node.end);
  if (!rest) return 'not-a-block';
  // A block begins on a line of its own.
  const onMark = /^---[ \t]+$/.test(values.slice(lineStart(values, node.start), node.start));
  if (!onMark && !startsLine(values, node)) return 'not-a-block';
  const [key = '', ...lines] = text(onMark ? 0 : columnOf(values, node.start))
    .trimEnd()
    .split('\n');
  const written = [(onMark ? key : key.trimStart()) + rest.comment, ...lines].join('\n');
  return { start: node.start, end: rest.end, text: (onMark ? '\n' : '') + written + rest.lineBreak, replaces: false };
}

/** A first entry below a key whose value is a block, or nothing yet. */
function addBelow(values: string, entry: YamlEntry, text: (indent: number) => string): Edit | Refusal {
  const { value, keySpan } = entry;
  const colon = colonOf(values, keySpan);
  if (colon === undefined) return 'not-a-block';
  if (value?.kind === 'map' && !isEmpty(values, value)) {
    const feed = values.indexOf('\n', keySpan.end);
    if (feed === -1 || value.start < feed || !startsLine(values, value)) return 'not-a-block';
    return { start: feed + 1, end: feed + 1, text: text(columnOf(values, value.start)), replaces: false };
  }
  if (value && !isEmpty(values, value)) return 'not-a-block';
  if (value && startsLine(values, value)) return instead(values, value, text);
  // What stands for nothing goes, with the space before it; a comment behind it stays behind the key.
  if (value && !/^[ \t]*$/.test(values.slice(colon, value.start))) return 'not-a-block';
  const rest = restOfLine(values, value ? value.end : colon);
  if (!rest) return 'not-a-block';
  const lines = text(columnOf(values, keySpan.start) + STEP).trimEnd();
  const written = `${rest.comment}\n${lines}${rest.lineBreak}`;
  return { start: colon, end: rest.end, text: written, replaces: false };
}

function replaceValue(values: string, entry: YamlEntry, limit: number, configuration: string): Edit | Refusal {
  const { value, keySpan } = entry;
  const colon = colonOf(values, keySpan);
  if (colon === undefined || ((value?.kind === 'map' || value?.kind === 'sequence') && !isEmpty(values, value)))
    return 'not-a-block';
  const written = (comment: string) => blockScalar(configuration, columnOf(values, keySpan.start), comment);
  const block = value?.kind === 'scalar' ? value.block : undefined;
  if (value && block) {
    const below = /^(?:[ \t]*\r?\n|[ \t]*$)*/.exec(values.slice(block.end, limit))?.[0].length ?? 0;
    const replaces = values.slice(block.start, block.end).trim() !== '';
    const header = /^[|>][-+1-9]*/.exec(values.slice(value.start, block.start))?.[0].length ?? 0;
    const { comment } = restOfLine(values, value.start + header) ?? { comment: '' };
    return { start: value.start, end: block.end + below, text: `${written(comment)}\n`, replaces };
  }
  const rest = restOfLine(values, value ? value.end : colon);
  if (!rest) return 'not-a-block';
  if (!value)
    return { start: colon, end: rest.end, text: ` ${written(rest.comment)}${rest.lineBreak}`, replaces: false };
  return {
    start: value.start,
    end: rest.end,
    text: written(rest.comment) + rest.lineBreak,
    replaces: !isEmpty(values, value),
  };
}

function isEmpty(values: string, { start, end }: Span): boolean {
  return EMPTY.test(values.slice(start, end));
}

/** `{a: 1}`; `{{ }}` is a template's. */
function isInBraces(values: string, { start }: Span): boolean {
  return /^\{(?![{%])/.test(values.slice(start, start + 2));
}

/** The offset behind the colon of a key; undefined where it is not on the key's line. */
function colonOf(values: string, { end }: Span): number | undefined {
  const colon = /^[ \t]*:/.exec(values.slice(end, end + 100));
  return colon ? end + colon[0].length : undefined;
}

interface RestOfLine {
  readonly end: number;
  /** With a space before it; empty when there is none. */
  readonly comment: string;
  /** What the line lacks at its end: the last one of a block scalar is part of the text. */
  readonly lineBreak: string;
}

/** What stands on a line from `offset` on; undefined when it is more than a comment. */
function restOfLine(values: string, offset: number): RestOfLine | undefined {
  const rest = /^[ \t]*(?:(?<=[ \t])(#[^\r\n]*))?(?=\r?\n|$)/.exec(values.slice(offset));
  if (!rest) return undefined;
  const end = offset + rest[0].length;
  return { end, comment: rest[1] ? ` ${rest[1].trimEnd()}` : '', lineBreak: end === values.length ? '\n' : '' };
}

/** Nothing but indentation stands before it. */
function startsLine(values: string, { start }: Span): boolean {
  return /^ *$/.test(values.slice(lineStart(values, start), start));
}

function columnOf(values: string, offset: number): number {
  return offset - lineStart(values, offset);
}

/** Behind a byte order mark. */
function lineStart(values: string, offset: number): number {
  const start = offset === 0 ? 0 : values.lastIndexOf('\n', offset - 1) + 1;
  return start < offset && values.charCodeAt(start) === 0xfeff ? start + 1 : start;
}
