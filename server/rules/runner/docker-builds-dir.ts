/**
 * A directory for builds that Docker cannot mount: the root, or a path that is not absolute. Each job fails
 * (executors/docker/internal/volumes/utils.go, errIsRootDirectory and errDirectoryNotAbsolute). On Windows a path begins with a drive.
 */

import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import { type Located, tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { valueText } from '../../toml/write';
import { changeTo } from '../docker/key-fixes';
import type { Rule } from '../rule';

const EXECUTORS = ['docker', 'docker+machine', 'docker-autoscaler', 'docker-windows'];

export const dockerBuildsDir: Rule<'runner'> = {
  code: 'docker-builds-dir',
  scope: 'runner',
  check({ runner, schema }, report) {
    const view = tableView(runner);
    const directory = view.string('builds_dir');
    if (!directory?.value || !EXECUTORS.includes(view.string('executor')?.value ?? '')) return;
    const isRoot = /^\/+$/.test(directory.value);
    // What begins with a variable may be absolute.
    if (!isRoot && /^(?:\/|\$|[A-Za-z]:[\\/]|\\)/.test(directory.value)) return;
    report({
      ...directory.span,
      message: message(isRoot ? 'docker-builds-dir.root' : 'docker-builds-dir.relative'),
      link: schema.children.get('builds_dir')?.docs,
      fixes: () => (isRoot ? [changeTo(directory.span, '/builds')] : rooted(directory)),
    });
  },
};

/** A plain relative path begun at the root. */
function rooted({ value, span: { start, end } }: Located<string>): Fix[] {
  const path = value.replace(/^\.\//, '');
  if (!/^\w/.test(path)) return [];
  const newText = valueText(`/${path}`);
  const title = message('fix.change-to', { text: `/${path}` });
  return [{ title, changes: replacements([{ start, end, newText }]), preferred: true }];
}
