/** Go's templates: Helm, consul-template, gomplate. https://pkg.go.dev/text/template */
import type { TagForm, TemplateLanguage } from './language';
import { control, EXPRESSION, SILENT, type TagMeaning } from './tag';
import type { TagScanner } from './tag-scanner';

const comment = /\{\{-?\s{0,8}\/\*/y;

function actionEnd(scanner: TagScanner, start: number): number | undefined {
  const { text } = scanner;
  if (scanner.next('}}', start + 2) >= text.length) return undefined;
  comment.lastIndex = start;
  if (!comment.test(text)) return scanner.bracesEnd(start, '}}');
  const last = scanner.next('*/', comment.lastIndex);
  return last < text.length ? scanner.next('}}', last) + 2 : undefined;
}

/** Jinja's `{{ }}` is read so too: a variable named like a statement of Go does not stand alone there. */
function meaningOf(source: string): TagMeaning {
  const code = source.slice(2, -2).replace(/^-/, '').trimStart();
  if (code.startsWith('/*')) return SILENT;
  if (/^(?:if|range|with|define|block)\s/.test(code)) return control('open', '', code.startsWith('define'));
  if (/^else(?:\s|-?$)/.test(code)) return control('middle');
  if (/^end\s*-?$/.test(code)) return control('close');
  if (/^(?:break|continue)\s*-?$/.test(code)) return SILENT;
  return /^\$\w*\s*(?:,\s*\$\w+\s*)?:?=(?!=)/.test(code) ? SILENT : EXPRESSION;
}

const action: TagForm = { opener: '{{', closer: '}}', end: actionEnd, meaningOf };

export const go: TemplateLanguage = {
  forms: [action],
  inStrings: ['{{'],
  quotesByBackquote: true,
};

const sign =
  /\{\{-?\s{0,8}(?:[.$(`]|\/\*|(?:if|range|with|else|define|include|template|toYaml|toToml|printf|default|quote|required|getenv|tpl|env)\s|(?:end|else)\s{0,8}-?\}\})/;

/** Whether a text has what only Go's templates have: fields and variables, and its statements and functions, in `{{ }}`. */
export function hasGoSign(text: string): boolean {
  return sign.test(text);
}
