/**
 * Writes into folded, quoted and plain scalars what stands there as it is: a word on a line that has words already. Anything
 * else would have to be folded or escaped; for that the text becomes a literal block first (literal-block.ts).
 */
import type { TextEdit } from '../../text/edit';
import type { WriteEdits } from '../../text/offset-map';
import type { FlowStyle } from './tree';

type InlineStyle = 'folded' | FlowStyle;

/** What means something else than itself, or may. */
const SPECIAL: Readonly<Record<InlineStyle, RegExp>> = {
  folded: /[\r\n]/,
  'double-quoted': /[\r\n"\\]/,
  'single-quoted': /[\r\n']/,
  plain: /[\r\n:#,[\]{}"'`]/,
};

/** The way to write into such a scalar with this text; no edits when one of them cannot be written so. */
export function inlineEdits(source: string, text: string, style: InlineStyle): WriteEdits {
  return (edits, { toHost }) => {
    const written = edits.map(({ start, end, newText }) => ({ start: toHost(start), end: toHost(end), newText }));
    const stay = edits.every((edit, index) => {
      const host = written[index];
      const replaced = text.slice(edit.start, edit.end);
      if (!host || source.slice(host.start, host.end) !== replaced || replaced.includes('\n')) return false;
      return !SPECIAL[style].test(edit.newText) && staysInLine(text, edit) && staysInLine(source, host);
    });
    return stay ? written : [];
  };
}

/** Whether the line keeps words before the edit, or begins with its first word: folding looks at what lines begin with. */
function staysInLine(text: string, { start, newText }: TextEdit): boolean {
  const lineStart = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  if (/\S/.test(text.slice(lineStart, start))) return true;
  return /^\S/.test(text.slice(start, start + 1)) && /^\S/.test(newText);
}
