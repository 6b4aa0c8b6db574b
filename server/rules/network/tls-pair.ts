/** A certificate of the runner without its key, or a key without the certificate: neither is used (network/client.go, addTLSAuth). */

import { tableView } from '../../meaning/table-view';
import { isWrittenFor } from '../../meaning/written-for';
import { message } from '../../text/message';
import { removal } from '../docker/key-fixes';
import type { Rule } from '../rule';

const PAIR = ['tls-cert-file', 'tls-key-file'] as const;

export const tlsPair: Rule<'runner'> = {
  code: 'tls-pair',
  scope: 'runner',
  check(visit, report) {
    const view = tableView(visit.runner);
    const [certificate, secret] = PAIR.map((name) => view.string(name));
    const one = certificate?.value ? certificate : secret?.value ? secret : undefined;
    if (!one || (certificate?.value && secret?.value)) return;
    const missing = one === certificate ? PAIR[1] : PAIR[0];
    const key = visit.schema.children.get(missing);
    // A value of another type, and a misspelled name, have findings of their own.
    if (!key || (view.has(missing) && !view.string(missing)) || isWrittenFor(visit, key)) return;
    const { start, end } = one.member.key;
    report({
      start,
      end,
      message: message('tls-pair', { key: one.member.name, missing }),
      link: key.docs,
      fixes: () => removal({ table: visit.runner }, one),
    });
  },
};
