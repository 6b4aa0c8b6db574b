/**
 * Two spellings of one key. TOML takes them for two keys, the runner for one: it loads the file and takes one of the two
 * values at random at each load (verdicts: dup-key-case). Tables are merged, so two spellings of a table are only key-case.
 */
import type { Rule } from '../check/rule';
import type { ConfigDocument } from '../document';
import { removePair } from '../edits/remove-pair';
import type { Fix } from '../finding';
import type { KeySchema } from '../schema/types';
import type { Member, TableNode } from '../toml/model';

export const duplicateKey: Rule = {
  code: 'duplicate-key',
  table({ table, schema, context, document }, report) {
    const firsts = new Map<KeySchema, Member>();
    for (const member of table.members.values()) {
      const key = context.schema.find(schema, member.name)?.schema;
      if (!key || member.node.type !== 'value') continue;
      const first = firsts.get(key);
      if (!first) {
        firsts.set(key, member);
        continue;
      }
      report({
        code: 'duplicate-key',
        severity: 'warning',
        start: member.key.start,
        end: member.key.end,
        message: `\`${member.name}\` and \`${first.name}\` are the same key to the runner, which takes one of the two values at random. Keep one.`,
        link: key.docs,
        related: [{ start: first.key.start, end: first.key.end, message: `\`${first.name}\` is here.` }],
        fixes: () => removals(document, table, member, first),
      });
    }
  },
};

/** Which of the two goes is the user's choice, unless they say the same. */
function removals(document: ConfigDocument, { inline }: TableNode, second: Member, first: Member): Fix[] {
  const same = second.pair && first.pair && valueText(document, second) === valueText(document, first);
  return [second, first].flatMap(({ pair, name }, index) => {
    const edit = pair && removePair(document, pair, inline);
    const safe = same && index === 0;
    return edit ? [{ title: `Remove \`${name}\``, edits: [edit], preferred: safe, safe }] : [];
  });
}

function valueText(document: ConfigDocument, { pair }: Member): string {
  return pair ? document.text.slice(pair.value.start, pair.value.end) : '';
}
