/** Writes a configuration into the text of a Helm values file: where the gitlab-runner chart reads it, `runners.config`. */
import { documentSpans } from '../server/regions/yaml-documents';
import { parseYaml } from '../server/regions/yaml-parse';
import { entryOf, type YamlEntry, type YamlNode } from '../server/regions/yaml-tree';
import type { Span } from '../server/toml/syntax';

export interface ValuesEdit extends Span {
  readonly text: string;
  /** Something else than nothing goes. */
  readonly replaces: boolean;
}

/** Why nothing can be written. */
export type Refusal = 'not-values' | 'not-a-block';

const STEP = 2;

/**
 * The edit of `values` that puts `configuration` there. What the file has already is built upon: an umbrella chart's
 * `gitlab-runner:`, its `runners:`, a `config:` with or without a value.
 */
export function insertConfiguration(values: string, configuration: string): ValuesEdit | Refusal {
  const lineBreak = values.includes('\r\n') ? '\r\n' : '\n';
  const edit = edited(values, configuration);
  return typeof edit === 'string' ? edit : { ...edit, text: edit.text.replace(/\r?\n/g, lineBreak) };
}

function edited(values: string, configuration: string): ValuesEdit | Refusal {
  const { document, root } = valuesDocument(values);
  if (root && root.kind !== 'map') return 'not-a-block';
  // A resource of Kubernetes is no values file, and would be invalid with our key.
  if (entryOf(root, 'kind') && entryOf(root, 'apiVersion')) return 'not-values';

  const umbrella = entryOf(root, 'runners') ? undefined : entryOf(root, 'gitlab-runner');
  const runners = entryOf(umbrella ? umbrella.value : root, 'runners');
  const config = entryOf(runners?.value, 'config');
  if (config) return replaceValue(values, config, document.end, configuration);
  if (runners) return addBelow(values, runners, (indent) => configEntry(configuration, indent));
  if (umbrella) return addBelow(values, umbrella, (indent) => runnersEntry(configuration, indent));

  const start = document.end;
  const before = start > 0 && values[start - 1] !== '\n' ? '\n' : '';
  return { start, end: start, text: before + runnersEntry(configuration, 0), replaces: false };
}

/** The document that has the chart's keys, else the first. */
function valuesDocument(values: string): { document: Span; root: YamlNode | undefined } {
  const documents = documentSpans(values).map((document) => ({ document, root: parseYaml(values, document).root }));
  const found = documents.find(({ root }) => entryOf(root, 'runners') ?? entryOf(root, 'gitlab-runner'));
  return found ?? documents[0] ?? { document: { start: 0, end: values.length }, root: undefined };
}

function runnersEntry(configuration: string, indent: number): string {
  return `${' '.repeat(indent)}runners:\n${configEntry(configuration, indent + STEP)}`;
}

function configEntry(configuration: string, indent: number): string {
  return `${' '.repeat(indent)}config: ${blockScalar(configuration, indent)}\n`;
}

/** A literal block scalar of the text, for a key at `indent`; without its last line break. */
function blockScalar(configuration: string, indent: number): string {
  const lines = configuration.replace(/^\ufeff/, '').split(/\r?\n/);
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  const margin = ' '.repeat(indent + STEP);
  // The first line with text tells the indentation of all, unless the header does.
  const first = lines.findIndex((line) => line.trim() !== '');
  const indicator = lines.slice(0, first + 1).some((line) => line.startsWith(' ')) ? String(STEP) : '';
  return [`|${indicator}`, ...lines.map((line) => (line === '' ? '' : margin + line))].join('\n');
}

/** A first entry below a key whose value is a block, or nothing yet. */
function addBelow(values: string, entry: YamlEntry, text: (indent: number) => string): ValuesEdit | Refusal {
  const keyIndent = columnOf(values, entry.keySpan.start);
  const { value } = entry;
  if (value && /^(?:\{\s*\}|null|~)$/.test(values.slice(value.start, value.end))) {
    // What stood in its place, and the space before it.
    const start = values.lastIndexOf(':', value.start) + 1;
    const written = `\n${text(keyIndent + STEP).trimEnd()}`;
    return { start, end: value.end, text: written, replaces: false };
  }
  if (value && value.kind !== 'map') return 'not-a-block';
  if (value && values.startsWith('{', value.start)) return 'not-a-block';
  const indent = value ? columnOf(values, value.start) : keyIndent + STEP;
  const lineEnd = values.indexOf('\n', entry.keySpan.end);
  const start = lineEnd === -1 ? values.length : lineEnd + 1;
  return { start, end: start, text: (lineEnd === -1 ? '\n' : '') + text(indent), replaces: false };
}

function replaceValue(values: string, entry: YamlEntry, limit: number, configuration: string): ValuesEdit | Refusal {
  const { value, keySpan } = entry;
  if (value?.kind === 'map' || value?.kind === 'sequence') return 'not-a-block';
  const text = blockScalar(configuration, columnOf(values, keySpan.start));
  if (!value) {
    const start = values.indexOf(':', keySpan.end) + 1;
    return { start, end: start, text: ` ${text}`, replaces: false };
  }
  const block = value.kind === 'scalar' ? value.block : undefined;
  if (!block) {
    const old = values.slice(value.start, value.end);
    return { start: value.start, end: value.end, text, replaces: !/^(?:""|''|null|~)$/.test(old) };
  }
  const below = /^(?:[ \t]*\r?\n|[ \t]*$)*/.exec(values.slice(block.end, limit))?.[0].length ?? 0;
  const replaces = values.slice(block.start, block.end).trim() !== '';
  return { start: value.start, end: block.end + below, text: `${text}\n`, replaces };
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
