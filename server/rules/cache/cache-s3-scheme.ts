/**
 * An address of S3 that is more than a host and a port: the runner puts `https://`, or `http://` with `Insecure`, before what is there
 * (cache/cacheconfig/cacheconfig.go, GetEndpoint), so that it never reaches the server.
 */
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import { spanInString } from '../../meaning/string-span';
import { tableView } from '../../meaning/table-view';
import type { KeyVisit } from '../../meaning/visit';
import { message } from '../../text/message';
import type { StringValue } from '../../toml/syntax';
import { valueText } from '../../toml/write';
import type { Rule } from '../rule';

export const cacheS3Scheme: Rule<'key'> = {
  code: 'cache-s3-scheme',
  scope: 'key',
  on: ['runners[].cache.s3.ServerAddress'],
  check(visit, report) {
    const { member, key, source } = visit;
    const value = member.node.type === 'value' ? member.node.value : undefined;
    if (!key || value?.type !== 'string') return;
    const written = value.value.trim();
    const from = value.value.indexOf(written);
    const [, scheme = '', host = '', path = ''] = /^([A-Za-z][\w+.-]*:\/\/|\/\/)?([^/]*)(.*)$/s.exec(written) ?? [];
    if (host === '' || (scheme === '' && path === '')) return;
    const wrong = scheme
      ? { start: from, end: from + scheme.length }
      : { start: from + host.length, end: value.value.length };
    const { start, end } = spanInString(source.text, value, wrong);
    const isPlain = /^http:/i.test(scheme);
    report({
      start,
      end,
      message: scheme
        ? message('cache-s3-scheme', { text: scheme, insecure: isPlain ? 'yes' : 'other' })
        : message('cache-s3-scheme.path', { host }),
      link: key.docs,
      fixes: () => (host.includes('@') ? [] : repair(visit, value, host, isPlain)),
    });
  },
};

/** The host alone; what the scheme said of encryption is said by `Insecure`. */
function repair(visit: KeyVisit, { start, end }: StringValue, host: string, isPlain: boolean): Fix[] {
  const text = valueText(host);
  const insecure = visit.schema.children.get('Insecure');
  const isSet = tableView(visit.table).has('Insecure');
  return [
    {
      title: message('fix.change-to', { text }),
      changes: [
        ...replacements([{ start, end, newText: text }]),
        ...(isPlain && insecure && !isSet
          ? [{ op: 'set', from: visit, key: insecure, value: { json: true } } as const]
          : []),
      ],
      preferred: true,
    },
  ];
}
