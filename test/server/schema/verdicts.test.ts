/** The definitions against the runner's own loader: what each key takes, for 17 kinds of value. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadSchema } from '../../../server/schema/schema';
import type { KeySchema } from '../../../server/schema/types';
import { counted } from '../../counted';
import { least, SHARED } from '../../shared';

const FACTS = '../shared/facts';
const skip = existsSync(FACTS) ? false : `${FACTS} is not here: the schema is NOT compared with the runner's verdicts`;
if (skip) console.error(`*** ${skip} ***`);

/** What is said of every key cannot be compared any more once a newer runner has been brought in (schema:update). */
const skipKinds = !skip && newerThanFacts();
const skipAllKeys = skip || skipKinds;
if (skipAllKeys && !skip) console.error(`*** ${skipAllKeys} ***`);

function newerThanFacts(): string | false {
  const { meta } = JSON.parse(readFileSync(`${FACTS}/checks.json`, 'utf8'));
  const { newestVersion } = loadSchema();
  if (meta.runner_version.includes(`${newestVersion}.`)) return false;
  return `the facts are of ${meta.runner_version}, schemas/ of ${newestVersion}: keys are NOT compared one by one`;
}

interface KindVerdict {
  path: string;
  accepts: string[];
  ignored?: string[];
}

/** The instances as the caller builds them: a datetime is its text at a datetime key, else null. */
function instances(key: KeySchema): Record<string, unknown> {
  const date = (text: string) => (key.kind === 'datetime' ? text : null);
  return {
    string: 'x',
    empty_string: '',
    duration_string: '1h',
    integer: 7,
    negative: -1,
    big: Number(2n ** 63n - 1n),
    float: 1.5,
    boolean: true,
    datetime: date('2026-01-01T10:00:00Z'),
    local_date: date('2026-01-01'),
    strings: ['x'],
    integers: [1],
    mixed: ['x', 1],
    empty_array: [],
    table: { a: 'x' },
    empty_table: {},
    tables: [{ a: 'x' }],
  };
}

/** Tables have no definition of their own in the interface; these two say what a table is. */
const definitionOf = (key: KeySchema) => key.definition ?? (key.kind === 'table' ? 'table' : 'array-of-tables');

/** Kinds that the definition takes though the runner refused them, for a reason that is not the kind. */
const refusedForAnotherReason: { why: string; covers: (key: KeySchema) => boolean; kinds: string[] }[] = [
  {
    why: 'an nfs volume was refused for its missing neighbours, whatever the value',
    covers: (key) => key.path.startsWith('runners[].kubernetes.volumes.nfs[]'),
    kinds: ['string', 'empty_string', 'duration_string', 'boolean', 'tables'],
  },
  {
    why: 'a cron grammar, which a rule checks: "x" is no period',
    covers: (key) =>
      ['runners[].machine.autoscaling[].Periods', 'runners[].monitoring.job_queuing_durations[].periods'].includes(
        key.path,
      ),
    kinds: ['strings'],
  },
  {
    why: 'the names of time zones, which a rule checks: "x" and "1h" are none',
    covers: (key) =>
      ['runners[].machine.autoscaling[].Timezone', 'runners[].monitoring.job_queuing_durations[].timezone'].includes(
        key.path,
      ),
    kinds: ['string', 'duration_string'],
  },
];

/** The runner loads a value outside a closed enumeration and fails later: refused here, but never for its type. */
const refusedByEnumeration = (key: KeySchema, keywords: string[]) =>
  key.enumeration !== undefined &&
  !key.enumerationOpen &&
  keywords.every((keyword) => ['enum', 'pattern', 'propertyNames'].includes(keyword));

test('a definition takes exactly the kinds of value that the runner takes', { skip: skipKinds }, () => {
  const schema = loadSchema();
  const verdicts: KindVerdict[] = JSON.parse(readFileSync(`${SHARED}/facts/verdicts/value-kinds.json`, 'utf8'));
  const differences: string[] = [];
  const used = new Set<string>();
  for (const { path, accepts, ignored = [] } of counted(verdicts, least(744))) {
    const key = schema.byPath(path);
    assert.ok(key, path);
    for (const [kind, instance] of Object.entries(instances(key))) {
      const keywords = schema.validate(definitionOf(key), instance).map((problem) => problem.keyword);
      const valid = keywords.length === 0;
      assert.ok(!(valid && ignored.includes(kind)), `${path}: ${kind} is ignored in silence, so it must be invalid`);
      if (valid === accepts.includes(kind)) continue;
      const exception = refusedForAnotherReason.find((each) => each.covers(key) && each.kinds.includes(kind));
      if (valid && exception) used.add(exception.why);
      else if (valid || !refusedByEnumeration(key, keywords)) {
        differences.push(`${path}: ${kind} is ${valid ? 'valid' : 'invalid'}`);
      }
    }
  }
  assert.deepEqual(differences, []);
  if (!skip) assert.equal(used.size, refusedForAnotherReason.length, 'an exception that nothing needs');
});

test('a duration is what the runner parses as one', () => {
  const values: { grammar: string; input: string; accepted: boolean }[] = JSON.parse(
    readFileSync(`${SHARED}/facts/verdicts/values.json`, 'utf8'),
  );
  const { validate } = loadSchema();
  // More hours than 64 bits of nanoseconds hold: a matter of arithmetic, which a value grammar checks.
  const tooLong = new Set(['9999999h']);
  for (const [grammar, definition] of [
    ['go-duration', 'duration'],
    ['log-level', 'log_level'],
  ] as const) {
    const judged = values.filter((value) => value.grammar === grammar && !tooLong.has(value.input));
    assert.ok(judged.length > 10);
    for (const { input, accepted } of judged) {
      assert.equal(validate(definition, input).length === 0, accepted, `${grammar} ${JSON.stringify(input)}`);
    }
  }
});

test('the compact table gives back every fact', { skip: skipAllKeys }, () => {
  const schema = loadSchema();
  const mined: Record<string, unknown>[] = JSON.parse(readFileSync(`${FACTS}/keys.json`, 'utf8'));
  const corrections = JSON.parse(readFileSync('schemas/fact-corrections.json', 'utf8'));
  const facts = mined.map((fact) => ({ ...fact, ...corrections[fact.path as string] }));
  const removed = new Map(schema.removedKeys.map((key) => [key.path, key]));
  for (const fact of facts) {
    const path = fact.path as string;
    const key = (fact.removed ? removed.get(path) : schema.byPath(path)) ?? assert.fail(path);
    const told = [key.name, key.kind, key.commandLineFlag, key.environmentVariable, key.enumeration, key.default];
    assert.deepEqual(
      told,
      [fact.name, fact.kind, fact.cli_flag, fact.env_var, fact.enum_ref, fact.default].map(
        (value) => value ?? undefined,
      ),
      path,
    );
    // A page about one executor that only shows the key in an example is not about it; generate-schema.mjs leaves it out.
    const inPassing = fact.docs_how === 'example only' && !fact.executors;
    if (fact.docs) assert.equal(key.docs, inPassing ? key.parent?.docs : fact.docs, path);
    if (fact.executors) assert.deepEqual(key.executors, fact.executors, path);
    assert.equal(key.itemKind, fact.item_kind ?? fact.value_kind, path);
    assert.ok((fact.since as string).includes(`${key.since}.`), path);
    assert.equal(key.deprecated, fact.deprecated, path);
  }
  assert.deepEqual(
    schema.keys.map((key) => key.path),
    facts.filter((fact) => !fact.removed).map((fact) => fact.path),
    'the order of the facts',
  );
});
