/** Which template language a configuration is written in, judged by the name of its file and by its text. */
import { hasGoSign } from './go';
import { TEMPLATE_SIGNS, templateKinds } from './kinds';
import { isOfShell } from './shell';
import type { Tag, TemplateStyle } from './tag';
import { tagsAcrossStrings } from './tags-across-strings';
import type { TemplateText } from './template-text';
import { isPlaceholderOfLines } from './tokens';

/** Endings that say that a file is a template, but not of which language. */
const anyTemplate = /\.(?:tmpl|tpl|template)$/i;

/** A tag or a placeholder of any language: a text without one costs this alone. */
const anySign = new RegExp(`${TEMPLATE_SIGNS}|[$<%@]\\w|__`);

/** The language of the template text; `none` for a text that holds none. A plain `.toml` is one only by a sign outside of its strings. */
export function templatedStyle(template: TemplateText, path = ''): TemplateStyle {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const named = templateKinds.find(({ endings }) => endings.includes(ending));
  if (named) return named.style;
  const byPlace = styleOf(signs(template), path);
  return byPlace === 'none' && anyTemplate.test(path) ? styleOfStrings(template.text, path) : byPlace;
}

/** In what is a template by its name, the strings tell, too. */
function styleOfStrings(text: string, path: string): TemplateStyle {
  const kind = templateKinds.find(({ own }) => own?.inStrings.test(text));
  if (kind) return kind.style;
  if (/\$\{/.test(text)) return /\.tpl$/i.test(path) || /\$\{[a-z]/.test(text) ? 'terraform' : 'shell';
  if (/\{\{/.test(text)) return hasGoSign(text) ? 'go' : 'jinja';
  return /\.tmpl$/i.test(path) ? 'go' : 'none';
}

function styleOf(tags: readonly string[], path: string): TemplateStyle {
  const starts = (sign: string) => tags.some((tag) => tag.startsWith(sign));
  const kind = templateKinds.find(({ own }) => own && starts(own.sign));
  if (kind) return kind.style;
  const hasDollar = starts('${');
  const braces = tags.filter((tag) => tag.startsWith('{{'));
  if (braces.some((tag) => hasGoSign(tag))) return 'go';
  if (hasDollar && (/\.tpl$/i.test(path) || !tags.every(isOfShell))) return 'terraform';
  if (braces.length > 0) return 'jinja';
  return tags.length > 0 ? 'shell' : 'none';
}

/** The template text that stands where a statement, a part of a key or a value begins: in a broken file it stands elsewhere. */
function signs(template: TemplateText): string[] {
  const { text } = template;
  if (!anySign.test(text)) return [];
  const { tokens, ahead } = template.tokens('none');
  const { content, endsLine } = ahead;
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
      const alone = endsLine[index] === 1 || tokens[content[index] ?? index]?.kind === '=';
      if (place !== 'none' && isSign(text, tag, place === 'statement', alone)) found.push(text.slice(start, end));
    } else if (kind === 'placeholder') {
      const next = tokens[index + 1]?.kind === 'space' ? tokens[index + 2] : tokens[index + 1];
      if (place === 'statement' && !word && endsLine[index] === 1 && isPlaceholderOfLines(text.slice(start, end)))
        found.push(text.slice(start, end));
      if ((place === 'item' || place === 'value') && next?.kind !== '=') found.push(text.slice(start, end));
    } else if (kind !== 'bare' && kind !== 'space') place = 'none';
    if (kind === 'space' && word) place = 'none';
    word = kind === 'bare' || kind === 'placeholder' || (word && kind === 'tag');
  });
  return found.length > 0 ? found : tagsAcrossStrings(text);
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
