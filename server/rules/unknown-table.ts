/** A table that no runner knows. Everything in it is ignored for the same reason, so it is reported once, on its name. */
import { headerOf, nearestKey, placesFor } from '../check/names';
import type { KeyVisit, Rule } from '../check/rule';
import { keyText } from '../edits/values';
import type { Fix } from '../finding';
import type { KeySchema } from '../schema/types';
import { isUnknownName, renames } from './unknown-key';

export const unknownTable: Rule = {
  code: 'unknown-table',
  key(visit, report) {
    const { member, context, schema } = visit;
    if (!isUnknownName(visit) || member.node.type === 'value') return;
    if (context.schema.findRemoved(schema, member.name)) return;
    const elsewhere = placesFor(visit)[0];
    const meant = elsewhere ? undefined : nearestKey(member.name, schema, () => true);
    const advice = elsewhere
      ? `Did you mean \`${headerOf(elsewhere)}\`?`
      : meant
        ? `Did you mean \`${meant.name}\`?`
        : 'The runner ignores it with all that is in it.';
    report({
      code: 'unknown-table',
      severity: 'warning',
      start: member.key.start,
      end: member.key.end,
      message: `\`${[...visit.path, member.name].join('.')}\` is no table of config.toml. ${advice}`,
      link: schema.docs,
      fixes: () => (elsewhere ? moves(visit, elsewhere) : meant ? renames(visit, meant.name) : []),
    });
  },
};

/** Replaces the path up to the name in every header that passes through it. */
function moves(visit: KeyVisit, target: KeySchema): Fix[] {
  const names = target.path.replaceAll('[]', '').split('.').map(keyText).join('.');
  const edits = visit.member.keys.flatMap((key) => {
    const section = visit.document.syntax.sections.find(
      (candidate) => candidate.header && candidate.header.start <= key.start && key.end <= candidate.header.end,
    );
    return section?.header ? [{ start: section.header.key.start, end: key.end, newText: names }] : [];
  });
  // A name in a pair (`docker.image = …` at the top) cannot move by renaming.
  if (edits.length !== visit.member.keys.length) return [];
  return [{ title: `Change to \`${headerOf(target)}\``, edits, preferred: true }];
}
