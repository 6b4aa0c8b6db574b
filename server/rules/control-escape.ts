/**
 * A Windows path in double quotes whose backslashes happen to be escapes: `"C:\builds"` loads, and holds a backspace.
 * Evidence: verdicts, case escape-silent-b. Escapes that TOML does not know are reported by the syntax.
 */
import type { Rule } from '../check/rule';
import { doubledBackslashes, singleQuoted, windowsEscape } from '../edits/windows-path';
import type { StringValue, Value } from '../toml/syntax';

export const controlEscape: Rule = {
  code: 'control-escape',
  key({ member, document, key }, report) {
    if (!key || member.node.type !== 'value') return;
    for (const { start, end } of strings(member.node.value)) {
      const raw = document.text.slice(start, end);
      const at = windowsEscape(raw);
      if (at === undefined) continue;
      // An escape that TOML does not know is the same cause, and an error.
      if (document.syntaxProblems.some((problem) => problem.start >= start && problem.end <= end)) continue;
      report({
        code: 'control-escape',
        severity: 'warning',
        start: start + at,
        end: start + at + 2,
        message: `\`${raw.slice(at, at + 2)}\` is ${names[raw.charAt(at + 1)]} in double quotes, so this path is not what it looks like. Use single quotes, in which a backslash is just a backslash.`,
        link: key.docs,
        fixes: () => {
          const literal = singleQuoted(raw);
          const doubled = {
            title: 'Double the backslashes',
            edits: [{ start, end, newText: doubledBackslashes(raw) }],
          };
          if (literal === undefined) return [{ ...doubled, preferred: true }];
          return [{ title: 'Use single quotes', edits: [{ start, end, newText: literal }], preferred: true }, doubled];
        },
      });
    }
  },
};

const names: Readonly<Record<string, string>> = {
  b: 'a backspace',
  t: 'a tab',
  n: 'a line break',
  f: 'a form feed',
  r: 'a carriage return',
  e: 'an escape character',
};

function strings(value: Value): StringValue[] {
  if (value.type === 'string') return value.style === 'basic' ? [value] : [];
  return value.type === 'array' ? value.items.flatMap(strings) : [];
}
