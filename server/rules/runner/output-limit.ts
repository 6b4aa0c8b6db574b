/**
 * A limit of a job's log that was meant in bytes, or that is below zero: `output_limit` counts KiB (network/trace.go, SetLimit),
 * and a log that may hold less than nothing is cut at its first line.
 */
import { replacements } from '../../meaning/change';
import { message } from '../../text/message';
import type { Rule } from '../rule';

/** A GiB in KiB: no log is that long. */
const UNLIKELY = 1024 * 1024;

export const outputLimit: Rule<'key'> = {
  code: 'output-limit',
  scope: 'key',
  on: ['runners[].output_limit'],
  check({ key, member }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || value?.type !== 'integer') return;
    const limit = Number(value.value);
    if (limit >= 0 && limit <= UNLIKELY) return;
    const { start, end } = value;
    const meant = String(Math.round(limit / 1024));
    report({
      start,
      end,
      message:
        limit < 0
          ? message('output-limit.negative')
          : message('output-limit', { size: Math.round(limit / 1024 / 1024) }),
      link: key.docs,
      fixes: () =>
        limit < 0
          ? []
          : [
              {
                title: message('fix.change-to', { text: meant }),
                changes: replacements([{ start, end, newText: meant }]),
                preferred: true,
              },
            ],
    });
  },
};
