/** The sentences of the syntax problems: what is wrong and what to do. Details are filled in by the parser. */
import type { SyntaxCode } from './syntax';

const sentences: Record<SyntaxCode, (detail: string) => string> = {
  'array-redefined': (name) =>
    `\`[[${name}]]\` adds to an array of tables, but \`${name}\` is already defined as something else. Use the same kind of brackets in every \`${name}\` header.`,
  'bad-date': (text) => `\`${text}\` is not a valid date or time. Write it as 2026-01-31T08:30:00Z.`,
  'bad-escape': (text) =>
    `\`${text}\` is not an escape sequence. Double the backslash, or put the text in single quotes, where backslashes are plain.`,
  'bad-key': (text) => `\`${text}\` cannot be a bare key. Put it in double quotes.`,
  'bad-number': (text) => `\`${text}\` is not a valid number.`,
  'bare-word': (text) => `Text values need quotes: write "${text}".`,
  'capitalized-boolean': (text) => `Booleans are lower case: write \`${text.toLowerCase()}\`.`,
  'colon-for-equals': () => 'A key and its value are separated by `=`, not by `:`.',
  'control-character': (text) => `Control character ${text} is not allowed here. Remove it, or write it as an escape.`,
  'duplicate-key': (name) => `\`${name}\` is already defined in this table. Remove one of the two.`,
  'elided-lines': () => 'Lines were left out here. The runner refuses the file until this line is removed.',
  'empty-header': () => 'A table header needs a name between its brackets.',
  'header-spacing': () => 'The two brackets of `[[` and `]]` must touch: remove the space between them.',
  'merge-conflict': () => 'A merge conflict is not resolved. Keep one side and remove the marker lines.',
  'missing-comma': () => 'A comma is missing before this item.',
  'missing-equals': (name) => `\`${name}\` needs \`=\` and a value.`,
  'missing-key-name': () => 'A name is missing here: keys and their parts cannot be empty.',
  'missing-value': (name) => `\`${name}\` has no value. Write one after \`=\`.`,
  'number-out-of-range': (text) => `\`${text}\` does not fit into 64 bits.`,
  'redefined-table': (name) => `\`${name}\` is already defined. Merge the two, or remove one.`,
  'smart-quotes': () => 'Typographic quotes do not delimit a string. Use straight quotes.',
  'template-text': () => 'Template text is not TOML: render the template before the runner reads the file.',
  'text-after-header': () => 'Nothing but a comment may follow a header on its line.',
  'text-after-value': () => 'Nothing but a comment may follow a value on its line.',
  'unclosed-array': () => 'This array is not closed: `]` is missing.',
  'unclosed-header': (bracket) => `This header is not closed: \`${bracket}\` is missing.`,
  'unclosed-inline-table': () => 'This inline table is not closed: `}` is missing.',
  'unexpected-character': (text) => `\`${text}\` does not belong here.`,
  'unexpected-comma': () => 'There is no item before this comma.',
  'unterminated-string': (quote) => `This string is not closed: ${quote} is missing.`,
  'wrong-comment': () => 'Comments start with `#`.',
};

/** The message of a syntax problem. `detail` is the text or the name that it is about. */
export function syntaxMessage(code: SyntaxCode, detail = ''): string {
  return sentences[code](detail.length > 60 ? `${detail.slice(0, 57)}…` : detail);
}
