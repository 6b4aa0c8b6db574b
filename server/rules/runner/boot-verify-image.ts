/**
 * A check at the start that has no image to run: its job runs on the default image of the executor, and the process ends when it
 * fails (commands/internal/bootverify; docs: experimental.boot_verify).
 */
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import type { Rule } from '../rule';

const TABLES: Readonly<Record<string, string>> = {
  docker: 'docker',
  'docker-windows': 'docker',
  'docker+machine': 'docker',
  'docker-autoscaler': 'docker',
  kubernetes: 'kubernetes',
};

export const bootVerifyImage: Rule<'runner'> = {
  code: 'boot-verify-image',
  scope: 'runner',
  check(visit, report) {
    const runner = tableView(visit.runner);
    const enabled = runner.table('experimental')?.table('boot_verify')?.flag('enabled');
    const executor = runner.string('executor')?.value ?? '';
    const table = Object.hasOwn(TABLES, executor) ? TABLES[executor] : undefined;
    if (!enabled?.value || table === undefined || runner.table(table)?.string('image')?.value) return;
    report({
      ...enabled.span,
      message: message('boot-verify-image', { table: `[runners.${table}]` }),
      link: visit.context.schema.byPath('runners[].experimental.boot_verify.enabled')?.docs,
    });
  },
};
