/** Ruby's ERB (Chef, Omnibus) and Puppet's EPP, which are written alike. */
import type { TagForm, TemplateLanguage } from './language';
import { SILENT, type TagMeaning, type TagRole } from './tag';

/** Ruby closes a block by `end` or `}`, Puppet by `}`: one look at both ends of the code tells. */
function meaningOf(source: string): TagMeaning {
  const inner = source.slice(2, -2);
  const first = inner.charAt(0);
  if (first === '#') return SILENT;
  const code = inner.replace(/^[=-]+/, '').trimStart();
  const role = roleOf(withoutBlockParameters(code.replace(/-$/, '').trimEnd()));
  return { kind: first === '=' ? 'expression' : 'control', role, block: '', elsewhere: false };
}

function roleOf(code: string): TagRole {
  const opens = code.endsWith('{') || /\bdo$/.test(code);
  if (code.startsWith('}')) return opens ? 'middle' : 'close';
  if (/^(?:else|elsif|when|rescue|ensure)\b/.test(code)) return 'middle';
  if (/^end\b/.test(code)) return 'close';
  if (opens) return 'open';
  return /^(?:if|unless|case|while|until|for|begin)\b/.test(code) && !/\bend$/.test(code) ? 'open' : 'none';
}

/** `items.each do |item|` without its `|item|`. */
function withoutBlockParameters(code: string): string {
  if (!code.endsWith('|')) return code;
  const start = code.lastIndexOf('|', code.length - 2);
  return start < 0 ? code : code.slice(0, start).trimEnd();
}

/** `<%%` is the text `<%`. Neither language looks at quotes: the first `%>` ends it. */
const tag: TagForm = {
  opener: '<%',
  closer: '%>',
  end: (scanner, start) => (scanner.text.charAt(start + 2) === '%' ? undefined : scanner.next('%>', start + 2) + 2),
  meaningOf,
};

export const erb: TemplateLanguage = {
  forms: [tag],
  inStrings: ['<%'],
  quotesByBackquote: true,
};
