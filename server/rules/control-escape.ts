/**
 * A Windows path in double quotes whose backslashes happen to be escapes: `"C:\builds"` loads, and holds a backspace.
 * Evidence: verdicts, case escape-silent-b. Escapes that TOML does not know are reported by the syntax.
 */
import type { Rule } from '../check/rule';
import type { StringValue, Value } from '../toml/syntax';

/** A drive letter that is no end of a word, or a UNC prefix, and a backslash that makes a control character. */
const path = /(?:(?<![A-Za-z0-9])[A-Za-z]:(?:\\\\?[^\\"]*)*?|^"\\\\\\\\[^\\"]*)\\[btnfre](?=[A-Za-z0-9_. -]*)/;

export const controlEscape: Rule = {
  code: 'control-escape',
  key({ member, document, key }, report) {
    if (!key || member.node.type !== 'value') return;
    for (const value of strings(member.node.value)) {
      const raw = document.text.slice(value.start, value.end);
      const found = windowsEscape(raw);
      if (found === undefined) continue;
      const start = value.start + found;
      report({
        code: 'control-escape',
        severity: 'warning',
        start,
        end: start + 2,
        message: `\`${raw.slice(found, found + 2)}\` is a control character in double quotes, so this path is not what it looks like. Use single quotes: backslashes are plain in them.`,
        link: key.docs,
        fixes: () => (/['\n]/.test(raw) ? [doubled(value, raw)] : [literal(value, raw), doubled(value, raw)]),
      });
    }
  },
};

/** Where in the text of a double-quoted string a Windows path holds an escape that stands for a control character. */
function windowsEscape(raw: string): number | undefined {
  if (!path.test(raw)) return undefined;
  for (const match of raw.matchAll(/\\(.)/g)) if ('btnfre'.includes(match[1] as string)) return match.index;
  return undefined;
}

function strings(value: Value): StringValue[] {
  if (value.type === 'string') return value.style === 'basic' ? [value] : [];
  return value.type === 'array' ? value.items.flatMap(strings) : [];
}

function literal(value: StringValue, raw: string) {
  const content = raw.slice(1, -1).replaceAll('\\\\', '\\');
  return {
    title: 'Use single quotes',
    edits: [{ start: value.start, end: value.end, newText: `'${content}'` }],
    preferred: true,
  };
}

function doubled(value: StringValue, raw: string) {
  const content = raw
    .slice(1, -1)
    .replace(/\\(\\|[btnfre])/g, '\\\\$1')
    .replaceAll('\\\\\\\\', '\\\\');
  return { title: 'Double the backslashes', edits: [{ start: value.start, end: value.end, newText: `"${content}"` }] };
}
