/** For each of the 744 keys, 17 kinds of value: refused ones show an error, ignored ones a warning on the key, the others nothing of both. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsIn, pathAt, stopsRunner } from './compare';
import { type KindVerdict, kindVerdicts, skip } from './verdicts';

const values: Readonly<Record<string, string>> = {
  string: '"x"',
  empty_string: '""',
  duration_string: '"1h"',
  integer: '7',
  negative: '-1',
  big: '9223372036854775807',
  float: '1.5',
  boolean: 'true',
  datetime: '2026-01-01T00:00:00Z',
  local_date: '2026-01-01',
  strings: '["x"]',
  integers: '[1]',
  mixed: '["x", 1]',
  empty_array: '[]',
  table: '{a = "x"}',
  empty_table: '{}',
  tables: '[{a = "x"}]',
};

/** A file that sets one key, with a header for each table around it. */
function fileWith(path: string, value: string): string {
  const parts = path.split('.');
  const name = parts.pop()?.replace('[]', '');
  const headers = parts.map((part, index) => {
    const table = parts
      .slice(0, index + 1)
      .join('.')
      .replaceAll('[]', '');
    return part.endsWith('[]') ? `[[${table}]]\n` : `[${table}]\n`;
  });
  return `${headers.join('')}${name} = ${value}\n`;
}

test('a file is written with all the headers that a key needs', () => {
  assert.equal(
    fileWith('runners[].docker.services[].name', '"x"'),
    '[[runners]]\n[runners.docker]\n[[runners.docker.services]]\nname = "x"\n',
  );
  assert.equal(fileWith('runners[].docker.services[]', '[]'), '[[runners]]\n[runners.docker]\nservices = []\n');
  assert.equal(fileWith('concurrent', '7'), 'concurrent = 7\n');
});

/** What we say of a value, in the words of the verdicts. */
function judge(path: string, value: string): 'accepted' | 'refused' | 'ignored' {
  const { document, findings } = findingsIn(fileWith(path, value));
  if (findings.some(stopsRunner)) return 'refused';
  const key = path.replaceAll('[]', '');
  const warned = findings.some(
    (finding) => finding.code === 'wrong-type' && pathAt(document, finding).join('.') === key,
  );
  return warned ? 'ignored' : 'accepted';
}

/** The loader takes any text for them; the runner ends when it starts with one that it does not know (log/configuration.go). */
const lookedUpAtStart = new Set(['log_format', 'log_level']);

function expected({ path, accepts, ignored = [] }: KindVerdict, kind: string) {
  if (lookedUpAtStart.has(path)) return 'refused';
  if (ignored.includes(kind)) return 'ignored';
  return accepts.includes(kind) ? 'accepted' : 'refused';
}

test('all keys take the kinds of value that the runner takes, or 100 of them', () => {
  const verdicts = kindVerdicts();
  assert.equal(verdicts.length, skip ? 100 : 744);
  const differences: string[] = [];
  for (const verdict of verdicts) {
    for (const [kind, value] of Object.entries(values)) {
      const wanted = expected(verdict, kind);
      const ours = judge(verdict.path, value);
      if (ours !== wanted) differences.push(`${verdict.path} = ${value} is ${wanted} by the runner, ${ours} by us`);
    }
  }
  assert.deepEqual(differences, []);
});
