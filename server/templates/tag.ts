/** What a piece of template text does, read from its own text: `{{ if x }}`, `{% endfor %}`, `${name}`, `<%= @url %>`. */
import type { TemplateSpan } from './template-span';

export type TemplateStyle = 'go' | 'jinja' | 'terraform' | 'erb' | 'shell' | 'none';

/** Whether a tag begins a conditional or a loop, begins its next branch, ends it, or none of these. */
export type TagRole = 'open' | 'middle' | 'close' | 'none';

export interface TagMeaning {
  readonly kind: TemplateSpan['kind'];
  readonly role: TagRole;
  /** What an open tag begins and a close tag ends (`if`, `for`); empty where the language has one word for all ends. */
  readonly block: string;
}

/** A piece of template text, from its first delimiter to its last. */
export interface Tag extends TemplateSpan, TagMeaning {}

const expression: TagMeaning = { kind: 'expression', role: 'none', block: '' };
const silent: TagMeaning = { kind: 'control', role: 'none', block: '' };

function control(role: TagRole, block = ''): TagMeaning {
  return { kind: 'control', role, block };
}

/** The meaning of a tag. `source` is its whole text with its delimiters. */
export function meaningOf(source: string): TagMeaning {
  switch (source.slice(0, 2)) {
    case '{{':
      return goMeaning(source.slice(2, -2).replace(/^-/, '').trimStart());
    case '{%':
      return jinjaMeaning(source.slice(2, -2).replace(/^[-+]/, '').trimStart());
    case '{#':
      return silent;
    case '%{':
      return terraformMeaning(source.slice(2, -1).replace(/^~/, '').trimStart());
    case '<%':
      return rubyMeaning(source.slice(2, -2));
    default:
      return expression;
  }
}

/** Jinja's `{{ }}` is read so too: a variable named like a statement of Go does not stand alone there. */
function goMeaning(code: string): TagMeaning {
  if (code.startsWith('/*')) return silent;
  if (/^(?:if|range|with|define|block)\s/.test(code)) return control('open');
  if (/^else(?:\s|-?$)/.test(code)) return control('middle');
  if (/^end\s*-?$/.test(code)) return control('close');
  if (/^(?:break|continue)\s*-?$/.test(code)) return silent;
  return /^\$\w*\s*(?:,\s*\$\w+\s*)?:?=(?!=)/.test(code) ? silent : expression;
}

const jinjaBlocks = new Set('autoescape block call filter for if macro raw trans with'.split(' '));

function jinjaMeaning(code: string): TagMeaning {
  const word = /^\w*/.exec(code)?.[0] ?? '';
  if (word === 'include') return expression;
  if (word === 'elif' || word === 'else' || word === 'elsif') return control('middle');
  if (word.startsWith('end')) return control('close', word.slice(3));
  // `{% set x %}text{% endset %}` holds text, `{% set x = 1 %}` does not.
  if (word === 'set' && !code.includes('=')) return control('open', word);
  return jinjaBlocks.has(word) ? control('open', word) : silent;
}

function terraformMeaning(code: string): TagMeaning {
  const word = /^\w*/.exec(code)?.[0] ?? '';
  if (word === 'else') return control('middle');
  if (word === 'if' || word === 'for') return control('open', word);
  return word.startsWith('end') ? control('close', word.slice(3)) : silent;
}

/** Ruby (ERB) closes a block by `end` or `}`, Puppet (EPP) by `}`: one look at both ends of the code tells. */
function rubyMeaning(inner: string): TagMeaning {
  const first = inner.charAt(0);
  if (first === '#') return silent;
  const code = inner.replace(/^[=-]+/, '').trimStart();
  const role = rubyRole(withoutBlockParameters(code.replace(/-$/, '').trimEnd()));
  return { kind: first === '=' ? 'expression' : 'control', role, block: '' };
}

function rubyRole(code: string): TagRole {
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

/** What ends the template text that starts so. */
export const closers: Readonly<Record<string, string>> = {
  '{{': '}}',
  '{%': '%}',
  '{#': '#}',
  '%{': '}',
  '${': '}',
  '<%': '%>',
};

/** What the template text that starts at an offset lacks; undefined where its line has it. */
export function missingCloser(text: string, start: number): string | undefined {
  const closer = closers[text.slice(start, start + 2)];
  const feed = text.indexOf('\n', start);
  const rest = text.slice(start + 2, feed < 0 ? text.length : feed);
  return closer === undefined || rest.includes(closer) ? undefined : closer;
}
