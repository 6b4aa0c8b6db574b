/** The edits of schemas/job-log name keys that there are, with values that these take, and make sound configurations. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownErrors } from '../../../server/joblog/entries';
import { explainText } from '../../../server/joblog/explain';
import type { Edit, LogError } from '../../../server/joblog/types';
import { loadDefaultSchema } from '../../../server/schema/schema';
import { Service } from '../../../server/service';
import { counted } from '../../counted';
import samples from '../../data/job-log-samples.json';

const schema = loadDefaultSchema().newest();

/** An executor that reads the table. */
function executorOf(table: string): string {
  const [, family = 'docker'] = /^runners\[\]\.(\w+)/.exec(table) ?? [];
  const executors: Readonly<Record<string, string>> = { machine: 'docker+machine', autoscaler: 'docker-autoscaler' };
  const own = ['docker', 'kubernetes', 'ssh', 'virtualbox', 'parallels', 'custom'];
  return executors[family] ?? (own.includes(family) ? family : 'docker');
}

for (const { id, edits } of counted(
  knownErrors().filter(({ edits }) => edits.length > 0),
  100,
)) {
  test(`${id}: its edits are of keys that there are`, () => {
    for (const { table, key = '', entries } of edits) {
      const parent = table === '' ? schema.root : schema.byPath(table);
      assert.ok(parent, table);
      if (parent.kind === 'map' || key.includes('{')) continue;
      for (const name of entries ? Object.keys(entries) : [key])
        assert.ok(parent.children.has(name), `${table} ${name}`);
    }
  });

  test(`${id}: a file with its edits is read without an error of the server's`, () => {
    const found = explainText(samples[id as keyof typeof samples][0] ?? '').errors[0];
    assert.ok(found);
    const edits = found.edits.filter(({ op, written, was }) => op !== 'remove' && !written && !was);
    for (const made of sets(edits)) {
      const { text, changed } = madeBy(made, found);
      assert.ok(changed, JSON.stringify(made));
      // The file is a piece: what else its executor needs is not the edit's.
      const refused = problemsOf(text).filter(({ severity, code }) => severity === 'error' && !ofPieces.has(code));
      assert.deepEqual(refused, [], text);
    }
  });
}

/** The edits that belong together: of one choice, for one executor. */
function sets(edits: readonly Edit[]): Edit[][] {
  const bySet = new Map<string, Edit[]>();
  for (const edit of edits) {
    const key = `${edit.choice ?? 1} ${executorFor(edit)}`;
    bySet.set(key, [...(bySet.get(key) ?? []), edit]);
  }
  return [...bySet.values()];
}

const executorFor = ({ family, table }: Edit) => executorOf(family ? `runners[].${family}` : table);

/** What is said of a file that lacks something else. */
const ofPieces: ReadonlySet<string> = new Set(['executor-without-key', 'executor-without-section', 'custom-dirs']);

function problemsOf(text: string) {
  return new Service().problems({
    uri: 'config.toml',
    languageId: 'gitlab-runner-config',
    version: 0,
    getText: () => text,
  });
}

/** A file that lacks what the edits write, with it. */
function madeBy(edits: readonly Edit[], error: LogError): { text: string; changed: boolean } {
  const [first] = edits;
  const executor = first ? executorFor(first) : 'docker';
  const table = { 'docker+machine': 'docker', 'docker-autoscaler': 'docker' }[executor] ?? executor;
  const hasImage = table === 'docker' && !edits.some(({ key }) => key === 'image');
  const lines = [
    '[[runners]]',
    '  url = "https://gitlab.example.com"',
    ...(edits.some(({ key }) => key === 'token') ? [] : ['  token = "glrt-0123456789abcdefghij"']),
    `  executor = "${executor}"`,
    `  [runners.${table}]`,
    ...(hasImage ? ['    image = "alpine:3.20"'] : []),
  ];
  const text = `${lines.join('\n')}\n`;
  const source = { uri: 'config.toml', languageId: 'gitlab-runner-config', version: 0, getText: () => text };
  const [cure] = new Service().logs.cures(source, { ...error, executors: ['*'], edits }, { executor });
  return { text: cure ? applied(text, cure.textEdits) : text, changed: cure !== undefined };
}

function applied(text: string, edits: readonly { start: number; end: number; newText: string }[]): string {
  return [...edits]
    .reverse()
    .reduce((before, { start, end, newText }) => before.slice(0, start) + newText + before.slice(end), text);
}
