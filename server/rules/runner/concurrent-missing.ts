/**
 * Several jobs of a runner are allowed, and `concurrent` is not set: one job runs at a time (common/config.go, NewConfig). Only of
 * a runner with its token: others are pieces of a file.
 */
import type { Fix } from '../../meaning/finding';
import type { TableVisit } from '../../meaning/visit';
import { message } from '../../text/message';
import { fileRule } from '../rule';

export const concurrentMissing = fileRule({
  code: 'concurrent-missing',
  reads: ['root', 'concurrent', 'hasToken', 'limit'],
  check(file, report) {
    const { role } = file.traits;
    if (role === 'template' || role === 'globals' || file.isConditional || file.globals.concurrent !== undefined)
      return;
    const { settings } = file;
    const index = settings.findIndex(({ hasToken, limit = 0 }) => hasToken && limit > 1);
    if (index < 0 || file.root?.table.members.has('concurrent')) return;
    const place = file.place('limit', index);
    const limit = settings[index]?.limit;
    if (!place || limit === undefined) return;
    report({
      ...place,
      message: message('concurrent-missing', { limit }),
      link: file.context.schema.byPath('concurrent')?.docs,
      fixes: () => addition(file.root, limit),
    });
  },
});

function addition(root: TableVisit | undefined, value: number): Fix[] {
  const key = root?.context.schema.byPath('concurrent');
  if (!root || !key) return [];
  return [
    {
      title: message('fix.add', { key: key.name }),
      changes: [{ op: 'set', from: root, key, value: { json: value } }],
      preferred: true,
    },
  ];
}
