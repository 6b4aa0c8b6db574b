/** Terraform's templatefile(). https://developer.hashicorp.com/terraform/language/expressions/strings */
import type { TagForm, TemplateLanguage } from './language';
import { control, EXPRESSION, SILENT, type TagMeaning } from './tag';
import type { TagScanner } from './tag-scanner';

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** `${ }` and `%{ }`: braces nest, and strings hold further ones. */
function sequenceEnd(scanner: TagScanner, start: number): number | undefined {
  const { text } = scanner;
  const first = scanner.next('}', start + 2);
  if (first >= text.length) return undefined;
  /** For each level: whether it is a string. */
  const levels = [false];
  for (let offset = start + 2; offset < text.length && scanner.spend(); offset++) {
    const code = text.charCodeAt(offset);
    if (levels[levels.length - 1]) {
      if (code === NEWLINE) break;
      if (code === BACKSLASH) offset++;
      else if (code === QUOTE) levels.pop();
      else if (code === OPEN_BRACE && /[$%]/.test(text.charAt(offset - 1))) levels.push(false);
    } else if (code === QUOTE) levels.push(true);
    else if (code === OPEN_BRACE) levels.push(false);
    else if (code === CLOSE_BRACE) {
      levels.pop();
      if (levels.length === 0) return offset + 1;
    }
  }
  return first < scanner.next('\n', start) ? first + 1 : undefined;
}

function directiveMeaning(source: string): TagMeaning {
  const code = source.slice(2, -1).replace(/^~/, '').trimStart();
  const word = /^\w*/.exec(code)?.[0] ?? '';
  if (word === 'else') return control('middle');
  if (word === 'if' || word === 'for') return control('open', word);
  return word.startsWith('end') ? control('close', word.slice(3)) : SILENT;
}

const directive: TagForm = {
  opener: '%{',
  closer: '}',
  escapedByDoubling: true,
  end: sequenceEnd,
  meaningOf: directiveMeaning,
};

const interpolation: TagForm = {
  opener: '${',
  closer: '}',
  escapedByDoubling: true,
  end: sequenceEnd,
  meaningOf: () => EXPRESSION,
};

/** `$${ }` is `${ }` for whoever reads the text next: what it gives is not known either. */
const escaped: TagForm = {
  opener: '$$',
  end: (scanner, start) => (scanner.text.charAt(start + 2) === '{' ? sequenceEnd(scanner, start + 1) : undefined),
  meaningOf: () => EXPRESSION,
};

export const terraform: TemplateLanguage = {
  forms: [directive, interpolation, escaped],
  inStrings: ['{{', '%{', '${'],
  quotesByBackquote: true,
};
