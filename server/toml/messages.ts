/** The sentences of the syntax problems: what is wrong and what to do. Details are filled in by the parser. */
import { halfWidth, isInvisible, nameOfInvisible, plainPunctuation } from './characters';
import type { SyntaxCode } from './syntax';

const sentences: Record<SyntaxCode, (detail: string) => string> = {
  'array-redefined': (name) =>
    `\`[[${name}]]\` starts one more of several tables, but \`${name}\` is already defined as something else. Use the same kind of brackets in every \`${name}\` header.`,
  'bad-date': (text) =>
    `\`${text}\` is not a valid date or time. Write it as 2026-01-31T08:30:00Z, or put it in quotes if it is meant as text.`,
  'bad-escape': (text) =>
    `\`${text}\` is not an escape sequence. Double the backslash, or put the whole text in single quotes, where backslashes are plain.`,
  'bad-key': (text) =>
    `\`${text}\` cannot be a key without quotes: bare keys hold letters, digits, \`_\` and \`-\` only.`,
  'bad-number': badNumber,
  'bare-word': bareWord,
  'capitalized-boolean': (text) => `Booleans are lower case: write \`${text.toLowerCase()}\`.`,
  'colon-for-equals': (text) =>
    `A key and its value are separated by \`=\`: write \`=\` in place of \`${text || ':'}\`.`,
  'control-character': (text) =>
    text === 'U+000D'
      ? 'A carriage return without a line feed does not end a line in TOML. Convert the line ends of the file to LF or CRLF.'
      : `Control character ${text} is not allowed here. Remove it; in double quotes it can be written as \`\\u${text.slice(2)}\`.`,
  'duplicate-key': (name) => `\`${name}\` is already defined in this table. Remove one of the two.`,
  'elided-lines': () => 'Lines were left out here. The runner refuses the file until this is removed or filled in.',
  'empty-header': () => 'A table header needs a name between its brackets, such as `[runners.docker]`.',
  'foreign-format': foreignFormat,
  'header-spacing': () => 'The two brackets of `[[` and of `]]` must touch: remove the space between them.',
  'merge-conflict': () => 'A merge conflict is not resolved. Keep one side and remove the marker lines.',
  'missing-comma': () => 'A comma is missing before this item.',
  'missing-equals': (name) =>
    /^-+$/.test(name) ? `\`${name}\` is not TOML. Remove it.` : `\`${name}\` needs \`=\` and a value after it.`,
  'missing-key-name': () => 'A name is missing here: a key, and each part of a dotted key, needs one.',
  'missing-value': (name) => `\`${name}\` has no value. Write one after \`=\` on the same line, or remove the line.`,
  'number-out-of-range': (text) =>
    `\`${text}\` does not fit into 64 bits: the largest integer is 9223372036854775807. Put it in quotes if it is meant as text.`,
  placeholder: (text) =>
    `\`${text}\` stands for a value that is not filled in: the runner does not start with it. Write the value, in quotes if it is text.`,
  'redefined-table': (name) =>
    `\`${name}\` is already defined. Put the keys of both places into one, or remove one of the two.`,
  'smart-quotes': () => 'Typographic quotes do not delimit a string. Use straight quotes: `"`.',
  'template-text': (closer) =>
    closer
      ? `This template text is not closed: \`${closer}\` is missing.`
      : 'Template text is not TOML: render the template before the runner reads the file.',
  'text-after-header': (rest) =>
    rest === '='
      ? 'Nothing but a comment may follow a header on its line. Put the key on the next line.'
      : 'Nothing but a comment, which starts with `#`, may follow a header on its line. Remove this.',
  'text-after-value': textAfterValue,
  'unclosed-array': () => 'This array is not closed: `]` is missing.',
  'unclosed-header': (bracket) =>
    bracket.startsWith('[')
      ? `The brackets of this header do not match: \`${bracket}\` is missing at its start.`
      : `This header is not closed: \`${bracket}\` is missing.`,
  'unclosed-inline-table': () => 'This inline table is not closed: `}` is missing.',
  'unexpected-character': unexpectedCharacter,
  'unexpected-comma': () => 'There is no item before this comma. Remove it.',
  'unterminated-string': (quote) =>
    quote === 'unbalanced'
      ? 'The quotes do not match here: one is missing, or one is too many. A quote inside a string is written as `\\"`.'
      : `This string is not closed: \`${quote}\` is missing at its end.`,
  'wrong-comment': () => 'A comment starts with `#`.',
};

function badNumber(text: string): string {
  const wrong = `\`${text}\` is not a valid number.`;
  if (/^[+-]?0[\d_]/.test(text)) return `${wrong} Remove the leading zero; an octal number starts with \`0o\`.`;
  if (/^[+-]?\.|\.$|\.[eE]/.test(text)) return `${wrong} A decimal point needs a digit on both sides.`;
  if (text.includes('_')) return `${wrong} An underscore stands between two digits only.`;
  if (/^[+-]?0[xXoObB]/.test(text))
    return `${wrong} Write \`0x\`, \`0o\` or \`0b\` in lower case, without a sign, and then digits.`;
  return `${wrong} Put it in quotes if it is meant as text.`;
}

function bareWord(text: string): string {
  if (/^(?:null|nil|none|undefined)$/i.test(text))
    return `TOML has no \`${text}\`. Remove the line: a key that is not set has its default.`;
  if (/^(?:yes|on)$/i.test(text))
    return `\`${text}\` is not a value. Write \`true\`, or \`"${text}"\` if it is meant as text.`;
  if (/^(?:no|off)$/i.test(text))
    return `\`${text}\` is not a value. Write \`false\`, or \`"${text}"\` if it is meant as text.`;
  const narrow = halfWidth(text);
  if (narrow !== text && /^[+-]?\d+(?:\.\d+)?$|^(?:true|false)$/.test(narrow))
    return `\`${text}\` is written in full-width characters. Write \`${narrow}\`, or \`"${text}"\` if it is meant as text.`;
  const plain = text.replace(/^["']+|["']+$/g, '');
  return `Text values need quotes: write ${plain.includes('\\') || plain.includes('"') ? `'${plain}'` : `"${plain}"`}.`;
}

function foreignFormat(format: string): string {
  if (format === 'Markdown') return 'This line is Markdown, not TOML. Remove it.';
  return `This is ${format}, not TOML. The runner reads TOML only: write \`key = value\` lines below \`[table]\` headers.`;
}

function textAfterValue(rest: string): string {
  if (rest === '=') return 'Each key needs a line of its own. Put a line break before this one.';
  if (/^[,;，；]$/.test(rest)) return `A value ends with its line. Remove the \`${rest}\`.`;
  if (/^,\d+$/.test(rest)) return 'A decimal point is written as `.`, not as a comma.';
  if (/["']/.test(rest))
    return 'The string ends at the quote before this. Remove what is too much; a quote inside a string is written as `\\"`.';
  if (/^[\]}]+$/.test(rest)) return `There is no open bracket for this \`${rest}\`. Remove it.`;
  return 'Nothing but a comment, which starts with `#`, may follow a value on its line. Remove this, or put the value in quotes.';
}

function unexpectedCharacter(text: string): string {
  const first = text.charAt(0);
  if (isInvisible(text.charCodeAt(0))) {
    const blank = /\s/.test(first) && first !== '\ufeff';
    return `Invisible character ${nameOfInvisible(first)} is not allowed here. ${blank ? 'Replace it by a plain space.' : 'Remove it.'}`;
  }
  const plain = plainPunctuation[first];
  if (plain) return `\`${first}\` is not the \`${plain}\` of TOML. Write \`${plain}\`.`;
  if (/^[\]}]+,?$/.test(text)) return `There is no open bracket for this \`${text}\`. Remove it.`;
  if (text === '=') return 'One `=` is enough. Remove this one.';
  if (text === '=>') return 'A key and its value are separated by `=` alone. Remove the `>`.';
  if (text.startsWith('|') || text.startsWith('>'))
    return `\`${text}\` does not start a string in TOML. A string of several lines stands between \`"""\` and \`"""\`.`;
  return `\`${text}\` does not belong here. Remove it, or put it in quotes if it is meant as text.`;
}

/** The closed list of the codes. */
export const syntaxCodes = Object.keys(sentences) as readonly SyntaxCode[];

/** The message of a syntax problem. `detail` is the text or the name that it is about. */
export function syntaxMessage(code: SyntaxCode, detail = ''): string {
  return sentences[code](detail.length > 60 ? `${detail.slice(0, 57)}…` : detail);
}
