/** What is compared across the runners of a file. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { checkConfiguration } from '../../../../server/check/check-configuration';
import { readConfiguration } from '../../../../server/meaning/configuration';
import { counted } from '../../../counted';
import { briefReportOf, context, documentOf, fixed, reportOf } from '../../findings';

const TOKENS = ['glrt-abcdefghij0123456789', 'glrt-zyxwvutsrq9876543210', 'glrt-klmnopqrst5678901234'];

interface Runner {
  readonly name?: string;
  readonly token?: string;
  readonly lines?: string;
}

/** A file of several shell runners. */
function file(globals: string, ...runners: readonly Runner[]): string {
  const blocks = runners.map(
    ({ name = 'a', token = TOKENS[0], lines = '' }) =>
      `[[runners]]\n  name = "${name}"\n  url = "https://gitlab.example.com"\n  token = "${token}"\n  executor = "shell"\n${lines}`,
  );
  return [globals, ...blocks].join('');
}

/** Findings as the editor asks for them, block by block: code and text. */
function inBlocks(text: string): string[] {
  const configuration = readConfiguration(documentOf(text));
  return checkConfiguration(configuration, context).map(({ finding, placed }) => {
    const by = placed?.start ?? 0;
    return `${finding.code} «${text.slice(by + finding.start, by + finding.end)}»`;
  });
}

test('no job at a time', () => {
  assert.deepEqual(briefReportOf('concurrent = 0\n'), ['1 error concurrent-zero «0»']);
  assert.equal(fixed('concurrent = 0\n', 'Change to `1`'), 'concurrent = 1\n');
  assert.deepEqual(briefReportOf('concurrent = -1\n'), ['1 error concurrent-zero «-1»']);
  // `register` takes the runner alone out of a template.
  const runner = (lines: string) => briefReportOf(`concurrent = 0\n[[runners]]\n  executor = "shell"\n${lines}`).at(0);
  const url = '  url = "https://gitlab.example.com"\n';
  assert.equal(runner(url), '1 hint concurrent-zero «0»');
  assert.equal(runner(''), '1 error concurrent-zero «0»');
  assert.equal(runner(`${url}  token = "glrt-0123456789abcdefghij"\n`), '1 error concurrent-zero «0»');
  assert.deepEqual(
    briefReportOf('Concurrent = 1\n').filter((line) => line.includes('zero')),
    [],
  );
});

test('a token twice, which no sentence repeats', () => {
  const text = file('concurrent = 4\n', { name: 'a' }, { name: 'a' });
  assert.deepEqual(briefReportOf(text), [`10 warning duplicate-token «"${TOKENS[0]}"»`]);
  for (const line of counted(reportOf(text))) assert.doesNotMatch(line.slice(line.indexOf('»')), /glrt-/);
  assert.deepEqual(inBlocks(text), [`duplicate-token «"${TOKENS[0]}"»`]);
});

test('a name twice', () => {
  const text = file('concurrent = 4\n', { name: 'ci' }, { name: 'ci', token: TOKENS[1] ?? '' });
  assert.deepEqual(briefReportOf(text), ['8 hint duplicate-name «"ci"»']);
  assert.deepEqual(inBlocks(text), ['duplicate-name «"ci"»']);
  const third = file('concurrent = 4\n', ...TOKENS.slice(0, 3).map((token) => ({ name: 'ci', token })));
  assert.deepEqual(briefReportOf(third), ['8 hint duplicate-name «"ci"»']);
});

test('several jobs allowed, and `concurrent` left out', () => {
  const text = file('', { lines: '  limit = 4\n' });
  assert.deepEqual(briefReportOf(text), ['6 hint concurrent-missing «4»']);
  assert.match(fixed(text, 'Add `concurrent`'), /^concurrent = 4\n/);
  assert.deepEqual(briefReportOf(fixed(text, 'Add `concurrent`')), []);
});

test('more jobs of one runner than of all', () => {
  const text = file('concurrent = 1\n', { lines: '  limit = 8\n' });
  assert.deepEqual(briefReportOf(text), ['7 hint limit-gt-concurrent «8»']);
  assert.match(fixed(text, 'Change to `concurrent = 8`'), /^concurrent = 8\n/);
  const second = file('concurrent = 2\n', {}, { name: 'b', token: TOKENS[1] ?? '', lines: '  limit = 8\n' });
  assert.deepEqual(inBlocks(second), ['limit-gt-concurrent «8»']);
});

test('more requests than jobs', () => {
  const text = file('concurrent = 10\n', { lines: '  limit = 2\n  request_concurrency = 8\n' });
  assert.deepEqual(briefReportOf(text), ['8 hint request-concurrency-gt-limit «8»']);
  assert.match(fixed(text, 'Change to `2`'), /request_concurrency = 2\n/);
  assert.deepEqual(briefReportOf(file('concurrent = 4\n', { lines: '  request_concurrency = 8\n' })), [
    '7 hint request-concurrency-gt-limit «8»',
  ]);
});

test('more runners than jobs', () => {
  const runners = TOKENS.map((token, index) => ({ name: `r${index}`, token }));
  const text = file('concurrent = 1\n', ...runners);
  assert.deepEqual(briefReportOf(text), ['1 information concurrent-vs-runners «1»']);
  assert.match(fixed(text, 'Change to `4`'), /^concurrent = 4\n/);
  assert.deepEqual(inBlocks(text), ['concurrent-vs-runners «1»']);
});

describe('nothing is said of', () => {
  const other = { name: 'b', token: TOKENS[1] ?? '' };
  const quiet: Readonly<Record<string, string>> = {
    'two runners of their own': file('concurrent = 4\n', {}, other),
    'one job at a time': file('concurrent = 1\n', {}),
    'a variable twice': file('concurrent = 4\n', { token: `\${TOKEN}` }, { name: 'b', token: `\${TOKEN}` }),
    'a variable with a prefix twice': file(
      'concurrent = 4\n',
      { token: `glrt-\${RUNNER_TOKEN_OF_CI}` },
      { name: 'b', token: `glrt-\${RUNNER_TOKEN_OF_CI}` },
    ),
    'a blackened token twice': file(
      'concurrent = 4\n',
      { token: 'glrt-xxxxxxxxxxxxxxxxxxxx' },
      { name: 'b', token: 'glrt-xxxxxxxxxxxxxxxxxxxx' },
    ),
    'a token that somebody took out twice': file(
      'concurrent = 4\n',
      { token: 'glrt-REDACTED000000000000' },
      { name: 'b', token: 'glrt-REDACTED000000000000' },
    ),
    'a word for a token twice': file('concurrent = 4\n', { token: 'TOKEN' }, { name: 'b', token: 'TOKEN' }),
    'a name that is filled in twice': file('concurrent = 4\n', { name: '__NAME__' }, { ...other, name: '__NAME__' }),
    'no name twice': file('concurrent = 4\n', { name: '' }, { ...other, name: '' }),
    'no limit': file('concurrent = 4\n', { lines: '  limit = 0\n' }),
    'a limit of all': file('concurrent = 4\n', { lines: '  limit = 4\n' }),
    'a limit of one without concurrent': file('', { lines: '  limit = 1\n' }),
    'a limit of a piece without its token': '[[runners]]\n  executor = "shell"\n  limit = 4\n',
    'requests up to the limit': file('concurrent = 4\n', { lines: '  limit = 2\n  request_concurrency = 2\n' }),
    'requests without a limit': '[[runners]]\n  executor = "shell"\n  request_concurrency = 8\n',
    'as many jobs as runners': file('concurrent = 2\n', {}, other),
    'globals alone': 'concurrent = 10\n',
    'a limit in hexadecimal': file('concurrent = 4\n', { lines: '  limit = 0x4\n' }),
    'names in different case': file('concurrent = 4\n', { name: 'ci' }, { ...other, name: 'CI' }),
    'no name at all': '[[runners]]\n  executor = "shell"\n[[runners]]\n  executor = "shell"\n',
    'a table that is no runner': 'concurrent = 1\n[session_server]\n  session_timeout = 1800\n',
  };
  for (const [what, text] of counted(Object.entries(quiet), 21)) {
    it(what, () => {
      assert.deepEqual(briefReportOf(text), []);
      assert.deepEqual(inBlocks(text), []);
    });
  }
});

test('names and limits that stand in branches of a template are not compared', () => {
  const runner = (limit: number) => `[[runners]]\n  name = "a"\n  executor = "shell"\n  limit = ${limit}\n`;
  const text = `concurrent = 1\n{{ if .big }}\n${runner(8)}{{ else }}\n${runner(1)}{{ end }}\n`;
  assert.deepEqual(briefReportOf(text), []);
});
