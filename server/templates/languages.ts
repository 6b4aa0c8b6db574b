/** How each language of templates is read, and the kinds of tags in all of them. */
import { erb } from './erb';
import { go } from './go';
import { jinja } from './jinja';
import type { KnownStyle } from './kinds';
import type { TagForm, TemplateLanguage } from './language';
import { shell } from './shell';
import { terraform } from './terraform';

/** A language is a file, a line here, and what is known of it in kinds.ts. */
export const languages: Readonly<Record<KnownStyle, TemplateLanguage>> = { go, jinja, terraform, erb, shell };

export const templateLanguages: readonly TemplateLanguage[] = Object.values(languages);

const forms = new Map(templateLanguages.flatMap((language) => language.forms.map((form) => [form.opener, form])));

/** The characters that tags begin with. */
export const firstOfTags = [...forms.keys()].map((opener) => opener.charAt(0));

/** The kind of tag that may start at an offset. */
export function formAt(text: string, offset: number): TagForm | undefined {
  return forms.get(text.slice(offset, offset + 2)) ?? forms.get(text.charAt(offset));
}

/** What the template text that starts at an offset lacks; undefined where its line has it. */
export function missingCloser(text: string, start: number): string | undefined {
  const closer = formAt(text, start)?.closer;
  const feed = text.indexOf('\n', start);
  const rest = text.slice(start + 2, feed < 0 ? text.length : feed);
  return closer === undefined || rest.includes(closer) ? undefined : closer;
}
