/** Reads numbers, booleans, dates and times. The grammar is TOML 1.1's (toml.io/en/v1.1.0). */
import { message } from '../text/message';
import { badNumber, shortened } from './messages';
import type { ParserState } from './parser-state';
import type { Value } from './syntax';

const integer = /^[+-]?(?:0|[1-9](?:_?\d)*)$/;
const prefixed = /^0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*)$/;
const float = /^[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?$/;
const specialFloat = /^[+-]?(?:inf|nan)$/;
const dateTime = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:(^|[Tt ])(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?([Zz]|[+-]\d\d:\d\d)?$/;
const dateLike = /^(?:\d{4}-\d|\d{1,2}:\d)/;
const numberLike = /^[+-]?[\d_][\d_.]*(?:[eE][+-]?[\d_.]*)?$|^[+-]?0[xXoObB][\dA-Fa-f_]*$|^[+-]?\.\d+$|^[+-]+$/;

const MAXIMUM = 2n ** 63n - 1n;
const MINIMUM = -(2n ** 63n);

/** The value that the run of text stands for, or undefined when it is a bare word. Reports numbers and dates gone wrong. */
export function readScalar(state: ParserState, start: number, end: number): Value | undefined {
  const digits = plainDigits(state.text, start, end);
  if (digits >= 0) return { type: 'integer', value: digits, start, end };
  const text = state.slice(start, end);
  if (text === 'true' || text === 'false') return { type: 'boolean', value: text === 'true', start, end };
  if (integer.test(text) || prefixed.test(text)) return readInteger(state, text, start, end);
  if (float.test(text)) return { type: 'float', value: Number(text.replaceAll('_', '')), start, end };
  if (specialFloat.test(text)) {
    const size = text.endsWith('nan') ? Number.NaN : Number.POSITIVE_INFINITY;
    return { type: 'float', value: text.startsWith('-') ? -size : size, start, end };
  }
  if (/^\d/.test(text)) {
    const match = dateTime.exec(text);
    if (match) return readDateTime(state, match, text, start, end);
    if (dateLike.test(text)) {
      state.reportAs('bad-date', start, end, message('bad-date', { text: shortened(text) }));
      return { type: 'invalid', start, end };
    }
  }
  if (/^(?:true|false)$/i.test(text)) {
    const said = message('capitalized-boolean', { value: text.toLowerCase() });
    state.reportAs('capitalized-boolean', start, end, said);
    return { type: 'invalid', start, end };
  }
  if (numberLike.test(text) && !/^\d+(?:\.\d+){2,}$/.test(text)) {
    state.reportAs('bad-number', start, end, badNumber(text));
    return { type: 'invalid', start, end };
  }
  return undefined;
}

/** The number that up to fifteen decimal digits stand for, as most numbers are written; -1 for anything else. */
function plainDigits(text: string, start: number, end: number): number {
  if (end - start > 15) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9 || (digit === 0 && at === start && end > start + 1)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function readInteger(state: ParserState, text: string, start: number, end: number): Value {
  const digits = text.replaceAll('_', '');
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) {
    const exact = BigInt(digits);
    if (exact > MAXIMUM || exact < MINIMUM) {
      const said = message('number-out-of-range', { text: shortened(text) });
      state.reportAs('number-out-of-range', start, end, said);
      return { type: 'invalid', start, end };
    }
  }
  return { type: 'integer', value, start, end };
}

function readDateTime(state: ParserState, match: RegExpExecArray, text: string, start: number, end: number): Value {
  const [, year, month, day, , hour, minute, second, offset] = match;
  const hasDate = year !== undefined;
  const hasTime = hour !== undefined;
  let wrong = offset !== undefined && !(hasDate && hasTime);
  if (hasDate) {
    const days = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
    wrong ||= Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > days;
  }
  wrong ||= Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59;
  // `Z` has no digits, which are 0.
  const offsetMinutes = Number(offset?.slice(4) ?? 0);
  wrong ||= Number(offset?.slice(1, 3) ?? 0) > 23;
  // The runner's decoder takes an offset of 60 minutes (verdicts: offset-overflow-minute), so that is no error.
  if (wrong || offsetMinutes > 60) {
    state.reportAs('bad-date', start, end, message('bad-date', { text: shortened(text) }));
    return { type: 'invalid', start, end };
  }
  if (offsetMinutes === 60)
    state.reportAs('bad-date', start, end, message('bad-date.loaded', { text: shortened(text) }), 'warning');
  if (hasTime && second === undefined) state.newerConstructs.push({ construct: 'time-without-seconds', start, end });
  const variant = offset ? 'offset-date-time' : hasTime ? (hasDate ? 'local-date-time' : 'local-time') : 'local-date';
  return { type: 'datetime', variant, value: text, start, end };
}
