/**
 * The search path in `environment`, with what is meant to be the one of the container or system in it. The runner expands variables of
 * jobs alone: `%PATH%` stays as it is, and `$PATH` is the entry itself (ExpandValue in common/spec/variables.go). Either way the path
 * that the image or system has is lost, and jobs find no programs. Said of files that a runner reads as they are.
 */
import { spanInString } from '../../meaning/string-span';
import { message } from '../../text/message';
import { isForPrograms } from '../../text/placeholders';
import type { Rule } from '../rule';
import { variableOf } from './variables';

export const unexpandedVariable: Rule<'key'> = {
  code: 'unexpanded-variable',
  scope: 'key',
  on: ['runners[].environment'],
  check({ source, key, member }, report) {
    const { traits, isTemplate } = source;
    if (!traits.writable || traits.role === 'template' || isTemplate) return;
    if (member.node.type !== 'value' || member.node.value.type !== 'array') return;
    for (const item of member.node.value.items) {
      if (item.type !== 'string') continue;
      const name = variableOf(item.value)?.name;
      const found = name && /^path$/i.test(name) ? reference.exec(item.value) : null;
      if (!found || isForPrograms(item.value.replace(found[0], ''))) continue;
      const span = { start: found.index, end: found.index + found[0].length };
      report({
        ...spanInString(source.text, item, span),
        message: message('unexpanded-variable', { text: found[0] }),
        link: key?.docs,
      });
    }
  },
};

const reference = /\$(?:PATH\b|\{PATH\})|%PATH%|\$env:PATH\b/i;
