/** A user that is not among those allowed: each job fails, though the runner itself sets it (common/config.go, IsUserAllowed). */
import { message } from '../../text/message';
import { dockerRule, docsOf } from './docker-rule';
import { appending } from './key-fixes';

export const allowedUsersUser = dockerRule('allowed-users-user', (visit, report) => {
  const user = visit.docker.string('user');
  const allowed = visit.docker.list('allowed_users')?.value ?? [];
  if (!user?.value || allowed.length === 0 || allowed.some(({ value }) => value === user.value)) return;
  report({
    ...user.span,
    message: message('allowed-users-user'),
    link: docsOf(visit, 'allowed_users'),
    fixes: () => appending(visit, 'allowed_users', user.value, true),
  });
});
