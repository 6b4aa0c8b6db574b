/** A table without a key that it is no use without. Which keys those are is data: schemas/required.json. */

import blocks from '../../../schemas/blocks.json';
import { placeholder } from '../../edits/placeholder';
import type { Fix } from '../../meaning/finding';
import { memberOf } from '../../meaning/members';
import { tableView } from '../../meaning/table-view';
import type { TableVisit } from '../../meaning/visit';
import type { KeySchema, RequiredKey } from '../../schema/types';
import { message } from '../../text/message';
import type { Span } from '../../toml/syntax';
import { valueText } from '../../toml/write';
import type { Rule } from '../rule';

export const missingKey: Rule<'table'> = {
  code: 'missing-key',
  scope: 'table',
  concerns: (table) => table !== undefined && (table.required.length > 0 || table.path === 'runners[]'),
  check(visit, report) {
    const { schema, table } = visit;
    const place = placeOf(visit);
    if (!place) return;
    for (const { name, severity, why } of [...schema.required, ...runnerKeys(visit)]) {
      const key = schema.children.get(name);
      // Another case of a key that is matched to the letter has a finding of its own.
      if (!key || memberOf(table, name)) continue;
      report({
        severity,
        start: place.start,
        end: place.end,
        message:
          severity === 'error'
            ? message('missing-key.refused', { key: name })
            : message('missing-key', { key: name, why: why ?? message('required.fails') }),
        link: key.docs,
        fixes: () => [insertion(visit, key)],
      });
    }
  },
};

const ofRunner: readonly RequiredKey[] = [
  { name: 'url', severity: 'warning', why: message('required.runner-url') },
  { name: 'executor', severity: 'warning', why: message('required.runner-executor') },
];

/** A runner that has its token needs an address and an executor. One without is a template or a fragment: nothing is asked of it. */
function runnerKeys({ schema, table, document }: TableVisit): readonly RequiredKey[] {
  if (document.traits.role === 'template' || document.traits.role === 'globals') return [];
  return schema.path === 'runners[]' && tableView(table).string('token')?.value ? ofRunner : [];
}

/** The header's name, or the opening brace of an inline table. */
function placeOf({ table }: TableVisit): Span | undefined {
  const { inline } = table;
  if (inline) return { start: inline.start, end: inline.start + 1 };
  const header = table.sections[0]?.header;
  return header?.closed ? header.key : undefined;
}

/** What to write: what other tables tell, an example, or an empty value. */
function valueFor({ table, schema, context }: TableVisit, key: KeySchema): string {
  if (key.path === 'runners[].executor') {
    const used = [...table.members.values()].map(({ name }) => context.schema.find(schema, name)?.schema);
    return valueText(used.find((other) => other && other.executors.length > 0)?.executors[0] ?? 'shell');
  }
  const examples = (blocks.pairs as Record<string, Record<string, string | null>>)[key.parent?.path ?? ''];
  const example = examples?.[key.name];
  return example ? valueText(example) : placeholder(key);
}

function insertion(visit: TableVisit, key: KeySchema): Fix {
  return {
    title: message('fix.add', { key: key.name }),
    changes: [{ op: 'set', from: visit, key, value: { toml: valueFor(visit, key) } }],
    preferred: true,
  };
}
