/**
 * A variable where the runner puts none in: of its environment it takes `token` and `url` alone (common/config.go, loadConfig); other
 * secrets it sends as they are written. `${NAME}` and `{{ NAME }}` are left to what may write the file.
 */
import type { KeyVisit } from '../../meaning/visit';
import { message } from '../../text/message';
import type { Rule } from '../rule';
import { isReadAsItIs } from '../runner/read-as-it-is';

const VARIABLE = /^\$[A-Za-z_]\w*$/;

export const envExpansionElsewhere: Rule<'key'> = {
  code: 'env-expansion-elsewhere',
  scope: 'key',
  concerns: (key) => key?.secret === 'value' && key.path !== 'runners[].token',
  check({ source, key, member }: KeyVisit, report) {
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || value?.type !== 'string' || !VARIABLE.test(value.value) || !isReadAsItIs(source)) return;
    const { start, end } = value;
    report({ start, end, message: message('env-expansion-elsewhere', { key: key.name }), link: key.docs });
  },
};
