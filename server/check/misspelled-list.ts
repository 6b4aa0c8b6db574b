/**
 * Says why tables are defined twice where the header of a list of tables is misspelled: `[[runers]]` begins no runner, so the
 * tables below it are once more those of the runner before.
 */
import type { ConfigDocument } from '../meaning/document';
import { nearestKey } from '../meaning/misspellings';
import { headerOf } from '../meaning/table-names';
import type { Schema } from '../schema/types';
import { type Message, message } from '../text/message';
import type { SyntaxProblem } from '../toml/syntax';

/** The message of a redefinition whose cause is a header above it; undefined where there is no such one. */
export function redefinitionMessage(
  { syntax, text }: ConfigDocument,
  schema: Schema,
  { code, severity, start, end, related }: SyntaxProblem,
): Message | undefined {
  if (severity !== 'error' || !related || (code !== 'redefined-table' && code !== 'duplicate-key')) return undefined;
  for (const { header } of syntax.sections) {
    if (!header || header.start < related.end || header.end > start) continue;
    const [segment, ...more] = header.key.segments;
    if (!segment || more.length > 0 || schema.find(schema.root, segment.name)) continue;
    const meant = nearestKey(
      segment.name,
      schema.root,
      ({ kind }) => kind !== 'array-of-tables',
      () => false,
    )?.key;
    if (!meant) continue;
    const written = text.slice(header.start, header.end);
    return message('redefined-table.misspelled', { name: text.slice(start, end), written, header: headerOf(meant) });
  }
  return undefined;
}
