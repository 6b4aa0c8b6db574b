/** A table without a key that it is no use without. Which keys those are is data: schemas/required.json. */

import { stringMember } from '../check/names';
import type { Rule, TableVisit } from '../check/rule';
import { endOfPairs, insertLines, pairIndentation } from '../edits/text-lines';
import { placeholder } from '../edits/values';
import type { Fix } from '../finding';
import type { KeySchema } from '../schema/types';
import type { Span } from '../toml/syntax';

export const missingKey: Rule = {
  code: 'missing-key',
  table(visit, report) {
    const { schema, context, table } = visit;
    const place = placeOf(visit);
    if (!place) return;
    for (const required of [...schema.required, ...runnerKeys(visit)]) {
      if (has(visit, required.name)) continue;
      const key = schema.children.get(required.name) as KeySchema;
      report({
        code: 'missing-key',
        severity: required.severity,
        start: place.start,
        end: place.end,
        message: `\`${required.name}\` is missing. ${required.severity === 'error' ? 'The runner does not start without it.' : (why(required.name, schema) ?? 'Jobs fail without it.')}`,
        link: key.docs,
        fixes: () => insertions(visit, key),
      });
    }
    void context;
    void table;
  },
};

function why(name: string, schema: KeySchema): string | undefined {
  const reason = (schema.required as readonly { name: string; why?: string }[]).find(
    (entry) => entry.name === name,
  )?.why;
  if (reason) return reason;
  if (name === 'executor') return 'The runner cannot tell how to run its jobs.';
  if (name === 'url' || name === 'token') return 'The runner cannot ask GitLab for jobs without it.';
  return undefined;
}

/**
 * A runner needs an address, a token and an executor. A file that has neither address nor token is a template or a
 * fragment, and nothing is asked of it.
 */
function runnerKeys({ schema, table }: TableVisit): readonly { name: string; severity: 'error' | 'warning' }[] {
  if (schema.path !== 'runners[]') return [];
  const names = new Set([...table.members.keys()].map((name) => name.toLowerCase()));
  const registered = names.has('token') && (stringMember(table, 'token') ?? 'x') !== '';
  if (!registered) return [];
  return ['url', 'executor'].map((name) => ({ name, severity: 'warning' as const }));
}

function has({ schema, table }: TableVisit, name: string): boolean {
  const key = schema.children.get(name);
  if (!key) return true;
  for (const member of table.members.values()) {
    // Another case of a key that is matched to the letter has a finding of its own.
    if (member.name === name || member.name.toLowerCase() === name.toLowerCase()) return true;
  }
  return false;
}

/** The header's name, or the opening brace of an inline table. */
function placeOf({ table, document }: TableVisit): Span | undefined {
  const header = table.sections[0]?.header;
  if (header) return header.key;
  return table.inline && document.text.length > 0
    ? { start: table.inline.start, end: table.inline.start + 1 }
    : undefined;
}

function insertions({ table, document }: TableVisit, key: KeySchema): Fix[] {
  const section = table.sections[0];
  const text = `${key.name} = ${placeholder(key)}`;
  const title = `Add \`${key.name}\``;
  if (section?.header) {
    const line = pairIndentation(document, section) + text;
    return [{ title, edits: [insertLines(document, endOfPairs(document, section), [line])], preferred: true }];
  }
  const { inline } = table;
  if (!inline?.closed) return [];
  const last = inline.pairs[inline.pairs.length - 1];
  const edit = last
    ? { start: last.end, end: last.end, newText: `, ${text}` }
    : { start: inline.start + 1, end: inline.start + 1, newText: ` ${text} ` };
  return [{ title, edits: [edit], preferred: true }];
}
