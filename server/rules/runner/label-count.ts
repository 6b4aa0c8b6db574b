/**
 * More than 32 labels of a runner together with those that all runners have: the runner does not start with them
 * (common/config.go, ComputeLabels and validateComputedLabels). A name that is in both counts once. More than 32 of the runner's
 * own are an invalid value of their key.
 */
import type { FileVisit } from '../../meaning/visit';
import { message } from '../../text/message';
import type { Rule } from '../rule';

const MOST_LABELS = 32;

export const labelCount: Rule<'file'> = {
  code: 'invalid-value',
  scope: 'file',
  check(file, report) {
    const { labels: general, isConditional } = file;
    if (!general || isConditional) return;
    const { runners } = file;
    if (runners.length === 0) return;
    if (general.names.length > MOST_LABELS) {
      report({
        ...placeOf(general),
        severity: 'error',
        message: message('invalid-value.label-count'),
        link: docs(file),
      });
      return;
    }
    for (const { labels } of runners) {
      const count = new Set([...general.names, ...(labels?.names ?? [])]).size;
      if (!labels || count <= MOST_LABELS || labels.names.length > MOST_LABELS) continue;
      const said = message('invalid-value.label-sum', { count });
      const related = [{ ...placeOf(general), message: message('invalid-value.label-sum.general') }];
      report({ ...placeOf(labels), severity: 'error', message: said, link: docs(file), related });
    }
  },
};

function placeOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end };
}

function docs({ context }: FileVisit): string | undefined {
  return context.schema.byPath('labels')?.docs;
}
