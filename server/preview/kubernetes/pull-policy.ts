/** The pull policies of the containers (preparePullManager in executors/kubernetes/kubernetes.go, helpers/pull_policies). */
import { quoted } from '../go-text';
import { doing, JobFailure } from '../job-failure';
import { byJob, type Origin } from '../origin';
import type { Settings } from '../settings';

export interface PullPolicy {
  /** Empty where the cluster decides. */
  readonly policy: string;
  readonly origin: Origin;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['', ''],
  ['always', 'Always'],
  ['never', 'Never'],
  ['if-not-present', 'IfNotPresent'],
]);

/** The policy of a container by the list of its image; the errors name any container, as the runner does. */
export type PullPolicies = (image: readonly string[], field: string) => PullPolicy;

export function pullPolicies(kubernetes: Settings): PullPolicies {
  const configured = kubernetes.texts('pull_policy');
  const named = kubernetes.texts('allowed_pull_policies');
  const ofKey = () =>
    configured.length === 0 ? [''] : converted(configured, 'pull_policy config', kubernetes.origin('pull_policy'));
  const allowed = doing('getting allowed pull policies', () =>
    named.length === 0
      ? ofKey()
      : converted(named, 'allowed_pull_policies config', kubernetes.origin('allowed_pull_policies')),
  );
  return (image, field) => {
    const fromJob = image.length > 0;
    const origin = fromJob ? byJob(field) : kubernetes.origin('pull_policy');
    const wanted = doing('converting pull policy for container "*"', () =>
      fromJob ? converted(image, 'conversion to Kubernetes policy', origin) : ofKey(),
    );
    const policy = wanted.find((each) => allowed.includes(each));
    if (policy !== undefined) return { policy, origin };
    const source = fromJob ? 'GitLab pipeline config' : `Runner config${configured.length > 0 ? '' : ' (default)'}`;
    throw new JobFailure(
      `invalid pull policy for container "*": pull_policy ([${wanted.join(' ')}]) defined in ${source} is not one of the allowed_pull_policies ([${allowed.join(' ')}])`,
      kubernetes.has('allowed_pull_policies') ? kubernetes.origin('allowed_pull_policies') : origin,
    );
  };
}

function converted(policies: readonly string[], what: string, origin: Origin): readonly string[] {
  return policies.map((policy) => {
    const name = NAMES.get(policy);
    if (name !== undefined) return name;
    throw new JobFailure(`${what}: unsupported pull policy: ${quoted(policy)}`, origin);
  });
}
