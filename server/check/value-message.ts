/** Says what a key takes where its value is broken TOML: "text needs quotes" is wrong advice for a number. */

import { isNothing } from '../edits/meant-value';
import type { ConfigDocument } from '../meaning/document';
import { expected, expectedInside } from '../meaning/expected';
import { headerOf } from '../meaning/table-names';
import { takesText, type ValueTaker, valueTaker } from '../meaning/value-taker';
import type { Schema } from '../schema/types';
import { type Message, message } from '../text/message';
import { halfWidth } from '../toml/characters';
import type { SyntaxProblem } from '../toml/syntax';
import { unitName } from '../values/units';

/** The message of a problem in place of the syntax's own; undefined where that one is right. */
export function valueMessage(document: ConfigDocument, schema: Schema, problem: SyntaxProblem): Message | undefined {
  const { code } = problem;
  if (code !== 'bare-word' && code !== 'capitalized-boolean' && code !== 'smart-quotes') return undefined;
  const text = document.text.slice(problem.start, problem.end);
  if (isNothing(text) || text.length > 60) return undefined;
  const taker = valueTaker(document, schema, problem);
  if (!taker) return undefined;
  const narrow = halfWidth(text);
  const { kind } = taker.wanted;
  if (takesText(taker)) {
    const mayBeOther = code === 'capitalized-boolean' || narrow !== text || /^(?:yes|no|on|off)$/i.test(text);
    const meant = kind === 'duration' || kind === 'datetime' ? narrow : text;
    return code !== 'smart-quotes' && mayBeOther ? message('bare-word', { quoted: `"${meant}"` }) : undefined;
  }
  const isBoolean = kind === 'boolean' && /^(?:true|false|yes|no|on|off)$/i.test(narrow);
  const isNumber = (kind === 'integer' || kind === 'float') && /^[+-]?\d+$/.test(narrow);
  if (isNumber || (isBoolean && narrow !== text)) return message('bare-word.full-width', { text, plain: narrow });
  if (isBoolean && code === 'bare-word')
    return message('bare-word.boolean', { text, value: String(/^(?:yes|on)$/i.test(text)) });
  return isBoolean ? undefined : wantedValue(text, taker);
}

function wantedValue(text: string, { key, name, inside }: ValueTaker): Message {
  if (inside === 'map')
    return message('bare-word.expected-entry', { text, name: key.name, wanted: expectedInside(key) });
  if (inside) return message('bare-word.expected-item', { text, name, wanted: expectedInside(key) });
  const { kind, unit } = key;
  if (kind === 'integer' && unit !== undefined)
    return message('bare-word.expected-unit', { text, name, unit: unitName(unit) });
  const wanted = expected(key);
  if (wanted) return message('bare-word.expected', { text, name, wanted });
  const id = kind === 'table' ? 'bare-word.expected-table' : 'bare-word.expected-tables';
  return message(id, { text, name, header: headerOf(key) });
}
