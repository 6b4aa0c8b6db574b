/** A table without a key that it is no use without. */

import blocks from '../../../schemas/blocks.json';
import { shortened } from '../../edits/convert-value';
import type { Fix } from '../../meaning/finding';
import { memberOf } from '../../meaning/members';
import type { TableVisit } from '../../meaning/visit';
import { isWrittenFor } from '../../meaning/written-for';
import type { KeySchema } from '../../schema/types';
import { type Message, message } from '../../text/message';
import { valueText } from '../../toml/write';
import type { Rule } from '../rule';
import { placeOfTable } from '../table-place';
import { holdsNothing, isEmpty } from './empty';
import { requiredKeys } from './required-keys';

export const missingKey: Rule<'table'> = {
  code: 'missing-key',
  scope: 'table',
  concerns: (table) => table !== undefined && (table.required.length > 0 || table.path === 'runners[]'),
  check(visit, report) {
    const { schema, table } = visit;
    const place = placeOfTable(table);
    if (!place) return;
    for (const { name, severity, refused = false, why } of requiredKeys(visit)) {
      const key = schema.children.get(name);
      if (!key) continue;
      // Another case of a key that is matched to the letter has a finding of its own.
      const member = memberOf(table, name);
      // An executor of nothing is an invalid value.
      const mayBeEmpty = schema.required.length === 0 && name !== 'url';
      if (member && (mayBeEmpty || !isEmpty(member))) continue;
      // What is there in another place, or misspelled, says so itself.
      if (!member && isWrittenFor(visit, key)) continue;
      const { start, end } = member?.key ?? place;
      report({
        // Kubernetes refuses a name of nothing, and takes a list of none.
        severity: member && holdsNothing(member) ? 'error' : severity,
        ...(!refused && { loads: true }),
        start,
        end,
        message: messageOf(name, refused, why ?? message('required.fails'), member !== undefined),
        link: key.docs,
        fixes: () => insertion(visit, key),
      });
    }
  },
};

function messageOf(key: string, refused: boolean, why: Message, isThere: boolean): Message {
  if (refused) return message(isThere ? 'missing-key.empty-refused' : 'missing-key.refused', { key });
  return message(isThere ? 'missing-key.empty' : 'missing-key', { key, why });
}

/** What to write: what other tables tell, or what most would; undefined where nobody can know. */
function valueFor({ table, schema, context }: TableVisit, key: KeySchema): string | undefined {
  if (key.path === 'runners[].executor') {
    const used = [...table.members.values()].map(({ name }) => context.schema.find(schema, name)?.schema);
    return valueText(used.find((other) => other && other.executors.length > 0)?.executors[0] ?? 'shell');
  }
  const examples = (blocks.pairs as Record<string, Record<string, string | null>>)[key.parent?.path ?? ''];
  const example = examples?.[key.name];
  if (example) return valueText(example);
  const isPlain =
    typeof key.default === 'string' || typeof key.default === 'number' || typeof key.default === 'boolean';
  return isPlain ? valueText(key.default as string) : undefined;
}

/** An empty value would only hide that it is missing: where nobody can know the value it is the one of the key's example. */
function insertion(visit: TableVisit, key: KeySchema): Fix[] {
  const known = valueFor(visit, key);
  const toml = known ?? exampleValue(visit, key);
  if (toml === undefined) return [];
  const title =
    known === undefined
      ? message('fix.add.example', { key: key.name, text: shortened(toml) })
      : message('fix.add', { key: key.name });
  return [{ title, changes: [{ op: 'set', from: visit, key, value: { toml } }], preferred: known !== undefined }];
}

function exampleValue({ context }: TableVisit, { path, name }: KeySchema): string | undefined {
  const line = context.texts.example(path)?.find((each) => each.startsWith(`${name} = `));
  return line?.slice(`${name} = `.length);
}
