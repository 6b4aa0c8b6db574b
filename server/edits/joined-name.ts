/** `[runners.kubernetes.dns.config]`, whose name is one with an underscore: a dot more than there are tables. */
import { replacements } from '../meaning/change';
import type { Fix } from '../meaning/finding';
import { memberOf } from '../meaning/members';
import { headerOf } from '../meaning/table-names';
import type { KeyVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import { message } from '../text/message';
import type { Span } from '../text/span';
import { keyText } from '../toml/write';
import { offered } from './changes';

/** A table whose two names are one, and where they stand, in each header that leads there. */
export interface JoinedName {
  readonly key: KeySchema;
  readonly spans: readonly [Span, ...Span[]];
}

/** The key of the table that an unknown name and the only one below it make together. */
export function joinedName({ member, table, schema, context }: KeyVisit): JoinedName | undefined {
  const { node, keys } = member;
  const [below, ...others] = node.type === 'table' && node.sections.length === 0 ? [...node.members.values()] : [];
  if (!below || below.pair || others.length > 0 || keys.length !== below.keys.length) return undefined;
  const key = context.schema.find(schema, `${member.name}_${below.name}`)?.schema;
  if (!key || (key.kind !== 'table' && key.kind !== 'map') || memberOf(table, key.name)) return undefined;
  const [first, ...rest] = keys.map(({ start }, index) => ({ start, end: below.keys[index]?.end ?? start }));
  return first && { key, spans: [first, ...rest] };
}

/** The fix that writes the two as one. */
export function joins({ document }: KeyVisit, { key, spans }: JoinedName): Fix[] {
  const changes = replacements(spans.map(({ start, end }) => ({ start, end, newText: keyText(key.name) })));
  return offered(document, [{ title: message('fix.change-to', { text: headerOf(key) }), changes, preferred: true }]);
}
