/** Template actions in a YAML file itself: `{{ }}` of Helm and Jinja, `{% %}`, `{# #}`, `%{ }` and `${ }` of Terraform, `<% %>`. */

const CLOSERS: Readonly<Record<string, string>> = {
  '{{': '}}',
  '{%': '%}',
  '{#': '#}',
  '%{': '}',
  '${': '}',
  '<%': '%>',
};

/** An action that goes on for longer is an opening brace by chance. */
const LONGEST_ACTION = 4000;

/** The end of the action that starts at `offset`; undefined when none does. `line` ends it at the line's end. */
export function actionEnd(text: string, offset: number, limit: number): number | undefined {
  const code = text.charCodeAt(offset);
  if (code !== 0x7b && code !== 0x24 && code !== 0x25 && code !== 0x3c) return undefined;
  const closer = CLOSERS[text.slice(offset, offset + 2)];
  if (!closer) return undefined;
  const found = text.slice(offset + 2, Math.min(limit, offset + LONGEST_ACTION)).indexOf(closer);
  return found === -1 ? undefined : offset + 2 + found + closer.length;
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
