/**
 * Silences what rules say of a string that is broken. Without its last quote it goes on to the end of the line, a comment or the
 * next item with it, so what it holds nobody has written; once it is mended it is judged.
 */
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import type { Code } from '../text/code';
import { countBefore, isInside } from '../text/search';
import type { Span } from '../text/span';
import { isString } from '../toml/token';

/** The problems of the syntax after which a string is read otherwise than it was meant. */
const breaking: ReadonlySet<Code> = new Set<Code>([
  'bad-escape',
  'control-character',
  'smart-quotes',
  'unterminated-string',
]);

/** The findings of rules but for those about a broken string. */
export function withoutBrokenStrings(document: ConfigDocument, findings: readonly Finding[]): readonly Finding[] {
  const broken = brokenStrings(document);
  return broken.length === 0 ? findings : findings.filter(({ start }) => !isInside(broken, start));
}

/** The broken strings of a document in the order of the text. */
export function brokenStrings({ syntaxProblems, syntax }: Pick<ConfigDocument, 'syntaxProblems' | 'syntax'>): Span[] {
  const found: Span[] = [];
  for (const { code, start, end } of syntaxProblems) {
    if (!breaking.has(code)) continue;
    const string = stringAt(syntax, start);
    found.push({ start: string?.start ?? start, end: Math.max(end, string?.end ?? end) });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The string in which an offset is; undefined where it is in none. */
function stringAt({ tokenKinds, tokenEnds }: ConfigDocument['syntax'], offset: number): Span | undefined {
  const index = countBefore(tokenEnds.length, (place) => (tokenEnds[place] ?? 0) <= offset);
  const end = tokenEnds[index];
  return end !== undefined && isString(tokenKinds[index]) ? { start: tokenEnds[index - 1] ?? 0, end } : undefined;
}
