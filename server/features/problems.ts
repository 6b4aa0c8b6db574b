/** Findings as a command line prints them: with the key that each is at. */
import type { Range } from 'vscode-languageserver-types';
import type { ConfigDocument } from '../meaning/document';
import { locate } from '../meaning/locate';
import type { Catalog } from '../text/catalog';
import type { Code, Severity } from '../text/code';
import type { Span } from '../text/span';
import type { LocatedFinding } from './diagnostics';

/** Lines and characters count from 0, characters in UTF-16 units. */
export interface ProblemAtKey {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** The key that the problem is at, dotted: `runners.docker.image`; empty where there is none. */
  readonly path: string;
}

/** The problems of a file, or of a configuration in it. */
export function problems(found: readonly LocatedFinding[], say: Catalog['say']): ProblemAtKey[] {
  return found.map(({ finding, range, document }) => {
    const { code, severity, message } = finding;
    return { code, severity, message: say(message), range: range(finding), path: pathAt(document?.(), finding) };
  });
}

function pathAt(document: ConfigDocument | undefined, { start, end }: Span): string {
  const place = document && locate(document, end > start ? start + 1 : start);
  return !place || place.kind === 'comment' ? '' : place.path.join('.');
}
