/**
 * Silences what is said of a text that something fills in before a runner reads it, whatever language that speaks: in a file that
 * is no template by any sign, too. A string that has such a place stays a string, so its type is judged.
 */
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import { isFilledIn, isFilledInName } from '../templates/filled-in';
import { factsOf } from '../text/code';
import { countBefore } from '../text/search';
import type { Span } from '../text/span';
import { isString, TokenKind } from '../toml/token';

/** The findings of rules that hold whatever is filled into the strings and names that they are about. */
export function withoutFilledIn(document: ConfigDocument, findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => {
    const { about } = factsOf(finding.code);
    return about === 'type' || about === 'filling' || !isAboutFilledIn(document, finding);
  });
}

/** Whether a string or a name that a span touches is filled in. */
function isAboutFilledIn({ syntax, text }: ConfigDocument, { start, end }: Span): boolean {
  const { tokenKinds, tokenEnds } = syntax;
  let index = countBefore(tokenEnds.length, (place) => (tokenEnds[place] ?? 0) <= start);
  for (let from = tokenEnds[index - 1] ?? 0; from < end && index < tokenEnds.length; index++) {
    const to = tokenEnds[index] ?? end;
    const kind = tokenKinds[index];
    if (
      kind === TokenKind.bareKey
        ? isFilledInName(text.slice(from, to))
        : isString(kind) && isFilledIn(text.slice(from, to))
    )
      return true;
    from = to;
  }
  return false;
}
