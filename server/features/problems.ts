/** Findings as a command line prints them: with the key that each is at. */
import type { Range } from 'vscode-languageserver-types';
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import { locate } from '../meaning/locate';
import { withoutSecrets } from '../meaning/secrets';
import type { Schema } from '../schema/types';
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
  /** Other places that have to do with it, with what is there. */
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
}

/** Characters of a name in a path. */
const LONGEST_NAME = 60;

/** The problems of a file, or of a configuration in it. */
export function problems(
  found: readonly LocatedFinding[],
  { say, schema }: Pick<Context, 'say' | 'schema'>,
): ProblemAtKey[] {
  return found.map((located) => {
    const { finding } = located;
    const { code, severity, message, related } = finding;
    return {
      code,
      severity,
      message: say(message),
      range: located.range(finding),
      path: pathAt(located.document?.(), schema, finding),
      ...(related &&
        related.length > 0 && {
          related: related.map((other) => ({ range: located.range(other), message: say(other.message) })),
        }),
    };
  });
}

/** A path goes into logs, as messages do. */
function short(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

function pathAt(document: ConfigDocument | undefined, schema: Schema, { start, end }: Span): string {
  const place = document && locate(document, end > start ? start + 1 : start);
  if (!place || place.kind === 'comment') return '';
  // In broken text and in templates the name may be a secret, which stands in a line of its own.
  const isBroken = document.syntaxProblems.length > 0 || document.isTemplate;
  const names = isBroken ? place.path.map(withoutSecrets(document, schema, { start, end })) : place.path;
  return names.map(short).join('.');
}
