/**
 * `gpus` of `[runners.docker]`, one line of CSV as `docker run --gpus` has it: `all`, a number, or pairs such as `device=0`. Several
 * devices are one field, so they have quotes of their own (GpuOpts of docker/cli). Checked against preview/functions-docker.json.
 */
import { message } from '../text/message';
import { failingWhole, type Grammar, shown } from './grammar';

export const gpus: Grammar = {
  name: 'gpus',
  read(text) {
    if (text.trim() === '') return { problems: [] };
    const fields = text.length <= LONGEST ? fieldsOf(text) : undefined;
    const fault = fields ? faultOf(fields) : 'other';
    return fault
      ? failingWhole(text, message('invalid-value.gpus', { text: shown(text), fault }), meantGpus(text))
      : { problems: [] };
  },
};

const LONGEST = 2000;

/** The first record of CSV, as Go's reader has it: quotes around a field, none in one without. Undefined where it reads none. */
function fieldsOf(text: string): readonly string[] | undefined {
  const line = text.replace(/^(?:\r?\n)+/, '');
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const field = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?=,|\r?\n|$)/.exec(line.slice(at));
    if (!field) return undefined;
    fields.push(field[1] === undefined ? (field[2] ?? '') : field[1].replaceAll('""', '"'));
    at += field[0].length;
    if (line.charAt(at) !== ',') return fields;
    at++;
  }
}

type Fault = 'twice' | 'both' | 'other';

function faultOf(fields: readonly string[]): Fault | undefined {
  const seen = new Set<string>();
  for (const field of fields) {
    const equals = field.indexOf('=');
    const key = equals < 0 ? field : field.slice(0, equals);
    if (seen.has(key)) return 'twice';
    seen.add(key);
    const value = equals < 0 ? key : field.slice(equals + 1);
    if (equals < 0) seen.add('count');
    if (equals < 0 || key === 'count') {
      if (value !== 'all' && !/^[+-]?\d{1,18}$/.test(value)) return 'other';
    } else if (!['driver', 'device', 'capabilities', 'options'].includes(key)) return 'other';
  }
  // The daemon takes one of the two.
  return seen.has('count') && seen.has('device') ? 'both' : undefined;
}

/** Several devices in quotes, and other words for all. */
function meantGpus(text: string): string | undefined {
  const plain = text.trim().replace(/^--gpus[= ]/, '');
  if (/^(?:all|true|yes)$/i.test(plain)) return 'all';
  if (/^device=[\w:.-]+(?:, ?[\w:.-]+)+$/.test(plain)) return `"${plain.replaceAll(' ', '')}"`;
  return undefined;
}
