/** A preview as YAML: objects one after the other, as somebody would write them for `kubectl apply`. Each line knows what it shows. */
import { append } from '../text/append';
import { withoutEnd } from '../text/without-end';
import { isList, isObject, type Json, type JsonObject } from './json';
import type { Preview } from './preview';

export interface ShownPreview {
  readonly text: string;
  /** For each line the JSON pointer of what it shows, in the list of documents; empty between them. */
  readonly pointers: readonly string[];
}

/** A preview as the YAML that is shown. */
export function previewYaml(preview: Preview): ShownPreview {
  const lines: Line[] = [];
  documentsOf(preview).forEach((document, index) => {
    if (index > 0) lines.push({ text: '---', pointer: '' });
    append(lines, fieldsOf(document, `/${index}`, ''));
  });
  return { text: lines.map(({ text }) => `${text}\n`).join(''), pointers: lines.map(({ pointer }) => pointer) };
}

/** The documents that are shown: the pod and each request beside it, or a failure. */
export function documentsOf({ executor, pod, objects, containers, host, error }: Preview): readonly JsonObject[] {
  if (error !== undefined) return [{ executor, error }];
  if (pod) return [pod, ...(objects ?? []).map(({ method, path, body }) => ({ method, path, body }))];
  if (host) return [host];
  return [{ executor, ...(containers && { containers }) }];
}

interface Line {
  readonly text: string;
  readonly pointer: string;
}

function fieldsOf(object: JsonObject, pointer: string, indentation: string): Line[] {
  return Object.entries(object).flatMap(([name, value]) => {
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return entryOf(`${indentation}${scalar(name)}:`, value, at, indentation);
  });
}

/** What stands behind `key:` or `-`. */
function entryOf(head: string, value: Json, pointer: string, indentation: string): Line[] {
  if (isList(value) && value.length > 0) {
    return [{ text: head, pointer }, ...itemsOf(value, pointer, `${indentation}  `)];
  }
  if (isObject(value) && Object.keys(value).length > 0) {
    return [{ text: head, pointer }, ...fieldsOf(value, pointer, `${indentation}  `)];
  }
  if (typeof value === 'string' && isBlock(value)) return blockOf(head, value, pointer, `${indentation}  `);
  return [{ text: `${head} ${scalarOf(value)}`, pointer }];
}

function itemsOf(list: readonly Json[], pointer: string, indentation: string): Line[] {
  return list.flatMap((item, index) => {
    const at = `${pointer}/${index}`;
    if (!isObject(item) || Object.keys(item).length === 0) return entryOf(`${indentation}-`, item, at, indentation);
    const [first, ...rest] = fieldsOf(item, at, `${indentation}  `);
    if (!first) return [];
    return [{ ...first, text: `${indentation}- ${first.text.slice(indentation.length + 2)}` }, ...rest];
  });
}

/** A text of several lines that a literal block can hold as it is. */
function isBlock(text: string): boolean {
  return /\n./s.test(text) && !/^[ \n]|[^\n\t\x20-\x7e\u00a0-\ud7ff]|[ \t]$/.test(text);
}

function blockOf(head: string, text: string, pointer: string, indentation: string): Line[] {
  const end = text.slice(withoutEnd(text, '\n').length);
  const sign = end === '' ? '|-' : end === '\n' ? '|' : '|+';
  const inside = sign === '|-' ? text : text.slice(0, -1);
  const lines = inside.split('\n').map((line) => ({ text: line === '' ? '' : indentation + line, pointer }));
  return [{ text: `${head} ${sign}`, pointer }, ...lines];
}

function scalarOf(value: Json): string {
  if (isList(value)) return '[]';
  if (isObject(value)) return '{}';
  return typeof value === 'string' ? scalar(value) : String(value);
}

/** Plain where every reader of YAML, old or new, takes it for this text. */
const PLAIN = /^[A-Za-z/_$.][\w./@$+%=,;~^-]*(?:[ :][\w./@$+%=,;~^()-]+)*$/;
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|~|\.inf|\.nan|\.\d.*)$/i;

function scalar(text: string): string {
  return PLAIN.test(text) && !WORDS.test(text) ? text : JSON.stringify(text);
}
