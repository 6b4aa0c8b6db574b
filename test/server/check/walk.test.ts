/** What a walk keeps: keys that the runner knows, and the tables right below a runner. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeptRules } from '../../../server/check/kept-rules';
import { checkRunner } from '../../../server/check/walk';
import { createContext } from '../../../server/meaning/context';
import { runnerTables } from '../../../server/meaning/runners';
import { forMarks } from '../../../server/meaning/target';
import type { TableVisit } from '../../../server/meaning/visit';
import { context, documentOf } from '../findings';

class Watched extends KeptRules {
  readonly shown: string[] = [];
  readonly walked: string[] = [];

  override table(visit: TableVisit, walk: (visit: TableVisit) => void): void {
    this.walked.push(visit.path.join('.'));
    walk(visit);
  }

  override keysOf({ path }: TableVisit): ReturnType<KeptRules['keysOf']> {
    return ({ member }) => this.shown.push([...path, member.name].join('.'));
  }
}

test('known keys, and tables right below the runner', () => {
  const document = documentOf('[[runners]]\n  limit = 1\n  limt = 2\n  [runners.docker.sysctls]\n    a = "1"\n');
  const [runner] = runnerTables(document, context);
  assert.ok(runner);
  const kept = new Watched(context.schema);
  const found = checkRunner(document, context, runner, kept);
  assert.deepEqual(kept.shown, ['runners.limit', 'runners.docker', 'runners.docker.sysctls']);
  assert.deepEqual(kept.walked, ['runners.docker']);
  assert.ok(found.some(({ code }) => code === 'unknown-key'));
});

test('what is kept is of one schema', () => {
  const kept = new KeptRules(context.schema);
  assert.equal(kept.isFor(context), true);
  assert.equal(kept.isFor(forMarks([], createContext({ runnerVersion: { major: 16, minor: 6 } }))), false);
});
