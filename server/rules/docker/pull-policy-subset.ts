/**
 * Pull policies of the runner of which none is allowed: each job that names no policy of its own fails
 * (helpers/pull_policies/pull_policies.go). The Docker executor always has one, `always` where none is set, and asks it for the
 * helper image, too: there no job gets through. For Kubernetes no policy is one that the list does not hold.
 */
import type { Fix } from '../../meaning/finding';
import type { Located, TableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import { allOf, message } from '../../text/message';
import { docsOf, executorRule } from './docker-rule';
import { appending, setting } from './key-fixes';

const POLICIES: readonly string[] = ['always', 'if-not-present', 'never'];

export const pullPolicySubset = executorRule('pull-policy-subset', ['docker', 'kubernetes'], (visit, report) => {
  const table = visit.view;
  const allowed = table.list('allowed_pull_policies');
  if (!allowed || allowed.value.length === 0 || !allowed.value.every(isPolicy)) return;
  const policies = policiesOf(table);
  // A value of another type, or one that is no policy, has a finding of its own.
  if (!policies ? table.has('pull_policy') : !policies.value.every(isPolicy)) return;
  const isDocker = visit.schema.name === 'docker';
  const used = new Set(policies?.value.map(({ value }) => value) ?? (isDocker ? ['always'] : []));
  if (allowed.value.some(({ value }) => used.has(value))) return;
  report({
    ...(policies ?? allowed).span,
    message: policies
      ? message('pull-policy-subset', { policies: allOf([...used]), count: used.size })
      : message('pull-policy-subset.default', { executor: isDocker ? 'docker' : 'other' }),
    link: docsOf(visit, 'allowed_pull_policies'),
    fixes: () => fixes(visit, policies?.value[0]?.value, allowed.value[0]?.value),
  });
});

function isPolicy({ value }: Located<string>): boolean {
  return POLICIES.includes(value);
}

/** The policies of the runner, as one text or as a list; an empty list is none. */
function policiesOf(table: TableView): Located<readonly Located<string>[]> | undefined {
  const one = table.string('pull_policy');
  if (one) return { ...one, value: [one] };
  const list = table.list('pull_policy');
  return list?.value.length ? list : undefined;
}

function fixes(visit: TableVisit, used: string | undefined, allowed: string | undefined): Fix[] {
  return [
    ...(allowed ? setting(visit, 'pull_policy', allowed, used === undefined) : []),
    ...(used ? appending(visit, 'allowed_pull_policies', used) : []),
  ];
}
