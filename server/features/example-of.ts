/** The example of a key, in Markdown. */

import type { Context } from '../meaning/context';
import { headerOf } from '../meaning/table-names';
import type { KeySchema } from '../schema/types';

/** The example in a fence, as it would stand in a file; undefined for a key without one. */
export function exampleOf(key: KeySchema, { texts, exampleLanguage }: Context): string | undefined {
  const lines = texts.example(key.path);
  return lines && `\`\`\`${exampleLanguage}\n${exampleText(key, lines)}\n\`\`\``;
}

/** The lines of an example; those of a value below the header of its table. */
export function exampleText({ kind, parent }: KeySchema, lines: readonly string[]): string {
  const withHeader = kind === 'table' || kind === 'array-of-tables' || kind === 'map' || !parent?.path;
  return withHeader ? lines.join('\n') : [headerOf(parent), ...lines.map((line) => `  ${line}`)].join('\n');
}
