/** Which template language a configuration is written in, judged by the name of its file and by its text. */
import { lookahead } from './mask-lookahead';
import type { Tag, TemplateStyle } from './tag';
import { templateTokens } from './tokens';

const endings: readonly (readonly [RegExp, TemplateStyle])[] = [
  [/\.(?:j2|jinja2?)$/i, 'jinja'],
  [/\.gotmpl$/i, 'go'],
  [/\.tftpl$/i, 'terraform'],
  [/\.(?:erb|epp)$/i, 'erb'],
];

/** Endings that say that a file is a template, but not of which language. */
const template = /\.(?:tmpl|tpl|template)$/i;

/** The language of the template text; `none` for a text that holds none. A plain `.toml` is one only by a sign outside of its strings. */
export function templatedStyle(text: string, path = ''): TemplateStyle {
  for (const [ending, style] of endings) if (ending.test(path)) return style;
  const byPlace = styleOf(signs(text), path);
  return byPlace === 'none' && template.test(path) ? styleOfStrings(text, path) : byPlace;
}

/** In what is a template by its name, the strings tell, too. */
function styleOfStrings(text: string, path: string): TemplateStyle {
  if (/\{%/.test(text)) return 'jinja';
  if (/<%/.test(text)) return 'erb';
  if (/%\{~?\s{0,8}(?:if|for)\b/.test(text)) return 'terraform';
  if (/\$\{/.test(text)) return /\.tpl$/i.test(path) || /\$\{[a-z]/.test(text) ? 'terraform' : 'shell';
  if (/\{\{/.test(text)) return goSign.test(text) ? 'go' : 'jinja';
  return /\.tmpl$/i.test(path) ? 'go' : 'none';
}

/** What only Go's templates have: fields and variables, and its statements and functions, in `{{ }}`. */
const goSign =
  /\{\{-?\s{0,8}(?:[.$(`]|\/\*|(?:if|range|with|else|define|include|template|toYaml|toToml|printf|default|quote|required|getenv|tpl|env)\s|(?:end|else)\s{0,8}-?\}\})/;

function styleOf(tags: readonly string[], path: string): TemplateStyle {
  const starts = (sign: string) => tags.some((tag) => tag.startsWith(sign));
  if (starts('{%')) return 'jinja';
  if (starts('<%')) return 'erb';
  if (starts('%{')) return 'terraform';
  const hasDollar = starts('${');
  const braces = tags.filter((tag) => tag.startsWith('{{'));
  if (braces.some((tag) => goSign.test(tag))) return 'go';
  // Variables of a shell are written in capitals, those of Terraform in small letters.
  const shell = (tag: string) => !tag.startsWith('${') || /^\$\{[A-Z_][A-Z0-9_]*(?:\}|:?[-=?+])/.test(tag);
  if (hasDollar && (/\.tpl$/i.test(path) || !tags.every((tag) => shell(tag)))) return 'terraform';
  if (braces.length > 0) return 'jinja';
  return tags.length > 0 ? 'shell' : 'none';
}

/** The template text that stands where a statement, a part of a key or a value begins: in a broken file it stands elsewhere. */
function signs(text: string): string[] {
  if (!/\{[{%]|<%|%\{|[$<%@]\w|\$\{|__/.test(text)) return [];
  const tokens = templateTokens(text, 'none');
  const { content, endsLine } = lookahead(tokens);
  const found: string[] = [];
  /** What a tag here would be; a word that it touches does not change that. */
  let place: 'statement' | 'header' | 'item' | 'value' | 'none' = 'statement';
  let word = false;
  tokens.forEach(({ kind, tag, start, end }, index) => {
    if (kind === 'newline') place = 'statement';
    else if (kind === '[') place = place === 'statement' || place === 'header' ? 'header' : 'item';
    else if (kind === ',' || kind === '{') place = 'item';
    else if (kind === '=') place = 'value';
    else if (kind === 'tag' && tag) {
      const alone = endsLine[index] === 1 || tokens[content[index] as number]?.kind === '=';
      if (place !== 'none' && isSign(text, tag, place === 'statement', alone)) found.push(text.slice(start, end));
    } else if (kind === 'placeholder') {
      const next = tokens[index + 1]?.kind === 'space' ? tokens[index + 2] : tokens[index + 1];
      if ((place === 'item' || place === 'value') && next?.kind !== '=') found.push(text.slice(start, end));
    } else if (kind !== 'bare' && kind !== 'space') place = 'none';
    if (kind === 'space' && word) place = 'none';
    word = kind === 'bare' || kind === 'placeholder' || (word && kind === 'tag');
  });
  return found;
}

/** A statement that begins with a variable of a shell is one of a script, unless it is the whole line or a key. */
function isSign(text: string, tag: Tag, statement: boolean, alone: boolean): boolean {
  const source = text.slice(tag.start, Math.min(tag.end, tag.start + 80));
  if (source.startsWith('{{')) {
    // `{{ a = 1 }}` and `{{ "a": 1 }}` are inline tables with a brace too many.
    return !/^\{\{\s*(?:\}\}|["']?[\w-]+["']?\s*(?:=(?!=)|:(?!=)))/.test(source);
  }
  return !source.startsWith('$') || !statement || alone;
}
