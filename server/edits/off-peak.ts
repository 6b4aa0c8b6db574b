/**
 * The `OffPeak…` keys of docker+machine, which the runner has not read since 14.0, as what took their place: one
 * `[[runners.machine.autoscaling]]` with the same periods, time zone and numbers. Its keys are called the same without `OffPeak`.
 */
import type { Change, Entry } from '../meaning/change';
import type { Fix } from '../meaning/finding';
import { headerOf } from '../meaning/table-names';
import type { KeyVisit } from '../meaning/visit';
import { message } from '../text/message';
import { offered } from './changes';
import { commentBehind, commentsAbove } from './text-lines';

const PREFIX = 'OffPeak';

/** The fix that converts all of them at once; none where they name no periods, or where the table cannot be added. */
export function offPeakConversion(visit: KeyVisit): Fix[] {
  const { document, table, schema, context, key } = visit;
  const to = schema.children.get('autoscaling');
  if (!to || !key?.name.startsWith(PREFIX)) return [];
  const entries: Entry[] = [];
  const removals: Change[] = [];
  for (const { name, pair } of table.members.values()) {
    const old = context.schema.find(schema, name)?.schema;
    const taken = old?.name.startsWith(PREFIX) ? to.children.get(old.name.slice(PREFIX.length)) : undefined;
    if (!pair || !taken) continue;
    const { value } = pair;
    if (value.type === 'invalid' || (taken.name === 'Periods' && !(value.type === 'array' && value.items.length > 0)))
      return [];
    const behind = commentBehind(document, pair);
    entries.push({
      key: taken.name,
      value: { toml: document.text.slice(value.start, value.end) + behind },
      comments: table.inline ? [] : commentsAbove(document, pair),
    });
    removals.push({ op: 'remove', part: pair, of: table.inline, comments: true });
  }
  if (!entries.some((entry) => entry.key === 'Periods')) return [];
  const changes: Change[] = [...removals, { op: 'add-table', from: visit, table: to, entries }];
  return offered(document, [{ title: message('fix.change-to', { text: headerOf(to) }), changes, preferred: true }]);
}
