/**
 * A feature flag that the executor never asks for (schemas/flag-executors.json, from where the runner's source asks for it), or with
 * which it fails each job: scripts as steps need native steps on Kubernetes.
 */

import flagExecutors from '../../../schemas/flag-executors.json';
import { removeMention } from '../../edits/remove-mention';
import { isInPlace } from '../../meaning/flag-mentions';
import { message } from '../../text/message';
import { flagChange, flagOn } from '../kubernetes/runner-flags';
import { flagRule, IN_PLACE } from './flag-rule';

const STEPS = 'FF_SCRIPT_TO_STEP_MIGRATION';
const NATIVE = 'FF_CONCRETE';
const EXECUTORS: Readonly<Record<string, readonly string[]>> = flagExecutors;

export const featureFlagConflicts = flagRule('feature-flag-conflicts', IN_PLACE, (mention, visit) => {
  const { around: settings, context } = visit;
  const { flag, value } = mention;
  const executor = settings?.string('executor')?.value;
  if (!flag || !settings || !executor || !value || !isInPlace(mention)) return undefined;
  if (flag.name === STEPS && executor === 'kubernetes' && !flagOn(settings, NATIVE)) {
    return {
      severity: 'error',
      message: message('feature-flag-conflicts.steps', { flag: NATIVE }),
      fixes: () => [
        { title: message('fix.set-key', { key: NATIVE, text: 'true' }), changes: flagChange(visit, NATIVE, true) },
        ...removeMention(visit.document, mention).map((fix) => ({ ...fix, preferred: false, safe: false })),
      ],
    };
  }
  const executors = Object.hasOwn(EXECUTORS, flag.name) ? EXECUTORS[flag.name] : undefined;
  const isKnown = context.schema.enumeration('executor')?.values.includes(executor);
  if (!executors || !isKnown || executors.includes(executor)) return undefined;
  return {
    message: message('feature-flag-conflicts', { key: flag.name, executor }),
    tags: ['unnecessary'],
    fixes: () => removeMention(visit.document, mention).map((fix) => ({ ...fix, preferred: false, safe: false })),
  };
});
