/** Jinja, as Ansible and Salt render it. https://jinja.palletsprojects.com/en/stable/templates/ */
import type { TagForm, TemplateLanguage } from './language';
import { control, EXPRESSION, SILENT, type TagMeaning } from './tag';

const blocks = new Set('autoescape block call filter for if macro raw trans with'.split(' '));
const renderedElsewhere = new Set(['macro', 'call', 'set']);

function meaningOf(source: string): TagMeaning {
  const code = source.slice(2, -2).replace(/^[-+]/, '').trimStart();
  const word = /^\w*/.exec(code)?.[0] ?? '';
  if (word === 'include') return EXPRESSION;
  if (word === 'elif' || word === 'else' || word === 'elsif') return control('middle');
  if (word.startsWith('end')) return control('close', word.slice(3));
  // `{% set x %}text{% endset %}` holds text, `{% set x = 1 %}` does not.
  const opens = blocks.has(word) || (word === 'set' && !code.includes('='));
  return opens ? control('open', word, renderedElsewhere.has(word)) : SILENT;
}

const statement: TagForm = {
  opener: '{%',
  closer: '%}',
  end: (scanner, start) => scanner.bracesEnd(start, '%}'),
  meaningOf,
};

const comment: TagForm = {
  opener: '{#',
  closer: '#}',
  onlyInOwnFiles: true,
  end: (scanner, start) => scanner.next('#}', start + 2) + 2,
  meaningOf: () => SILENT,
};

/** Its `{{ }}` is read as Go's. */
export const jinja: TemplateLanguage = {
  forms: [statement, comment],
  inStrings: ['{{', '{%', '{#'],
  quotesByBackquote: false,
};
