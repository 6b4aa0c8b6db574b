/** Constructs of TOML 1.1 in a file for a runner whose decoder knows 1.0 only: it does not start with them. */

import type { Context } from '../../meaning/context';
import type { ConfigDocument } from '../../meaning/document';
import type { Finding } from '../../meaning/finding';
import { isReached, versionText } from '../../schema/version';
import { draft } from '../../text/draft';
import type { NewerConstruct } from '../../toml/syntax';

const names: Readonly<Record<NewerConstruct['construct'], string>> = {
  'escape-e': 'The escape `\\e`',
  'escape-x': 'An escape such as `\\x41`',
  'inline-newline': 'An inline table over several lines',
  'inline-trailing-comma': 'A comma after the last key of an inline table',
  'time-without-seconds': 'A time without seconds',
};

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
        message: draft(
          `${names[construct]} needs GitLab Runner ${schema.toml11Since}, the first to read TOML 1.1. The ${versionText(schema.version)} that this file is for does not start with it.`,
        ),
      },
    ];
  });
}
