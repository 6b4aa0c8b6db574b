/** Blocks of other formats that were pasted into the file: JSON and YAML. Each is one mistake, however many lines it has. */
import { looksLikeHeader, looksLikePair } from './recovery';

/** The end of a JSON object or list that starts at `offset`, or undefined if none starts there. */
export function jsonBlock(text: string, offset: number): number | undefined {
  // A header, as nearly every line that starts with a bracket.
  if (/[[\w]/.test(text.charAt(offset + 1))) return undefined;
  // Much white space after the bracket is not looked through: nobody pastes that.
  const opening =
    /^(?:\{\s{0,200}"(?:[^"\\\n]|\\.){0,200}"\s{0,9}:|\[\s{0,200}\{|\{\s{0,200}\}|[{[][ \t]*\r?\n\s{0,200}["{[\]}])/;
  const start = text.slice(offset, offset + 700);
  if (!opening.test(start) || isAboveToml(text, offset, start)) return undefined;
  let depth = 0;
  for (let at = offset; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') at = skipString(text, at);
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return at + 1;
    // An unfinished block does not take the tables below it along.
    else if (character === '\n' && (looksLikeHeader(text, at + 1) || looksLikePair(text, at + 1))) return at;
  }
  return text.length;
}

/** A bracket alone on its line, with TOML on the next that says something, is a header that is being typed. */
function isAboveToml(text: string, offset: number, start: string): boolean {
  const alone = /^.[ \t]*\r?\n\s{0,200}/.exec(start)?.[0].length;
  return alone !== undefined && (looksLikeHeader(text, offset + alone) || looksLikePair(text, offset + alone));
}

/** The closing quote of a string, or the last character of its line: what the next line is, is looked at. */
function skipString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at++;
    else if (character === '"') return at;
    else if (character === '\n') return at - 1;
  }
  return text.length;
}

const yamlKey = /^(?:- +)*(?:[\w./-]+|"[^"]*"|'[^']*') *:(?:[ \t]+(\S.*))?$/;
const yamlItem = /^-(?: +(?![\w.-]+ *=)\S.*)?$/;

/**
 * The end of the lines from `offset` on that may be YAML, and whether they must be. `name: "x"` alone is TOML with the wrong sign:
 * a key with nothing after its colon and deeper lines below it, an item, or `---` at the start make it YAML.
 */
export function yamlBlock(text: string, offset: number): { end: number; yaml: boolean } {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  let indent = offset - lineStart;
  let lines = 0;
  let proven = false;
  let opened = false;
  let end = offset;
  for (let at = offset; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const line = text.slice(at, next < 0 ? text.length : Math.min(next, at + 1000));
    const content = line.trim();
    if (content !== '' && !content.startsWith('#')) {
      const depth = at === offset ? indent : line.length - line.trimStart().length;
      const key = yamlKey.exec(content);
      const item = yamlItem.test(content) && !looksLikePair(content, 0);
      if (!key && !item && content !== '---') break;
      proven ||= item || (content === '---' && lines === 0) || (opened && depth > indent);
      opened = key !== null && (key[1] === undefined || key[1].startsWith('#'));
      indent = depth;
      lines++;
      end = at + line.trimEnd().length;
    }
    if (next < 0) break;
    at = next + 1;
  }
  return { end, yaml: proven && lines > 1 };
}
