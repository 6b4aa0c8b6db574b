/**
 * Several jobs of a runner are allowed, and `concurrent` is not set: one job runs at a time (common/config.go, NewConfig). Only of
 * a runner with its token: others are pieces of a file.
 */
import type { Fix } from '../../meaning/finding';
import type { FileVisit } from '../../meaning/visit';
import { message } from '../../text/message';
import type { Rule } from '../rule';

export const concurrentMissing: Rule<'file'> = {
  code: 'concurrent-missing',
  scope: 'file',
  check(file, report) {
    const { role } = file.traits;
    if (role === 'template' || role === 'globals' || file.isConditional || file.concurrent) return;
    const { settings } = file;
    const index = settings.findIndex(({ token, limit = 0 }) => token && limit > 1);
    if (index < 0 || file.globals?.table.members.has('concurrent')) return;
    const place = file.runners[index]?.places.limit;
    const limit = settings[index]?.limit;
    if (!place || limit === undefined) return;
    report({
      ...place,
      message: message('concurrent-missing', { limit }),
      link: file.context.schema.byPath('concurrent')?.docs,
      fixes: () => addition(file, limit),
    });
  },
};

function addition({ globals, context }: FileVisit, value: number): Fix[] {
  const key = context.schema.byPath('concurrent');
  if (!globals || !key) return [];
  return [
    {
      title: message('fix.add', { key: key.name }),
      changes: [{ op: 'set', from: globals, key, value: { json: value } }],
      preferred: true,
    },
  ];
}
