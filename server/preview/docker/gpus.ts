/** `gpus` and `service_gpus`: a line of CSV, as `docker run --gpus` has it (opts of docker/cli); held to preview/functions-docker.json. */
import { quoted } from '../go-text';
import { JobFailure } from '../job-failure';
import type { Json } from '../json';
import type { Settings } from '../settings';

/** What says why a text is refused. */
type Fail = (what: string) => JobFailure;

/** The request of a key; null for none. */
export function deviceRequests(docker: Settings, key: string): Json {
  const text = docker.text(key);
  if (text.trim() === '') return null;
  const fail: Fail = (what) => new JobFailure(`parsing gpus string ${quoted(text)}: ${what}`, docker.origin(key));
  const request: Record<string, Json> = { Driver: '', Count: 0, DeviceIDs: null, Capabilities: [['gpu']], Options: {} };
  const seen = new Set<string>();
  for (const field of csvFields(text, fail)) {
    const [name, value] = parted(field);
    if (seen.has(name)) throw fail(`gpu request key '${name}' can be specified only once`);
    seen.add(name);
    if (value === undefined) {
      seen.add('count');
      request.Count = countOf(name, fail);
    } else set(request, name, value, fail);
  }
  if (!seen.has('count') && request.DeviceIDs === null) request.Count = 1;
  return [request];
}

function parted(field: string): readonly [name: string, value: string | undefined] {
  const at = field.indexOf('=');
  return at < 0 ? [field, undefined] : [field.slice(0, at), field.slice(at + 1)];
}

function set(request: Record<string, Json>, name: string, value: string, fail: Fail): void {
  switch (name) {
    case 'driver':
      request.Driver = value;
      return;
    case 'count':
      request.Count = countOf(value, fail);
      return;
    case 'device':
      request.DeviceIDs = value.split(',');
      return;
    case 'capabilities':
      request.Capabilities = [[...value.split(','), 'gpu']];
      return;
    case 'options': {
      const options = csvFields(value, (what) => fail(`failed to read gpu options: ${what}`));
      request.Options = Object.fromEntries(options.map(parted).map(([option, given = '']) => [option, given]));
      return;
    }
    default:
      throw fail(`unexpected key '${name}' in '${name}=${value}'`);
  }
}

function countOf(text: string, fail: Fail): number {
  if (text === 'all') return -1;
  if (/^[+-]?\d+$/.test(text)) return Number(text);
  throw fail(`invalid count (${text}): value must be either "all" or an integer: invalid syntax`);
}

/** The fields of the first line, as Go's encoding/csv reads them. */
function csvFields(text: string, fail: Fail): readonly string[] {
  if (text === '') throw fail('EOF');
  const wrong = (column: number, what: string) => fail(`parse error on line 1, column ${column}: ${what}`);
  const fields: string[] = [];
  for (let at = 0; ; at++) {
    const rest = text.slice(at);
    const inQuotes = /^"((?:[^"]|"")*)"(?!")/.exec(rest);
    const [written = '', inside] = inQuotes ?? /^[^,\n]*/.exec(rest) ?? [];
    at += written.length;
    const isWrong = 'extraneous or missing " in quoted-field';
    if (inQuotes && !/^(?:[,\n]|$)/.test(text.slice(at))) throw wrong(at, isWrong);
    if (!inQuotes && written.startsWith('"')) throw wrong(text.length + 1, isWrong);
    if (!inQuotes && written.includes('"')) {
      throw wrong(at - written.length + written.indexOf('"') + 1, 'bare " in non-quoted-field');
    }
    fields.push(inside?.replaceAll('""', '"') ?? written);
    if (text[at] !== ',') return fields;
  }
}
