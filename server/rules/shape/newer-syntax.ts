/** Constructs of TOML 1.1 in a file for a runner whose decoder knows 1.0 only: it does not start with them. */

import type { Context } from '../../meaning/context';
import type { ConfigDocument } from '../../meaning/document';
import type { Finding } from '../../meaning/finding';
import { isReached, versionText } from '../../schema/version';
import { message } from '../../text/message';

/** One finding for each value or table in braces that is written in TOML 1.1. */
export function newerSyntax({ syntax, isTemplate }: ConfigDocument, { schema }: Context): Finding[] {
  const { newerConstructs } = syntax;
  if (newerConstructs.length === 0 || isReached(schema.version, schema.toml11Since)) return [];
  // What a template puts behind a comma, or around a line break, is not known.
  if (isTemplate) return [];
  const pairs = syntax.sections.flatMap((section) => section.pairs);
  // Both are in the order of the text.
  let place = 0;
  let said = -1;
  return newerConstructs.flatMap(({ construct, start, end }): Finding[] => {
    while (place < pairs.length && (pairs[place]?.end ?? 0) < end) place++;
    if (place === said) return [];
    said = place;
    const pair = pairs[place];
    // A line break is nothing to see: the brace that the table begins with is.
    const { value } = pair ?? {};
    const span =
      construct === 'inline-newline' && value ? { start: value.start, end: value.start + 1 } : { start, end };
    return [
      {
        code: 'requires-newer-runner',
        severity: 'error',
        ...span,
        message: message(`requires-newer-runner.${construct}`, {
          since: schema.toml11Since,
          version: versionText(schema.version),
        }),
      },
    ];
  });
}
