/** Template actions in a YAML file itself: `{{ }}` of Helm and Jinja, `{% %}`, `{# #}`, `%{ }` and `${ }` of Terraform, `<% %>`. */

import { formAt } from '../../templates/languages';

/** An action that goes on for longer is an opening brace by chance. */
const LONGEST_ACTION = 4000;

/**
 * The end of the action that starts at `offset`; undefined when none does. One that goes over more lines has no other in it:
 * it is being typed, and what closes it is another one's.
 */
export function actionEnd(text: string, offset: number, limit: number): number | undefined {
  const code = text.charCodeAt(offset);
  if (code !== 0x7b && code !== 0x24 && code !== 0x25 && code !== 0x3c) return undefined;
  const opener = text.slice(offset, offset + 2);
  const closer = formAt(text, offset)?.closer;
  if (!closer) return undefined;
  const rest = text.slice(offset + 2, Math.min(limit, offset + LONGEST_ACTION));
  const found = rest.indexOf(closer);
  if (found === -1) return undefined;
  const feed = rest.indexOf('\n');
  if (feed !== -1 && feed < found && (closer === '}' || rest.slice(0, found).includes(opener))) return undefined;
  return offset + 2 + found + closer.length;
}

/** `{{` and `{%` mean nothing in YAML: what follows is an action that is being typed. */
export function isHalfTyped(text: string, offset: number): boolean {
  return text[offset] === '{' && (text[offset + 1] === '{' || text[offset + 1] === '%');
}

/**
 * The end of the template lines at `offset` (the first character of a line that is no space): nothing but actions, and
 * perhaps a comment, up to a line's end. Undefined when something else stands there.
 */
export function templateLinesEnd(text: string, offset: number, limit: number): number | undefined {
  let at = offset;
  for (;;) {
    // `${ }` gives text; only what can be control stands on a line of its own.
    const end = text[at] === '$' ? undefined : actionEnd(text, at, limit);
    if (end === undefined && isHalfTyped(text, at)) return lineEnd(text, at, limit);
    if (end === undefined) break;
    at = end;
    while (text[at] === ' ' || text[at] === '\t') at++;
  }
  if (at === offset) return undefined;
  if (text[at] === '\r') at++;
  if (at >= limit || text[at] === '\n') return Math.min(at, limit);
  return text[at] === '#' ? lineEnd(text, at, limit) : undefined;
}

/** The offset of the line feed that ends the line of `offset`, or the limit. */
export function lineEnd(text: string, offset: number, limit: number): number {
  const found = text.indexOf('\n', offset);
  return found === -1 || found > limit ? limit : found;
}
