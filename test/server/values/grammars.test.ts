import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSchema } from '../../../server/schema/schema';
import type { KeySchema } from '../../../server/schema/types';
import { grammarOf } from '../../../server/values/grammars';

function keyAt(path: string): KeySchema {
  return loadSchema().at(path.split('.')) ?? assert.fail(`The schema has no ${path}.`);
}

test('of periods', () => {
  for (const path of ['runners.machine.autoscaling.Periods', 'runners.monitoring.job_queuing_durations.periods']) {
    const grammar = grammarOf(keyAt(path));
    assert.equal(grammar?.('* * 9-17 * * mon-fri *'), undefined, path);
    assert.match(grammar?.('* * 25 * * * *') ?? '', /no hour/, path);
  }
});

test('of time zones', () => {
  for (const path of ['runners.machine.autoscaling.Timezone', 'runners.monitoring.job_queuing_durations.timezone']) {
    const grammar = grammarOf(keyAt(path));
    assert.equal(grammar?.('Europe/Berlin'), undefined, path);
    assert.notEqual(grammar?.('Europe/Atlantis'), undefined, path);
  }
});

test('a text of another key may be any', () => {
  assert.equal(grammarOf(keyAt('runners.name')), undefined);
  assert.equal(grammarOf(keyAt('runners.docker.image')), undefined);
});
