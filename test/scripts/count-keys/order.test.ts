import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import handSet from '../../../scripts/count-keys/hand-set.json';
import { completionOrder, KEYS } from '../../../scripts/count-keys/order';
import { Tally } from '../../../scripts/count-keys/tally';
import { isOutdated } from '../../../server/features/completion/ordering';
import { loadSchema } from '../../../server/schema/schema';
import type { KeySchema } from '../../../server/schema/types';
import { counted } from '../../counted';

const schema = loadSchema();
const { completionOrder: committed } = schema;

/** The order after so many projects used each of these. */
function orderAfter(uses: Readonly<Record<string, number>>, thing = KEYS) {
  const counts = new Tally();
  for (const [name, count] of Object.entries(uses)) {
    for (let project = 0; project < count; project++) counts.add(thing, name, String(project));
  }
  return completionOrder(schema, counts);
}

test('most used first, equals as in the schema, what one project uses not at all', () => {
  const { keys } = orderAfter({
    'runners[].docker.volumes': 3,
    'runners[].docker.image': 9,
    'runners[].docker.devices': 3,
    'runners[].docker.gpus': 1,
  });
  assert.deepEqual(keys['runners[].docker'], ['image', 'devices', 'volumes']);
});

test('a table that holds nothing but tables is named by what is in it', () => {
  const { keys } = orderAfter({
    'runners[].kubernetes.volumes': 5,
    'runners[].kubernetes.volumes.pvc[]': 4,
    'runners[].kubernetes.image': 3,
  });
  assert.deepEqual(keys['runners[].kubernetes'], ['volumes.pvc', 'image']);
  assert.deepEqual(keys['runners[].kubernetes.volumes'], ['pvc']);
});

test('what is deprecated or does nothing any more is not named, however many use it', () => {
  const { keys } = orderAfter({ 'runners[].machine': 99, 'runners[].cache.s3.UploadRoleARN': 99, 'runners[].ssh': 2 });
  assert.deepEqual(keys['runners[]'], ['name', 'url', 'token', 'executor', 'ssh']);
  assert.equal(keys['runners[].cache.s3'], undefined);
});

test('values: used ones, the others where something is to come after them', () => {
  const { values } = orderAfter({ shell: 9, 'docker+machine': 50, docker: 1 }, 'executor');
  assert.deepEqual(values.executor?.slice(0, 2), ['shell', 'docker']);
  assert.equal(values.executor?.at(-1), 'docker+machine');
  assert.equal(values.executor?.length, schema.enumeration('executor')?.values.length);
  assert.deepEqual(orderAfter({ cmd: 9, pwsh: 1 }, 'shell').values.shell, ['pwsh']);
});

const isTable = (key: KeySchema | undefined) => key !== undefined && key.children.size > 0;

test('the committed order names live keys that somebody should write, and values that there are', () => {
  for (const [path, names] of counted(Object.entries(committed.keys))) {
    const table = path === '' ? schema.root : schema.byPath(path);
    assert.ok(isTable(table), path);
    // Two digits stand for the place in the sort text.
    assert.ok(names.length < 100, path);
    assert.equal(new Set(names).size, names.length, path);
    for (const name of names) {
      const key = schema.at([...path.replaceAll('[]', '').split('.'), ...name.split('.')].filter(Boolean));
      assert.ok(key && !isOutdated(key), `${path}: ${name}`);
      assert.equal(key.path.replaceAll('[]', ''), [path.replaceAll('[]', ''), name].filter(Boolean).join('.'));
    }
  }
  for (const [name, values] of [...Object.entries(committed.values), ...Object.entries(committed.notOffered)]) {
    for (const value of values) assert.ok(schema.enumeration(name)?.values.includes(value), `${name}: ${value}`);
  }
});

test('what is set by hand is about live keys and values, and says why', () => {
  const { notCounted, first, valuesLast, notOffered } = handSet;
  for (const path of [...Object.keys(notCounted.keys), ...Object.keys(notCounted.values)])
    assert.ok(schema.byPath(path), path);
  const whys = [
    ...Object.values(notCounted.projects),
    ...Object.values(notCounted.keys),
    ...[notCounted.values, first, valuesLast, notOffered].flatMap((part) => Object.values(part).map(({ why }) => why)),
  ];
  for (const why of whys) assert.match(why, /^[A-Z].{9,}\.$/);
});

const corpus = '../shared/corpus';
const skip = existsSync(corpus)
  ? false
  : `${corpus} is not here: the order of completion is NOT compared with the counts`;
if (skip) console.error(`*** ${skip} ***`);

test('the committed order is what the counts give', { skip }, () => {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/count-keys.ts', corpus, '--check'], {
    encoding: 'utf8',
  });
  assert.equal(run.status, 0, `${run.stdout}${run.stderr}: run npm run count-keys`);
  assert.match(run.stdout, /^189 projects counted/);
});
