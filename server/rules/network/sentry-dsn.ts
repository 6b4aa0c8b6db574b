/**
 * A DSN of Sentry that is none: the runner logs an error when it starts, and reports nothing (commands/multi.go, reloadConfig; sentry-go
 * wants a scheme, a key, a host and the number of a project).
 */
import { message } from '../../text/message';
import type { Rule } from '../rule';

const DSN = /^https?:\/\/[^/@:\s]+(?::[^/@\s]*)?@[^/@\s]+(?:\/[^/\s]+)*\/[^/\s?#]+\/?$/i;
/** Longer texts are no address. */
const LONGEST = 2_000;

export const sentryDsn: Rule<'key'> = {
  code: 'sentry-dsn',
  scope: 'key',
  on: ['sentry_dsn'],
  check({ member, key }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || value?.type !== 'string' || value.value === '') return;
    if (value.value.length <= LONGEST && DSN.test(value.value)) return;
    report({ start: value.start, end: value.end, message: message('sentry-dsn'), link: key.docs });
  },
};
