/**
 * A shell that is not there: `cmd` is registered by no runner any more ("shell cmd not found", shells/), and the containers of
 * docker-windows have no Bash. An empty text is the default of the executor.
 */
import { replacements } from '../../meaning/change';
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { valueText } from '../../toml/write';
import type { Rule } from '../rule';

export const shellPerExecutor: Rule<'runner'> = {
  code: 'shell-per-executor',
  scope: 'runner',
  check({ runner, schema }, report) {
    const view = tableView(runner);
    const shell = view.string('shell');
    const executor = view.string('executor')?.value;
    const isGone = shell?.value === 'cmd';
    if (!shell || !(isGone || (shell.value === 'bash' && executor === 'docker-windows'))) return;
    report({
      ...shell.span,
      message: isGone ? message('shell-per-executor.cmd') : message('shell-per-executor.bash'),
      link: schema.children.get('shell')?.docs,
      fixes: () =>
        ['powershell', 'pwsh'].map((name, index) => ({
          title: message('fix.change-to', { text: valueText(name) }),
          changes: replacements([{ ...shell.span, newText: valueText(name) }]),
          preferred: index === 0,
        })),
    });
  },
};
