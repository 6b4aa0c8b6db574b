/** A key that an older runner read and this one ignores. */
import { headerOf } from '../check/names';
import type { KeyVisit, Rule } from '../check/rule';
import { movePair, ownSection } from '../edits/move-pair';
import { removeLines, standsAlone } from '../edits/text-lines';
import { keyText } from '../edits/values';
import type { Fix } from '../finding';
import type { KeySchema } from '../schema/types';
import { isUnknownName } from './unknown-key';

export const removedKey: Rule = {
  code: 'removed-key',
  key(visit, report) {
    if (!isUnknownName(visit)) return;
    const removed = visit.context.schema.findRemoved(visit.schema, visit.member.name);
    if (!removed) return;
    const replacements = removed.replacedBy.map((path) => described(visit, path));
    const advice = replacements.length > 0 ? `Use ${replacements.join(' or ')} instead.` : 'The runner ignores it.';
    report({
      code: 'removed-key',
      severity: 'warning',
      start: visit.member.key.start,
      end: visit.member.key.end,
      message: `\`${removed.name}\` was removed in GitLab Runner ${removed.removed}. ${advice}`,
      link: visit.schema.docs,
      tags: ['deprecated'],
      fixes: () => [...removed.replacedBy.flatMap((path) => replacementFixes(visit, path)), ...removal(visit)],
    });
  },
};

function described(visit: KeyVisit, path: string): string {
  const key = visit.context.schema.byPath(path);
  if (!key) return `\`${path}\``;
  return key.parent === visit.schema
    ? `\`${key.name}\``
    : `\`${key.name}\` in \`${headerOf(key.parent as KeySchema)}\``;
}

/** Renames in place, or moves into the sub-table that took the key over (`AccessKey` of the cache into its `s3`). */
function replacementFixes(visit: KeyVisit, path: string): Fix[] {
  const { member, document, context, table } = visit;
  const key = context.schema.byPath(path);
  const { pair } = member;
  if (!key || !pair || table.members.has(key.name)) return moved(visit, key);
  if (key.parent !== visit.schema) return moved(visit, key);
  if (member.node.type !== 'value' || pair.key.segments.length === 0) return [];
  void document;
  return [
    {
      title: `Rename to \`${key.name}\``,
      edits: [{ start: member.key.start, end: member.key.end, newText: keyText(key.name) }],
      preferred: true,
    },
  ];
}

function moved(visit: KeyVisit, key: KeySchema | undefined): Fix[] {
  const { member, document, table } = visit;
  const parent = key?.parent;
  if (!key || !parent || parent.parent !== visit.schema || !member.pair || key.name !== member.name) return [];
  const below = ownSection(table);
  if (!below || member.pair.key.segments.length !== 1) return [];
  const existing = [...table.members.values()].find((other) => other.name.toLowerCase() === parent.name.toLowerCase());
  const section = existing?.node.type === 'table' ? ownSection(existing.node) : undefined;
  if (existing && !section) return [];
  const edits = movePair(
    document,
    member.pair,
    section ? { section } : { below, header: [...visit.path, parent.name], array: false },
  );
  return edits ? [{ title: `Move to \`${headerOf(parent)}\``, edits, preferred: true }] : [];
}

function removal(visit: KeyVisit): Fix[] {
  const { pair } = visit.member;
  if (!pair || !standsAlone(visit.document, pair)) return [];
  return [{ title: `Remove \`${visit.member.name}\``, edits: [removeLines(visit.document, pair)] }];
}
