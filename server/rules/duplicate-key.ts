/**
 * Two spellings of one key. TOML takes them for two keys, the runner for one: it loads the file and takes one of the two
 * values at random at each load (verdicts: dup-key-case). Tables are merged, so two spellings of a table are only key-case.
 */
import type { Rule } from '../check/rule';
import { removeLines, standsAlone } from '../edits/text-lines';

export const duplicateKey: Rule = {
  code: 'duplicate-key',
  table({ table, schema, context, document }, report) {
    const first = new Map<unknown, { name: string; start: number; end: number }>();
    for (const member of table.members.values()) {
      const key = context.schema.find(schema, member.name)?.schema;
      if (!key || member.node.type !== 'value') continue;
      const other = first.get(key);
      if (!other) {
        first.set(key, { name: member.name, start: member.key.start, end: member.key.end });
        continue;
      }
      const { pair } = member;
      report({
        code: 'duplicate-key',
        severity: 'warning',
        start: member.key.start,
        end: member.key.end,
        message: `\`${member.name}\` and \`${other.name}\` are the same key to the runner, which takes one of the two at random. Keep one.`,
        link: key.docs,
        related: [{ start: other.start, end: other.end, message: `\`${other.name}\` stands here.` }],
        fixes: () =>
          pair && standsAlone(document, pair)
            ? [{ title: `Remove this \`${member.name}\``, edits: [removeLines(document, pair)] }]
            : [],
      });
    }
  },
};
