/** What an update writes: the real schema, changed by differences made up here. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020';
import type { Difference } from '../../../scripts/schema-update/compare';
import { editFlags } from '../../../scripts/schema-update/edit-flags';
import { editSchema } from '../../../scripts/schema-update/edit-schema';
import { type Entries, editExamples, editTexts, type TextEntry } from '../../../scripts/schema-update/edit-texts';
import { schemaFacts } from '../../../scripts/schema-update/schema-facts';
import { keysOf, type Node, type SchemaFile } from '../../../scripts/schema-update/schema-json';
import type { KeyFacts } from '../../../scripts/schema-update/types';

const readSchema = (): SchemaFile => JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'));
const readFlags = () => JSON.parse(readFileSync('schemas/feature-flags.json', 'utf8'));

function key(path: string, facts: Partial<KeyFacts> = {}): KeyFacts {
  const name = path.replaceAll('[]', '').split('.').at(-1) as string;
  return { path, name, kind: 'string', match: 'tag', int32: false, caseInsensitive: true, deprecated: false, ...facts };
}

const isNew = (path: string, facts: Partial<KeyFacts> = {}): Difference => ({
  subject: 'key',
  path,
  change: 'new',
  key: key(path, facts),
});

/** The schema after the differences, with a look-up by path. */
function edited(...differences: Difference[]) {
  const schema = readSchema();
  editSchema(schema, differences, { version: '19.5' });
  return {
    schema,
    at: (path: string): Node | undefined => [...keysOf(schema)].find((found) => found.path === path)?.node,
  };
}

test('a new key takes its place in the alphabet, and documentation and executors of its table', () => {
  const { schema, at } = edited(
    isNew('runners[].docker.tmpfs_size', { kind: 'integer', int32: true, default: 64, flag: '--docker-tmpfs-size' }),
  );
  const docker = at('runners[].docker');
  const above = docker?.['x-gitlab-runner'];
  assert.deepEqual(at('runners[].docker.tmpfs_size'), {
    $ref: '#/$defs/int32',
    default: 64,
    'x-gitlab-runner': {
      kind: 'integer',
      since: '19.5',
      executors: above?.executors,
      docs: above?.docs,
      flag: '--docker-tmpfs-size',
    },
  });
  const names = Object.keys(docker?.properties ?? {});
  assert.deepEqual(
    names,
    [...names].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)),
  );
  assert.equal(schema['x-gitlab-runner'].version, '19.5');
  assert.match(schema.description, /as version 19\.5 reads it/);
});

test('a new table with a key of a type that no other key has', () => {
  const { schema, at } = edited(
    isNew('runners[].docker.limits[]', { kind: 'array-of-tables' }),
    isNew('runners[].docker.limits[].weights', { kind: 'map', itemKind: 'float' }),
  );
  assert.equal(at('runners[].docker.limits[].weights')?.$ref, '#/$defs/float-map');
  assert.ok(schema.$defs['float-map']);
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  ajv.addVocabulary(['x-gitlab-runner']);
  const validate = ajv.compile(schema);
  const weights = (value: unknown) => validate({ runners: [{ docker: { limits: [{ weights: { a: value } }] } }] });
  assert.deepEqual([weights(1.5), weights('1.5')], [true, false]);
});

const gone = (path: string): Difference => ({ subject: 'key', path, change: 'gone', key: key(path) });

test('a gone key moves to the removed ones; a gone table takes its keys along', () => {
  const { at } = edited(gone('runners[].docker.shm_size'), gone('runners[].ssh'), gone('runners[].ssh.user'));
  assert.equal(at('runners[].docker.shm_size'), undefined);
  assert.equal(at('runners[].ssh.user'), undefined);
  const removed = (path: string) => at(path)?.['x-gitlab-runner']?.removedKeys ?? {};
  assert.equal(removed('runners[].docker').shm_size?.removed, '19.5');
  assert.equal(removed('runners[].docker').shm_size?.kind, 'integer');
  assert.equal(removed('runners[]').ssh?.removed, '19.5');
});

const changed = (path: string, change: Difference['change'], facts: Partial<KeyFacts>): Difference => ({
  subject: 'key',
  path,
  change,
  key: key(path, facts),
});

test('another kind drops what was said of the old one', () => {
  const { at } = edited(changed('log_format', 'kind', { kind: 'array', itemKind: 'string' }));
  const node = at('log_format');
  assert.deepEqual([node?.$ref, node?.default], ['#/$defs/string-array', undefined]);
  assert.deepEqual(Object.keys(node ?? {}).at(-1), 'x-gitlab-runner');
  const { kind, itemKind, enumeration, since } = node?.['x-gitlab-runner'] ?? {};
  assert.deepEqual([kind, itemKind, enumeration, since], ['array', 'string', undefined, '11.4']);
  assert.deepEqual(node?.['x-gitlab-runner']?.kindHistory, [
    { since: '11.4', kind: 'string' },
    { since: '19.5', kind: 'array', itemKind: 'string' },
  ]);
});

test('a duration brings its grammar along, and a number that became one loses its unit', () => {
  const { at } = edited(
    isNew('runners[].docker.pull_timeout', { kind: 'duration' }),
    changed('check_interval', 'kind', { kind: 'duration' }),
  );
  for (const path of ['runners[].docker.pull_timeout', 'check_interval']) {
    const notes = at(path)?.['x-gitlab-runner'];
    assert.deepEqual([notes?.grammar, notes?.unit], ['go-duration', undefined], path);
  }
});

test('a default, a deprecation, an option', () => {
  const { at } = edited(
    changed('connection_max_age', 'default', { kind: 'duration', default: 5400e9 }),
    changed('concurrent', 'deprecated', { deprecated: true }),
    changed('runners[].limit', 'option', { flag: undefined }),
  );
  assert.equal(at('connection_max_age')?.default, '1h30m');
  assert.deepEqual(
    [at('concurrent')?.deprecated, at('concurrent')?.['x-gitlab-runner']?.deprecatedSince],
    [true, '19.5'],
  );
  assert.equal('flag' in (at('runners[].limit')?.['x-gitlab-runner'] ?? {}), false);
});

test('what is written is what the next comparison finds', () => {
  const { schema } = edited(isNew('runners[].docker.x', { kind: 'duration', default: 90e9 }), gone('user'));
  const { keys } = schemaFacts(schema, []);
  assert.equal(keys.get('runners[].docker.x')?.default, 90e9);
  assert.equal(keys.has('user'), false);
  assert.equal(keys.size, [...keysOf(readSchema())].length);
});

test('what needs a hand stays', () => {
  const before = readSchema();
  const { schema } = edited(
    {
      subject: 'key',
      path: 'runners[].machine',
      change: 'spelling',
      before: 'machine',
      after: 'Machine',
      key: key('x'),
    },
    {
      subject: 'key',
      path: 'runners[].ssh',
      change: 'kind',
      before: 'table',
      after: 'string',
      key: key('runners[].ssh'),
    },
  );
  assert.deepEqual(schema.properties, before.properties);
});

test('feature flags: a new one in order, a gone one behind with its version', () => {
  const flags = editFlags(
    readFlags(),
    [
      {
        subject: 'feature flag',
        path: 'FF_AAA',
        change: 'new',
        after: { name: 'FF_AAA', default: true, deprecated: false },
      },
      { subject: 'feature flag', path: 'FF_TIMESTAMPS', change: 'gone' },
      {
        subject: 'feature flag',
        path: 'FF_EXPORT_HIGH_CARDINALITY_METRICS',
        change: 'default',
        before: false,
        after: true,
      },
      { subject: 'feature flag', path: 'FF_CONCRETE', change: 'deprecated', after: true },
      { subject: 'feature flag', path: 'FF_CONCRETE', change: 'removal', after: '20.0' },
    ],
    '19.5',
  );
  const of = (name: string) => flags.find((flag) => flag.name === name);
  assert.deepEqual(flags[0], { name: 'FF_AAA', default: true, since: '19.5', docs: flags[1]?.docs });
  assert.equal(of('FF_TIMESTAMPS')?.removed, '19.5');
  assert.equal(of('FF_EXPORT_HIGH_CARDINALITY_METRICS')?.default, true);
  assert.deepEqual(of('FF_EXPORT_HIGH_CARDINALITY_METRICS')?.defaultHistory, [
    { since: '17.9', default: false },
    { since: '19.5', default: true },
  ]);
  assert.deepEqual(
    [of('FF_CONCRETE')?.deprecated, of('FF_CONCRETE')?.deprecatedSince, of('FF_CONCRETE')?.toBeRemovedWith],
    [true, '19.5', '20.0'],
  );
  const firstRemoved = flags.findIndex((flag) => flag.removed);
  assert.ok(flags.slice(firstRemoved).every((flag) => flag.removed));
  assert.deepEqual(editFlags(readFlags(), [], '19.5'), readFlags());
});

function texts(): Entries<TextEntry>[] {
  return [
    { name: 'en/feature-flags.json', entries: { FF_B: { text: 'Does b.' } } },
    { name: 'en/keys.json', entries: { a: { text: 'An a.' }, c: { text: 'A c.' }, table: { text: 'A table.' } } },
    { name: 'en/kubernetes.json', entries: { 'runners[].kubernetes': { text: 'Pods.' } } },
  ];
}

test('texts: stubs beside what they belong to, marks on what changed, nothing of what is gone', () => {
  const files = texts();
  editTexts(
    files,
    [
      isNew('table.b'),
      isNew('runners[].kubernetes.x'),
      { ...gone('a') },
      { ...changed('c', 'default', {}), before: 3, after: 5 },
      { subject: 'feature flag', path: 'FF_A', change: 'new' },
      { subject: 'feature flag', path: 'FF_B', change: 'deprecated', after: true },
    ],
    '19.5',
  );
  // `TODO:` is the mark of a stub: the test of the texts refuses it until somebody has written the text.
  const stub = { text: 'TODO: what it does and when one wants it (new in 19.5).' };
  assert.deepEqual(
    files.map(({ entries }) => entries),
    [
      { FF_A: stub, FF_B: { text: 'TODO: is this still true? (deprecated in 19.5) Does b.' } },
      {
        c: { text: 'TODO: is this still true? (another default in 19.5, not 3 any more) A c.' },
        table: { text: 'A table.' },
        'table.b': stub,
      },
      { 'runners[].kubernetes': { text: 'Pods.' }, 'runners[].kubernetes.x': stub },
    ],
  );
});

test('examples: a stub that is no TOML, in the file of the table or the last one', () => {
  const files = [
    { name: 'docker.json', entries: { 'runners[].docker': ['x'], 'runners[].docker.image': ['y'] } },
    { name: 'new.json', entries: {} },
  ] as Entries<readonly string[]>[];
  // `TODO:` is the mark of a stub here, too: it is no TOML, so that the test of the examples refuses it.
  editExamples(files, [isNew('runners[].docker.a'), gone('runners[].docker.image'), isNew('other')]);
  assert.deepEqual(
    files.map(({ entries }) => entries),
    [{ 'runners[].docker': ['x'], 'runners[].docker.a': ['TODO: an example'] }, { other: ['TODO: an example'] }],
  );
});
