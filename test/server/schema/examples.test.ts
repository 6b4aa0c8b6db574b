/** Every key has an example that the runner would load, that we have nothing to say against, and that is one of the key. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { mergeExamples } from '../../../scripts/merge-examples.mjs';
import { exampleText } from '../../../server/features/example-of';
import type { TextFile } from '../../../server/schema/text-files';
import { loadTexts } from '../../../server/schema/texts';
import type { KeySchema } from '../../../server/schema/types';
import type { Node } from '../../../server/toml/model';
import { counted } from '../../counted';
import { context, documentOf, reportOf } from '../findings';
import { fileAround, nodeAt } from './example-file';

const { schema, texts } = context;
const files = mergeExamples('schemas/examples');
const withExample = counted(
  schema.keys.flatMap((key) => {
    const lines = texts.example(key.path);
    return lines ? [{ key, lines }] : [];
  }),
);

test('every live key has one', () => {
  const without = counted(schema.keys)
    .map(({ path }) => path)
    .filter((path) => !texts.example(path));
  assert.equal(without.length, 0, `${without.length} without an example:\n${without.join('\n')}`);
});

test('and what the build merged are examples of live keys', () => {
  assert.deepEqual(
    counted(Object.keys(files)).filter((path) => !schema.byPath(path)),
    [],
  );
  for (const { key, lines } of withExample) assert.deepEqual(lines, files[key.path], key.path);
});

test('two files with an example of the same key do not build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  try {
    for (const name of ['a', 'b']) writeFileSync(join(folder, `${name}.json`), '{ "user": ["user = \\"ci\\""] }');
    assert.throws(() => mergeExamples(folder), /b\.json has a second example of user/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Whether the key or a table above it is on its way out. */
function isDeprecated(key: KeySchema | undefined): boolean {
  return Boolean(key && (key.deprecated || key.noEffectSince || key.sectionDeprecated || isDeprecated(key.parent)));
}

test('the server has nothing to say against them in their place', () => {
  const objections = withExample.flatMap(({ key, lines }) => {
    const text = fileAround(key, lines);
    // What only a runner has that is not released is an example for that one.
    const target = key.ahead ? `# gitlab-runner: version=${key.since}\n` : '';
    // An example is a piece: what is missing around it says nothing against it.
    const said = reportOf(target + text).filter(
      (line) =>
        !((isDeprecated(key) || key.path.includes('.referees')) && /^\d+ \w+ deprecated-key /.test(line)) &&
        line.split(' ')[2] !== advisedAgainst[key.path],
    );
    return said.length > 0 ? [`${key.path}\n${text}${said.join('\n')}`] : [];
  });
  assert.equal(objections.length, 0, objections.join('\n\n'));
});

/** Advice against the key itself, whatever its value: its example cannot do without it. */
const advisedAgainst: Readonly<Record<string, string>> = {
  'runners[].docker.links': 'docker-links-legacy',
  'runners[].docker.pid_mode': 'host-namespaces',
  'runners[].docker.userns_mode': 'host-namespaces',
  // A referee needs all three, and an example is of one.
  'runners[].referees.metrics.prometheus_address': 'referee',
  'runners[].referees.metrics.queries': 'referee',
  'runners[].referees.metrics.query_interval': 'referee',
  'runners[].ssh.disable_strict_host_key_checking': 'ssh-host-key',
  user: 'user-key-overwritten',
};

const isTable = ({ kind }: KeySchema) => kind === 'table' || kind === 'array-of-tables';

/** A value, or a table with something in it. */
function defines(node: Node | undefined, key: KeySchema): boolean {
  if (node?.type === 'array-of-tables') return key.kind === 'array-of-tables' && node.elements.some(hasMembers);
  if (node?.type === 'table') return (key.kind === 'table' || key.kind === 'map') && hasMembers(node);
  return node?.type === 'value' && !isTable(key) && key.kind !== 'map';
}

const hasMembers = (node: Node) => node.type === 'table' && node.members.size > 0;

test('each defines the key that it is for', () => {
  const others = withExample.filter(({ key, lines }) => !defines(nodeAt(fileAround(key, lines), key), key));
  assert.deepEqual(
    others.map(({ key }) => key.path),
    [],
  );
});

test('each parses as it is shown', () => {
  for (const { key, lines } of withExample) {
    assert.deepEqual(documentOf(exampleText(key, lines)).syntaxProblems, [], key.path);
  }
});

test('the check of this test is one: a wrong type, an unknown key, a key of another table', () => {
  const image = schema.byPath('runners[].docker.image') ?? assert.fail();
  assert.deepEqual(reportOf(fileAround(image, ['image = "ruby:3.4"'])), []);
  assert.match(reportOf(fileAround(image, ['image = 3'])).join(), /wrong-type «3»/);
  assert.match(reportOf(fileAround(image, ['imag = "ruby:3.4"'])).join(), /unknown-key «imag»/);
  assert.ok(defines(nodeAt(fileAround(image, ['image = "ruby:3.4"']), image), image));
  const services = schema.byPath('runners[].docker.services[]') ?? assert.fail();
  assert.ok(!defines(nodeAt(fileAround(services, ['[runners.docker]', '  image = "ruby:3.4"']), services), services));
});

test('they are short and free of placeholders', () => {
  for (const { key, lines } of withExample) {
    assert.ok(lines.length > 0 && lines.length <= 16, `${key.path}: ${lines.length} lines`);
    for (const line of lines) {
      // A header is as long as its names are.
      assert.ok(line.length <= 110 || /^\s*\[.*\]$/.test(line), `${key.path}: ${line}`);
      assert.doesNotMatch(line, /\bTODO\b|lorem|\bfoo\b|\bbar\b|<[a-z_ -]+>|\t|\s$/i, key.path);
    }
  }
});

test('each comment is there in the other languages', () => {
  const commented = Object.entries(mergeExamples('schemas/examples')).filter(([, lines]) => lines.some(hasComment));
  for (const language of ['zh-cn', 'zh-tw']) {
    const { comments } = JSON.parse(readFileSync(`server/schema/generated/texts.${language}.json`, 'utf8')) as TextFile;
    const texts = loadTexts(language);
    for (const [path, lines] of counted(commented)) {
      const own = texts.example(path) ?? [];
      assert.deepEqual(own.map(withoutComment), lines.map(withoutComment));
      for (const comment of lines.filter(hasComment).map(commentOf))
        assert.ok(comments[comment], `${language}: ${comment}`);
    }
    assert.equal(
      texts.example('runners[].docker.service_memory_swap')?.at(-1),
      `service_memory_swap = "1g"  # ${comments['no swap']}`,
    );
    assert.notEqual(comments['no swap'], 'no swap');
  }
});

const hasComment = (line: string) => line.includes('  # ');
const withoutComment = (line: string) => line.split('  # ')[0];
const commentOf = (line: string) => line.split('  # ')[1] ?? '';
