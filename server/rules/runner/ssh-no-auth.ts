/**
 * SSH without a password and without a key file: only an empty password is offered, and `~/.ssh` is not read
 * (helpers/ssh/ssh_command.go, getSSHAuthMethods). The session ends with "unable to authenticate".
 */
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Rule } from '../rule';

const EXECUTORS = ['ssh', 'virtualbox', 'parallels'];

export const sshNoAuth: Rule<'runner'> = {
  code: 'ssh-no-auth',
  scope: 'runner',
  check({ runner, context }, report) {
    const view = tableView(runner);
    const ssh = view.table('ssh');
    const header = ssh?.node.sections[0]?.header;
    if (!ssh || !header?.closed || !EXECUTORS.includes(view.string('executor')?.value ?? '')) return;
    if (['password', 'identity_file'].some((name) => ssh.has(name))) return;
    report({
      start: header.key.start,
      end: header.key.end,
      message: message('ssh-no-auth'),
      link: context.schema.byPath('runners[].ssh.identity_file')?.docs,
    });
  },
};
