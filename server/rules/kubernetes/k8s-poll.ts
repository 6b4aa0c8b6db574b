/**
 * Less time for a pod to start than lies between two looks at it: the runner looks once, and gives up (common/config.go,
 * GetPollAttempts; executors/kubernetes/util.go, waitForPodRunning). Zero and less are the defaults.
 */
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import { message } from '../../text/message';
import type { Span } from '../../text/span';
import { kubernetesRule } from './kubernetes-rule';

/** Seconds: common/const.go. */
const TIMEOUT = 180;
const INTERVAL = 3;

export const k8sPoll = kubernetesRule('k8s-poll', ({ table, docs }, report) => {
  const timeout = table.number('poll_timeout');
  const interval = table.number('poll_interval');
  const place = timeout && timeout.value > 0 ? timeout : interval;
  const time = timeout && timeout.value > 0 ? timeout.value : TIMEOUT;
  const step = interval && interval.value > 0 ? interval.value : INTERVAL;
  if (!place || time >= step) return;
  report({
    ...place.span,
    message: message('k8s-poll', { timeout: time, interval: step }),
    link: docs('poll_timeout'),
    // The defaults go together.
    fixes: () => (place === timeout && step < TIMEOUT ? [changeNumber(timeout.span, TIMEOUT)] : []),
  });
});

function changeNumber({ start, end }: Span, to: number): Fix {
  const newText = String(to);
  return { title: message('fix.change-to', { text: newText }), changes: replacements([{ start, end, newText }]) };
}
