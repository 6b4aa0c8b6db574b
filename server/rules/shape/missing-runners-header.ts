/**
 * `[runners.docker]` with no `[[runners]]` before it. The runner refuses the file with a message about slices that names
 * neither the line nor the cure (verdicts: as_fragment). The same holds for every list of tables that a longer header only
 * implies, and for `[Runners.docker]` below `[[runners]]`: to TOML these are two names.
 */

import { offered } from '../../edits/changes';
import { headerLine } from '../../edits/headers';
import { headerAround } from '../../edits/target-table';
import type { Change } from '../../meaning/change';
import type { ConfigDocument } from '../../meaning/document';
import type { Fix } from '../../meaning/finding';
import { spellings } from '../../meaning/spellings';
import { headerOf } from '../../meaning/table-names';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { type Message, message } from '../../text/message';
import { isImplied, type Member, type Node } from '../../toml/model';
import type { Header } from '../../toml/syntax';
import type { Rule } from '../rule';

export const missingRunnersHeader: Rule<'key'> = {
  code: 'missing-runners-header',
  scope: 'key',
  concerns: (key) => key?.kind === 'array-of-tables',
  check(visit, report) {
    const { key, member } = visit;
    if (key?.kind !== 'array-of-tables' || !beginsImplied(member.node) || isReplaced(visit)) return;
    const { document } = visit;
    const header = headerAround(document, member.key.start)?.header;
    const list = listSpelledOtherwise(visit, key);
    report({
      start: header?.key.start ?? member.key.start,
      end: header?.key.end ?? member.key.end,
      message: list ? otherName(visit, list, key.name) : message(idOf(document), { key: headerOf(key) }),
      link: key.docs,
      fixes: () => (header && !isRendered(document) ? fixes(visit, key, header) : []),
    });
  },
};

/** In a ConfigMap that the chart rendered a `[[runners]]` would be a second runner, beside the one that registers itself. */
function isRendered({ traits }: ConfigDocument): boolean {
  return traits.owner === 'chart' && traits.role === 'configuration';
}

function idOf(document: ConfigDocument) {
  return isRendered(document) ? 'missing-runners-header.rendered' : 'missing-runners-header';
}

/** Whether the first that leads to a list of tables is a table of one of its entries. */
function beginsImplied(node: Node): boolean {
  const first = node.type === 'array-of-tables' ? node.elements[0] : node;
  return first?.type === 'table' && isImplied(first);
}

/** `runners = []` behind `runners.docker.image = "x"`: the list takes the place of the table, and the runner loads it. */
function isReplaced({ member, path, document }: KeyVisit): boolean {
  if (path.length > 0 || member.keys.length < 2) return false;
  return (document.syntax.sections[0]?.pairs ?? []).some(
    ({ key, value }) =>
      value.type === 'array' && key.segments.length === 1 && member.keys.some(({ start }) => start === key.start),
  );
}

function listSpelledOtherwise(visit: KeyVisit, key: KeySchema) {
  return spellings(visit, key).find((other) => other !== visit.member && other.node.type === 'array-of-tables');
}

function otherName({ member, path }: KeyVisit, list: Member, name: string): Message {
  const header = headerLine([...path, list.name], true);
  return message('missing-runners-header.case', { key: member.name, list: header, name });
}

function fixes(visit: KeyVisit, key: KeySchema, header: Header): Fix[] {
  const { document, member } = visit;
  const { name } = key;
  const list = listSpelledOtherwise(visit, key);
  const rename: Change[] = list ? [{ op: 'rename', in: visit, members: spellings(visit, key), to: name }] : [];
  const renamed = offered(document, [
    { title: message('fix.rename', { name }), changes: rename, preferred: true, safe: true },
  ]);
  if (renamed.length > 0) return renamed;
  if (list && list.key.start < member.key.start) return [];
  const path = [...visit.path, list ? name : member.name];
  return [
    {
      title: message('fix.insert', { text: headerLine(path, true) }),
      changes: [{ op: 'insert-header', before: header, path }, ...rename],
      preferred: true,
      // With a `[[runners]]` further down there would be two of them.
      safe: !list && !document.syntaxProblems.some(({ related }) => related?.start === member.key.start),
    },
  ];
}
