/**
 * More than one `[[runners]]` in a registration template of the chart or the operator: `register` refuses it with "configuration
 * template must contain exactly one [[runners]] entry" (checks.json, template-one-runner; commands/register.go). Where the
 * template has branches or loops, what is left when they are rendered is not known.
 */
import { message } from '../../text/message';
import { fileRule } from '../rule';
import { spellingsOf } from './spellings';

export const severalRunners = fileRule({
  code: 'several-runners',
  reads: ['spelling', 'hasHeader'],
  check(file, report) {
    const { traits, context } = file;
    if (traits.role !== 'template' || traits.owner === 'runner' || file.isConditional) return;
    for (const [, second] of spellingsOf(file.settings)) {
      const place = second === undefined ? undefined : file.place('hasHeader', second);
      if (!place) continue;
      report({
        ...place,
        message: message('several-runners'),
        link: context.schema.byPath('runners[]')?.docs,
      });
    }
  },
});
