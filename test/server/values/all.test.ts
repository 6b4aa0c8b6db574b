/** Which key has which grammar. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSchema } from '../../../server/schema/schema';
import { grammarNamed, grammarNames } from '../../../server/values/all';
import { counted } from '../../counted';

const schema = loadSchema();

function grammarAt(path: string) {
  const key = schema.byPath(path) ?? assert.fail(`The schema has no ${path}.`);
  return grammarNamed(key.grammar);
}

test('every grammar stands under its name, and a key has it', () => {
  for (const name of counted(grammarNames)) {
    assert.equal(grammarNamed(name).name, name);
    assert.ok(
      schema.keys.some(({ grammar, nameGrammar }) => grammar === name || nameGrammar === name),
      name,
    );
  }
  for (const { grammar, nameGrammar, path } of schema.keys) {
    assert.ok(!grammar || grammarNames.includes(grammar), path);
    assert.ok(!nameGrammar || grammarNames.includes(nameGrammar), path);
  }
});

test('of periods and time zones', () => {
  for (const table of ['runners[].machine.autoscaling[]', 'runners[].monitoring.job_queuing_durations[]']) {
    const isMachine = table.includes('machine');
    assert.equal(grammarAt(`${table}.${isMachine ? 'Periods' : 'periods'}`)?.name, 'cron-machine');
    assert.equal(grammarAt(`${table}.${isMachine ? 'Timezone' : 'timezone'}`)?.name, 'timezone');
  }
});

test('of every duration, since texts are durations', () => {
  for (const key of schema.keys) assert.equal(key.grammar === 'go-duration', key.kind === 'duration', key.path);
  const old = schema.of({ major: 15, minor: 8 }).byPath('runners[].autoscaler.update_interval');
  assert.equal(old?.grammar, undefined);
});

test('a text of another key may be any', () => {
  assert.equal(grammarAt('runners[].name'), undefined);
  assert.equal(grammarAt('runners[].builds_dir'), undefined);
});
