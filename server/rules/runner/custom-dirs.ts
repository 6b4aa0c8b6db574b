/**
 * A custom executor without directories: it has no defaults for them, and each job ends with "the builds_dir is not configured"
 * (common/build.go, StartBuild), unless the program of `config_exec` gives them.
 */
import type { Change } from '../../meaning/change';
import { tableView } from '../../meaning/table-view';
import { allOf, message } from '../../text/message';
import type { Rule } from '../rule';
import { isWhole } from './whole';

const DIRECTORIES = { builds_dir: '/builds', cache_dir: '/cache' } as const;

export const customDirs: Rule<'runner'> = {
  code: 'custom-dirs',
  scope: 'runner',
  check(visit, report) {
    const runner = tableView(visit.runner);
    const executor = runner.string('executor');
    if (executor?.value !== 'custom' || !isWhole(visit) || runner.table('custom')?.has('config_exec')) return;
    const missing = Object.entries(DIRECTORIES).filter(([name]) => !runner.string(name)?.value);
    if (missing.length === 0) return;
    const changes = missing.flatMap(([name, json]): Change[] => {
      const key = visit.schema.children.get(name);
      return key ? [{ op: 'set', from: visit, key, value: { json } }] : [];
    });
    const keys = allOf(missing.map(([name]) => name));
    report({
      ...executor.span,
      message: message('custom-dirs', { keys, count: missing.length }),
      link: visit.schema.children.get('builds_dir')?.docs,
      fixes: () => [{ title: message('fix.add.keys', { keys }), changes, preferred: true }],
    });
  },
};
