/** Says what a key takes where its value is broken TOML: "text needs quotes" is wrong advice for a number. */

import { isNothing } from '../edits/meant-value';
import type { ConfigDocument } from '../meaning/document';
import { expected, expectedInside } from '../meaning/expected';
import { takesText, type ValueTaker, valueTaker } from '../meaning/value-taker';
import type { Schema } from '../schema/types';
import { halfWidth } from '../toml/characters';
import type { SyntaxProblem } from '../toml/syntax';

/** The message of a problem in place of the syntax's own; undefined where that one is right. */
export function valueMessage(document: ConfigDocument, schema: Schema, problem: SyntaxProblem): string | undefined {
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
    return code !== 'smart-quotes' && mayBeOther ? `Text values need quotes: write "${meant}".` : undefined;
  }
  const isBoolean = kind === 'boolean' && /^(?:true|false|yes|no|on|off)$/i.test(narrow);
  const isNumber = (kind === 'integer' || kind === 'float') && /^[+-]?\d+$/.test(narrow);
  if (isNumber || (isBoolean && narrow !== text))
    return `\`${text}\` is written in full-width characters. Write \`${narrow}\`.`;
  if (isBoolean && code === 'bare-word') return `\`${text}\` is not a value. Write \`${/^(?:yes|on)$/i.test(text)}\`.`;
  return isBoolean ? undefined : `\`${text}\` is not a value: ${must(taker)}.`;
}

function must({ key, name, inside }: ValueTaker): string {
  if (inside)
    return `each ${inside === 'map' ? 'value in' : 'item of'} \`${inside === 'map' ? key.name : name}\` must be ${expectedInside(key)}`;
  const unit = key.kind === 'integer' && key.unit !== undefined ? `, in ${key.unit}` : '';
  return `\`${name}\` must be ${expected(key)}${unit}`;
}
