/** `extra_hosts = ["name:address"]`, as Docker has it, becomes Kubernetes' `[[…host_aliases]]`: one for each address, with its names. */

import type { Change } from '../meaning/change';
import type { Fix } from '../meaning/finding';
import { headerOf } from '../meaning/table-names';
import type { KeyVisit } from '../meaning/visit';
import type { KeySchema } from '../schema/types';
import { message } from '../text/message';
import { beginsBetween } from '../text/search';
import { offered } from './changes';
import { commentsAbove, standsAlone, wholeLines } from './text-lines';

/** The fix for a list of names with addresses; none where it is something else, or where a comment would be lost. */
export function hostsToAliases({ document, member, ...rest }: KeyVisit, aliases: KeySchema): Fix[] {
  const { pair, node } = member;
  if (!aliases.children.has('hostnames') || !pair || node.type !== 'value' || node.value.type !== 'array') return [];
  const hosts = new Map<string, string[]>();
  for (const item of node.value.items) {
    const [, name, address] = (item.type === 'string' && /^([^:\s]+):([\da-fA-F.:]+)$/.exec(item.value)) || [];
    if (!name || !address) return [];
    const names = hosts.get(address);
    if (names) names.push(name);
    else hosts.set(address, [name]);
  }
  const end = standsAlone(document, pair) ? wholeLines(document, pair).end : undefined;
  if (hosts.size === 0 || end === undefined) return [];
  if (beginsBetween(document.syntax.comments, pair.start, end)) return [];
  const from = { document, ...rest };
  const above = commentsAbove(document, pair);
  const tables = [...hosts].map(([ip, hostnames], index): Change => {
    const entries = [
      { key: 'ip', value: { json: ip } },
      { key: 'hostnames', value: { json: hostnames } },
    ];
    return { op: 'add-table', from, table: aliases, entries, comments: index === 0 ? above : [] };
  });
  const title = message('fix.change-to.tables', { header: headerOf(aliases) });
  return offered(document, [
    { title, changes: [{ op: 'remove', part: pair, comments: true }, ...tables], preferred: true },
  ]);
}
