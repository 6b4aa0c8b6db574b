/**
 * More than 32 labels of a runner together with those that all runners have: the runner does not start with them
 * (common/config.go, ComputeLabels and validateComputedLabels). A name that is in both counts once. More than 32 of the runner's
 * own are an invalid value of their key.
 */
import { message } from '../../text/message';
import { fileRule } from '../rule';

const MOST_LABELS = 32;

export const labelCount = fileRule({
  code: 'invalid-value',
  reads: ['commonLabels', 'labels'],
  check(file, report) {
    const { commonLabels: common } = file.globals;
    const general = file.place('commonLabels');
    const { settings, context } = file;
    if (!common || !general || file.isConditional || settings.length === 0) return;
    const link = context.schema.byPath('labels')?.docs;
    if (common.length > MOST_LABELS) {
      report({ ...general, severity: 'error', message: message('invalid-value.label-count'), link });
      return;
    }
    for (const [index, { labels = [] }] of settings.entries()) {
      const count = new Set([...common, ...labels]).size;
      const place = count > MOST_LABELS && labels.length <= MOST_LABELS ? file.place('labels', index) : undefined;
      if (!place) continue;
      const said = message('invalid-value.label-sum', { count });
      const related = [{ ...general, message: message('invalid-value.label-sum.general') }];
      report({ ...place, severity: 'error', message: said, link, related });
    }
  },
});
