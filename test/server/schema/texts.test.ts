/** Every key, value, executor and feature flag is explained, each in words of its own. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { KeyText } from '../../../server/schema/text-files';
import type { KeySchema } from '../../../server/schema/types';
import { counted } from '../../counted';
import { context } from '../findings';

const { schema, texts } = context;
const textOf = ({ path }: KeySchema): KeyText | undefined => texts.key(path);
const paths = (keys: readonly KeySchema[]) => keys.map(({ path }) => path);

test('every live key has a text', () => {
  assert.equal(schema.keys.length, 744);
  assert.deepEqual(paths(schema.keys.filter((key) => !textOf(key)?.text.trim())), []);
});

test('texts are about live keys, and name live keys as related', () => {
  const written = ['keys', 'kubernetes'].flatMap((name) =>
    Object.entries(JSON.parse(readFileSync(`schemas/texts/en/${name}.json`, 'utf8')) as Record<string, KeyText>),
  );
  assert.equal(new Set(written.map(([path]) => path)).size, written.length, 'a key in two files');
  const unknown = written.flatMap(([path, { related = [] }]) =>
    [path, ...related].filter((other) => !schema.byPath(other)).map((other) => `${path}: ${other}`),
  );
  assert.deepEqual(unknown, []);
  assert.deepEqual(
    written.filter(([path, { related = [] }]) => related.includes(path)).map(([path]) => path),
    [],
  );
});

/** Texts that differ in a name alone say nothing of their own. */
const withoutCode = (text: string) =>
  text
    .replace(/`[^`]*`/g, '')
    .toLowerCase()
    .replace(/[\W_]+/g, ' ')
    .trim();

test('no two texts say the same', () => {
  const said = new Map<string, string[]>();
  for (const key of counted(schema.keys)) {
    const text = withoutCode(textOf(key)?.text ?? '');
    said.set(text, [...(said.get(text) ?? []), key.path]);
  }
  assert.deepEqual(
    [...said.values()].filter((same) => same.length > 1),
    [],
  );
});

const common = new Set(
  'a an the of for to in on is are this these key setting sets set option value its and'.split(' '),
);

/** The words of a text that its name does not hold already. */
function ownWords(text: string, name: string): string[] {
  const named = name.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return text
    .replaceAll('`', '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word && !common.has(word) && !named.includes(word));
}

test('no text is a placeholder', () => {
  const placeholder = /\bTODO\b|\bTBD\b|\bFIXME\b|lorem ipsum|\bxxx\b/i;
  const repeating = counted(schema.keys).filter((key) => ownWords(textOf(key)?.text ?? '', key.name).length < 2);
  assert.deepEqual(paths(repeating), [], 'say no more than their names');
  for (const key of schema.keys) {
    const { text, unset, pitfall, unit } = textOf(key) ?? {};
    for (const part of [text, unset, pitfall, unit]) {
      if (part === undefined) continue;
      assert.ok(part.trim() === part && part !== '', `${key.path}: ${part}`);
      assert.doesNotMatch(part, placeholder, key.path);
    }
    for (const part of [text, unset, pitfall]) if (part) assert.match(part, /[.!?)]$/, `${key.path}: ${part}`);
  }
});

test('what the placeholder test looks for', () => {
  assert.deepEqual(ownWords('The image of the key.', 'image'), []);
  assert.deepEqual(ownWords('Sets the pull policy.', 'pull_policy'), []);
  assert.deepEqual(ownWords('Image for jobs that name none.', 'image'), ['jobs', 'that', 'name', 'none']);
});

const isTable = ({ kind }: KeySchema) => kind === 'table' || kind === 'array-of-tables';

test('each value says what happens without it: a text, a default, or that it is required', () => {
  const silent = counted(schema.keys).filter((key) => {
    const required = key.parent?.required.some(({ name }) => name === key.name);
    return !isTable(key) && !textOf(key)?.unset && key.default === undefined && !key.defaultText && !required;
  });
  assert.equal(silent.length, 0, `${silent.length} do not:\n${paths(silent).join('\n')}`);
});

test('every feature flag that the runner knows has a line', () => {
  const flags = schema.featureFlags.filter((flag) => !flag.removed);
  assert.equal(flags.length, 51);
  assert.deepEqual(
    flags.map(({ name }) => name).filter((name) => ownWords(texts.featureFlag(name) ?? '', name).length < 3),
    [],
  );
});

test('every value of an enumeration has a line, executors among them', () => {
  const used = new Set(schema.keys.flatMap(({ enumeration }) => enumeration ?? []));
  assert.ok(used.has('executor'));
  const missing = [...used].flatMap((name) =>
    (schema.enumeration(name)?.values ?? assert.fail(name))
      .filter((value) => !texts.value(name, value)?.trim())
      .map((value) => `${name}: ${value}`),
  );
  assert.deepEqual(missing, []);
});

test('executors that keys name are among the explained ones', () => {
  const named = new Set(schema.keys.flatMap(({ executors }) => executors));
  assert.deepEqual(
    counted(named).filter((name) => !texts.value('executor', name)),
    [],
  );
});
