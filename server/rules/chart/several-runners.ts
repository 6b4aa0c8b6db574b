/**
 * More than one `[[runners]]` in a registration template of the chart or the operator: `register` refuses it with "configuration
 * template must contain exactly one [[runners]] entry" (checks.json, template-one-runner; commands/register.go). Where the
 * template has branches or loops, what is left when they are rendered is not known.
 */
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { spellingsOf } from './spellings';

export const severalRunners: Rule<'file'> = {
  code: 'several-runners',
  scope: 'file',
  check(file, report) {
    const { traits, context } = file;
    if (traits.role !== 'template' || traits.owner === 'runner' || file.isConditional) return;
    for (const [, second] of spellingsOf(file.runners)) {
      if (!second?.header) continue;
      report({
        ...second.header,
        message: message('several-runners'),
        link: context.schema.byPath('runners[]')?.docs,
      });
    }
  },
};
