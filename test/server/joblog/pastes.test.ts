/** What chats, pages, terminals and other programs make of a log that is pasted: each error and each log is recognised all the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainText } from '../../../server/joblog/explain';
import { counted } from '../../counted';
import samples from '../../data/job-log-samples.json';
import logs from '../../data/job-logs.json';

const lines = (change: (line: string, index: number) => string) => (text: string) =>
  text.replace(/\n$/, '').split('\n').map(change).join('\n');
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Rows of a terminal: cut wherever they are full. */
const rows = (width: number) => lines((line) => line.match(new RegExp(`.{1,${width}}`, 'gu'))?.join('\n') ?? '');

const ways: readonly (readonly [name: string, way: (text: string) => string])[] = [
  ['quoted', lines((line) => `> ${line}`)],
  ['indented', lines((line) => `    ${line}`)],
  ['in a fence of a letter', (text) => `My job fails:\n\n\`\`\`\n${text}\n\`\`\`\n\nWhy?\n`],
  ['from Docker Compose', lines((line) => `runner-1  | ${line}`)],
  ['from kubectl', lines((line) => `[pod/runner-7d9/runner] ${line}`)],
  ['from a file of Docker', lines((line) => JSON.stringify({ log: `${line}\n`, stream: 'stdout' }))],
  ['from a file of the container runtime', lines((line) => `2026-03-03T10:11:12.123456789Z stdout F ${line}`)],
  ['from the source of a page', (text) => text.replace(/[&<>"]/g, (mark) => entities[mark] ?? mark)],
  ['with the quotation marks of a letter', (text) => text.replaceAll('"', '”').replaceAll("'", '’')],
  ['with the spaces of a page', (text) => text.replaceAll(' ', '\u00a0')],
  ['from a terminal of 80 columns', rows(80)],
  ['from a terminal of 120 columns', rows(120)],
];

for (const [name, way] of ways) {
  test(`errors ${name}`, () => {
    for (const [id, texts] of counted(Object.entries(samples), 214)) {
      for (const text of texts) assert.equal(explainText(way(text)).errors[0]?.id, id, way(text));
    }
  });
}

for (const [name, way] of [
  ...ways.slice(0, 10),
  ['with numbers of lines', lines((line, index) => `${index + 1}\t${line}`)],
] as typeof ways) {
  test(`logs ${name}`, () => {
    for (const { id, text, expected, verdict } of counted(logs, 172)) {
      const found = explainText(way(text));
      assert.deepEqual([found.verdict, found.errors.map((error) => error.id)], [verdict, expected], id);
    }
  });
}

test('the line is told that it stands in', () => {
  const text = 'Hello\u00a0all,\n\n1 Preparing\n2 ERROR: Job failed: user “root” is not an allowed user: [ci]\n';
  assert.deepEqual(
    explainText(text).errors.map(({ id, line }) => [id, line]),
    [['docker-user-denied', 3]],
  );
});
