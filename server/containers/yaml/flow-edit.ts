/** Writes into quoted and plain scalars: what has to stand in the file so that a text stands in the scalar. */
import type { Edit, OffsetMap } from '../../text/offset-map';

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these have to be escaped
const ESCAPED = /["\\\u0000-\u001f\u007f\u0085\u2028\u2029\ufeff]/g;

/** Every text can be written between double quotes, also by JSON's rules. */
export function doubleQuotedWriting() {
  return writing((text) =>
    text.replace(ESCAPED, (character) => {
      const code = character.charCodeAt(0).toString(16).padStart(4, '0');
      return SHORT_ESCAPES[character] ?? `\\u${code}`;
    }),
  );
}

/**
 * A line break is an empty line here, and white space beside it is lost: indentation of TOML, which means nothing. In a
 * plain scalar `: ` and ` #` would end the text; nothing can be done about that.
 */
export function foldedWriting(source: string, style: string, margin: string) {
  return writing((text) => {
    const lineBreak = source.includes('\r\n') ? '\r\n' : '\n';
    const written = style === 'single-quoted' ? text.replaceAll("'", "''") : text;
    return written.replace(/[ \t]*(?:\r?\n)+[ \t]*/g, (breaks) => {
      const count = breaks.split('\n').length - 1;
      return lineBreak.repeat(count + 1) + margin;
    });
  });
}

function writing(toHostText: (text: string) => string) {
  const toHostEdits = (edits: readonly Edit[], { toHost }: OffsetMap) =>
    edits.map(({ start, end, text }) => ({ start: toHost(start), end: toHost(end), text: toHostText(text) }));
  return { toHostText, toHostEdits };
}
