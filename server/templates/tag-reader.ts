/** Reads the tags of a text, each once. */
import type { TagForm, TemplateLanguage } from './language';
import { formAt } from './languages';
import type { Tag } from './tag';
import { TagScanner } from './tag-scanner';

export class TagReader {
  private readonly scanner: TagScanner;

  constructor(
    private readonly text: string,
    private readonly language: TemplateLanguage,
  ) {
    this.scanner = new TagScanner(text, language.quotesByBackquote);
  }

  /** The tag that starts at an offset outside of strings and comments, where every template language is known by its sign. */
  at(offset: number): Tag | undefined {
    const form = formAt(this.text, offset);
    if (!form || (form.onlyInOwnFiles && !this.language.forms.includes(form))) return undefined;
    // In an inline table: `{{{ include "labels" . }}}` is a brace and an expression.
    return this.text.startsWith('{{{', offset) ? undefined : this.read(form, offset);
  }

  /** The tag that starts at an offset inside of a string or a comment: only what the file's own language replaces there. */
  inText(offset: number): Tag | undefined {
    const form = formAt(this.text, offset);
    if (!form || !this.language.inStrings.includes(form.opener)) return undefined;
    if (form.escapedByDoubling && this.text.charAt(offset - 1) === this.text.charAt(offset)) return undefined;
    return this.read(form, offset);
  }

  private read(form: TagForm, start: number): Tag | undefined {
    const end = form.end(this.scanner, start);
    if (end === undefined || end > this.text.length) return undefined;
    return { start, end, ...form.meaningOf(this.text.slice(start, end)) };
  }
}
