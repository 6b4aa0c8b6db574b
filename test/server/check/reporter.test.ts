import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reporter } from '../../../server/check/reporter';
import { fileVisit } from '../../../server/meaning/file-facts';
import type { FileVisit } from '../../../server/meaning/visit';
import type { Rule } from '../../../server/rules/rule';
import { message } from '../../../server/text/message';
import { context, documentOf } from '../findings';

const of = { runner: undefined, key: 'firstKey' } as const;
const place = { start: 0, end: 1, of, message: message('several-runners') };

function rule(code: Rule['code'], check: Rule<'file'>['check']): Rule<'file'> {
  return { code, scope: 'file', check };
}

test('a finding has the code of its rule, and the severity of that code unless it says another', () => {
  const file: FileVisit = fileVisit(documentOf('concurrent = 4\n'), context);
  const reporter = new Reporter();
  reporter.show(file, [
    rule('key-case', (_, report) => report(place)),
    rule('wrong-type', (_, report) => {
      report(place);
      report({ ...place, severity: 'warning' });
    }),
  ]);
  assert.deepEqual(reporter.findings, [
    { ...place, code: 'key-case', severity: 'hint' },
    { ...place, code: 'wrong-type', severity: 'error' },
    { ...place, code: 'wrong-type', severity: 'warning' },
  ]);
});

test('what a rule about the file sees', () => {
  const text = 'concurrent = 4\n[[runners]]\n[[runners]]\n';
  const file = fileVisit(documentOf(text), context);
  assert.equal(file.isConditional, false);
  assert.deepEqual([...(file.root?.table.members.keys() ?? [])], ['concurrent', 'runners']);
  assert.deepEqual(
    file.settings.map(({ spelling }, runner) => {
      const [name, header] = [file.place('spelling', runner), file.place('hasHeader', runner)];
      return [spelling, text.slice(name?.start, name?.end), header];
    }),
    [
      ['runners', 'runners', { start: 15, end: 26, of: { key: 'hasHeader', runner: 0 } }],
      ['runners', 'runners', { start: 27, end: 38, of: { key: 'hasHeader', runner: 1 } }],
    ],
  );
  assert.equal(file.place('limit', 0), undefined);
});
