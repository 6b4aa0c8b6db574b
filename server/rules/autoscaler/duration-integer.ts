/**
 * A duration as a whole number, which is nanoseconds: `600` is less than a millionth of a second. The runner starts with it; `gitlab-runner
 * lint` refuses what is less than the key takes (common/config.go, jsonschema `minimum` of idle_time), as a text too.
 */
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import type { KeySchema } from '../../schema/types';
import { message } from '../../text/message';
import type { Span } from '../../text/span';
import type { StringValue } from '../../toml/syntax';
import { valueText } from '../../toml/write';
import { goDuration, sayDuration } from '../../values/go-duration';
import { shown } from '../../values/grammar';
import type { Report, Rule } from '../rule';

/** A millisecond: nothing in the file waits for less. */
const SHORTEST = 1e6;

/** Keys whose jobs are given no time: each of them fails. */
const fails: ReadonlySet<string> = new Set([
  'runners[].prepare_timeout',
  'runners[].get_sources_timeout',
  'runners[].autoscaler.instance_acquire_timeout',
]);

export const durationInteger: Rule<'key'> = {
  code: 'duration-integer',
  scope: 'key',
  concerns: (key) => key?.kind === 'duration',
  check({ key, member }, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || !value) return;
    if (value.type === 'string') return tooShort(key, value, report);
    if (value.type !== 'integer') return;
    const count = Number(value.value);
    if (count <= 0 || count >= Math.max(SHORTEST, key.minimum ?? 0)) return;
    const { start, end } = value;
    report({
      ...(fails.has(key.path) && { severity: 'error', loads: true }),
      start,
      end,
      message: message('duration-integer', { value: String(count), duration: sayDuration(count) }),
      link: key.docs,
      fixes: () => changesTo({ start, end }, count),
    });
  },
};

/** A text with a unit that is less than the key takes. */
function tooShort(key: KeySchema, { value, start, end }: StringValue, report: Report): void {
  const least = key.minimum ?? 0;
  const length = least > 0 ? (goDuration.read(value).value ?? 0) : 0;
  if (length <= 0 || length >= least) return;
  report({
    start,
    end,
    message: message('duration-integer.short', { value: shown(value), least: sayDuration(least) }),
    link: key.docs,
  });
}

/** Seconds are what most mean; a number of them that is no usual one may be something else. */
function changesTo({ start, end }: Span, count: number): Fix[] {
  if (count > MOST_SECONDS) return [];
  const newText = valueText(`${count}s`);
  return [{ title: message('fix.change-to', { text: newText }), changes: replacements([{ start, end, newText }]) }];
}

/** A week. */
const MOST_SECONDS = 7 * 86400;
