/** A table that no runner knows. Everything in it is ignored for the same reason, so it is reported once, on its name. */

import { mergeTable } from '../../edits/merge-table';
import { renameTable } from '../../edits/rename-table';
import { placeFor } from '../../edits/table-place';
import { headerAround } from '../../edits/target-table';
import { insertLines, withLeadingComments } from '../../edits/text-lines';
import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import { memberOf } from '../../meaning/members';
import { headerOf } from '../../meaning/table-names';
import { isUnknownName, type Meaning, meaningOf } from '../../meaning/unknown-name';
import type { KeyVisit } from '../../meaning/visit';
import type { KeySchema } from '../../schema/types';
import { draft } from '../../text/draft';
import type { TextEdit } from '../../text/edit';
import { isImplied } from '../../toml/model';
import type { Rule } from '../rule';

export const unknownTable: Rule<'key'> = {
  code: 'unknown-table',
  scope: 'key',
  check(visit, report) {
    const { member, context, schema } = visit;
    if (!isUnknownName(visit) || member.node.type === 'value') return;
    if (context.schema.findRemoved(schema, member.name)) return;
    const meaning = meaningOf(visit);
    report({
      start: member.key.start,
      end: member.key.end,
      message: draft(
        `\`${[...visit.path, member.name || '""'].join('.')}\` is no table of config.toml. ${advice(meaning)}`,
      ),
      link: schema.docs,
      fixes: () => candidates(meaning).flatMap((target) => renamed(visit, target)),
    });
  },
};

function advice(meaning: Meaning): string {
  const [target, ...others] = candidates(meaning);
  if (!target) return 'The runner ignores it with all that is in it.';
  const names = [target, ...others].map((key) => `\`${headerOf(key)}\``);
  return `Did you mean ${names.join(' or ')}? The runner ignores it as it is.`;
}

function candidates(meaning: Meaning): readonly KeySchema[] {
  if (meaning.kind === 'misspelled' || meaning.kind === 'misplaced') return [meaning.key];
  if (meaning.kind !== 'elsewhere' || meaning.unread) return [];
  return meaning.keys.filter(({ kind }) => kind === 'table' || kind === 'array-of-tables' || kind === 'map');
}

/** Whether the first header below `runners` would have no `[[runners]]` before it. */
function needsRunner({ document, member }: KeyVisit, target: KeySchema): boolean {
  if (!target.path.startsWith('runners[]') || memberOf(document.model.root, 'runners')) return false;
  return target.path !== 'runners[]' || (member.node.type === 'table' && isImplied(member.node));
}

function insertRunner({ document, member }: KeyVisit): TextEdit {
  const header = headerAround(document, member.key.start)?.header ?? member.key;
  return insertLines(document, withLeadingComments(document, header).start, ['[[runners]]']);
}

function renamed(visit: KeyVisit, target: KeySchema): Fix[] {
  const place = placeFor(visit, target);
  if (!place) return [];
  if (place !== 'free') {
    const edits = mergeTable(visit.document, visit.member, place);
    return edits
      ? [{ title: draft(`Move its keys to \`${headerOf(target)}\``), changes: replacements(edits), preferred: true }]
      : [];
  }
  const edits = renameTable(visit, target);
  if (edits && needsRunner(visit, target)) edits.unshift(insertRunner(visit));
  return edits
    ? [{ title: draft(`Change to \`${headerOf(target)}\``), changes: replacements(edits), preferred: true }]
    : [];
}
