/**
 * An address or a token of a runner that is still what a guide or a template has there. The runner takes any text for both, and
 * fails only when it asks GitLab for jobs. Said of a `config.toml` that a runner reads as it is: elsewhere somebody may fill it in.
 */
import { tableView } from '../../meaning/table-view';
import { message } from '../../text/message';
import { isForPrograms, isLeftForPeople } from '../../text/placeholders';
import type { Rule } from '../rule';
import { isReadAsItIs } from './read-as-it-is';

export const unfilledValue: Rule<'key'> = {
  code: 'unfilled-value',
  scope: 'key',
  on: ['runners[].url', 'runners[].token'],
  check(visit, report) {
    const { source, key, member } = visit;
    if (!key || member.node.type !== 'value') return;
    const { value } = member.node;
    if (value.type !== 'string' || !isLeft(key.name, value.value)) return;
    if (!isReadAsItIs(source)) return;
    // Whoever fills in one of these fills in the others.
    const runner = tableView(visit.table);
    if (['name', 'url', 'token'].some((name) => isForPrograms(runner.string(name)?.value ?? ''))) return;
    report({
      start: value.start,
      end: value.end,
      message: message('unfilled-value', { key: key.name === 'url' ? 'url' : 'token' }),
      link: key.docs,
    });
  },
};

function isLeft(key: string, text: string): boolean {
  return key === 'url' ? isLeftForPeople(text, 'address') : isLeftForPeople(text, 'word') || isNamed(text);
}

/** Whether a token says what it is: `PROJECT_REGISTRATION_TOKEN`. */
function isNamed(text: string): boolean {
  return text.length <= LONGEST_NAME && /^(?:[A-Z]+[_ -])+TOKEN(?:[_ -]HERE)?$/.test(text);
}

/** Longer ones are no names. */
const LONGEST_NAME = 60;
