/** Variables of a shell, as `envsubst` replaces them. Its `${NAME}` is read as Terraform's. */
import type { TagForm, TemplateLanguage } from './language';
import { EXPRESSION } from './tag';

const name = /\$[A-Za-z_]\w*/y;

const variable: TagForm = {
  opener: '$',
  end({ text }, start) {
    name.lastIndex = start;
    return name.test(text) ? name.lastIndex : undefined;
  },
  meaningOf: () => EXPRESSION,
};

/** `$(name)`, on one line; parentheses nest. */
const command: TagForm = {
  opener: '$(',
  onlyInOwnFiles: true,
  end({ text }, start) {
    let depth = 0;
    for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
      if (text[at] === '(') depth++;
      else if (text[at] === ')' && --depth === 0) return at + 1;
    }
    return undefined;
  },
  meaningOf: () => EXPRESSION,
};

export const shell: TemplateLanguage = {
  forms: [command, variable],
  inStrings: [],
  quotesByBackquote: true,
};

/** Whether a tag can be a shell's: its variables are written in capitals, those of Terraform in small letters. */
export function isOfShell(tag: string): boolean {
  return !tag.startsWith('${') || /^\$\{[A-Z_][A-Z0-9_]*(?:\}|:?[-=?+])/.test(tag);
}
