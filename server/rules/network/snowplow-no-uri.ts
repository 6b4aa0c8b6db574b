/** A usage log that goes to Snowplow, and no address of its collector: nothing is sent (commands/multi.go, createSnowplowBillingWriter). */
import { tableView } from '../../meaning/table-view';
import { isWrittenFor } from '../../meaning/written-for';
import { message } from '../../text/message';
import type { Rule } from '../rule';

const WRITER = 'snowplow_billing';
const TABLE = 'experimental.usage_logger';

export const snowplowNoUri: Rule<'table'> = {
  code: 'snowplow-no-uri',
  scope: 'table',
  on: [TABLE],
  check(visit, report) {
    const view = tableView(visit.table);
    const writer = view.list('writers')?.value.find(({ value }) => value === WRITER);
    const key = visit.context.schema.byPath(`${TABLE}.${WRITER}.collector_uri`);
    if (!writer || !key || view.flag('enabled')?.value === false) return;
    const collector = view.table(WRITER);
    const there = collector?.string('collector_uri');
    if (there ? there.value !== '' : collector?.has('collector_uri') || isWrittenFor(visit, key)) return;
    report({
      ...(there ?? writer).span,
      message: message('snowplow-no-uri', { table: `[${TABLE}.${WRITER}]` }),
      link: key.docs,
    });
  },
};
