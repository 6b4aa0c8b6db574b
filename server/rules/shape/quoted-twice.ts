/**
 * Quotes within the quotes: TOML takes away the outer ones alone, and the runner looks for a file, a host or an image with quotes in its
 * name. Said of keys for what has no quotes; where a grammar reads the key, it says so itself.
 */

import { replacements } from '../../meaning/change';
import { message } from '../../text/message';
import { words } from '../../text/words';
import type { StringValue, Value } from '../../toml/syntax';
import { valueText } from '../../toml/write';
import { grammarNamed } from '../../values/all';
import { unquoted } from '../../values/quoted';
import type { Rule } from '../rule';

/** The last words of keys for files, hosts, images and the like. */
const WITHOUT_QUOTES: ReadonlySet<string> = new Set(
  [
    'image images host hostname dir file folder address location account namespace user users username runtime context',
    'domain snapshot driver arn server token path',
  ].flatMap((line) => line.split(' ')),
);

/** `name` alone may be any text; `base_name` and `BucketName` are no such. */
function hasNoQuotes(name: string): boolean {
  const parts = words(name);
  const last = parts.at(-1) ?? '';
  return WITHOUT_QUOTES.has(last) || (last === 'name' && parts.length > 1);
}

/** Longer texts are no names. */
const LONGEST = 300;

export const quotedTwice: Rule<'key'> = {
  code: 'quoted-twice',
  scope: 'key',
  concerns: (key) =>
    key !== undefined &&
    (key.kind === 'string' || (key.kind === 'array' && key.itemKind === 'string')) &&
    (key.enumeration === undefined || key.enumerationOpen) &&
    hasNoQuotes(key.name),
  check({ key, member }, report) {
    if (!key || member.node.type !== 'value') return;
    for (const text of textsIn(member.node.value)) {
      const inner = text.value.length > LONGEST ? undefined : unquoted(text.value);
      if (inner === undefined || isRefused(key.grammar, text.value)) continue;
      const { start, end } = text;
      const newText = valueText(inner);
      report({
        start,
        end,
        message: message('quoted-twice'),
        link: key.docs,
        fixes: () => [
          {
            title: message('fix.change-to', { text: newText }),
            changes: replacements([{ start, end, newText }]),
            preferred: true,
          },
        ],
      });
    }
  },
};

function textsIn(value: Value): readonly StringValue[] {
  const values = value.type === 'array' ? value.items : [value];
  return values.flatMap((each) => (each.type === 'string' ? each : []));
}

/** Whether the grammar of the key has something to say of the text itself. */
function isRefused(name: Parameters<typeof grammarNamed>[0], text: string): boolean {
  return (grammarNamed(name)?.read(text).problems.length ?? 0) > 0;
}
