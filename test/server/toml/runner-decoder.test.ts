import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseToml } from '../../../server/toml/parser';
import { rejectedByRunner } from '../../../server/toml/runner-decoder';
import { counted } from '../../counted';
import { SHARED } from '../../shared';
import { findingsOf } from '../findings';
import { problemsOf } from './reading';

/** The lines of a text at which the runner's decoder stops because of a definition. */
function rejected(text: string): number[] {
  return [...rejectedByRunner(parseToml(text))].map(({ start }) => text.slice(0, start).split('\n').length);
}

describe("the runner's decoder", () => {
  it('refuses a key that stands twice', () => assert.deepEqual(rejected('a = 1\na = 2\n'), [2]));
  it('refuses a table that stands twice', () => assert.deepEqual(rejected('[a]\n[b]\n[a]\n'), [3]));
  it('refuses [[a]] after [a]', () => assert.deepEqual(rejected('[a]\n[[a]]\n'), [2]));
  it('refuses a table below a value', () => assert.deepEqual(rejected('a = 1\n[a.b]\n'), [2]));
  it('refuses [a] after a = { … }', () => assert.deepEqual(rejected('[[r]]\na = { b = 1 }\n[r.a]\nc = 1\n'), [3]));
  it('takes [a] after a.b = …', () => assert.deepEqual(rejected('[[r]]\na.b = 1\n[r.a]\nc = 1\n'), []));
  it('takes [a.b] after a = { … }', () => assert.deepEqual(rejected('[[r]]\na = { c = 1 }\n[r.a.b]\n'), []));
  it('takes a list of inline tables', () => assert.deepEqual(rejected('a = [{ b = 1 }, { b = 2 }]\n'), []));
  it('takes the same table in the next element', () => assert.deepEqual(rejected('[[r]]\n[r.a]\n[[r]]\n[r.a]\n'), []));
});

const cases = `${SHARED}/facts/verdicts/cases.json`;

describe("the runner's verdicts on small cases", () => {
  type Case = {
    id: string;
    text: string;
    accepted?: boolean;
    verdict?: { accepted: boolean; stage?: string };
    stage?: string;
  };
  const verdicts: Case[] = JSON.parse(readFileSync(cases, 'utf8'));
  for (const { id, text, accepted, stage, verdict } of counted(verdicts)) {
    const loads = verdict?.accepted ?? accepted;
    const refusedAt = verdict?.stage ?? stage;
    it(id, () => {
      const errors = problemsOf(text).filter((problem) => problem.severity === 'error');
      // What is refused later than in the TOML may be a type's own decoder: that is no matter of syntax.
      if (loads || refusedAt === 'load') assert.deepEqual(errors, []);
    });
  }
});

describe('what stands in two tables of one name', () => {
  const severities = (text: string) =>
    findingsOf(text)
      .filter(({ code }) => /^(?:redefined-table|duplicate-key|missing-runners-header)$/.test(code))
      .map(({ code, severity }) => `${severity} ${code}`);

  it('is an error where the runner lets the second header through', () => {
    const text =
      '[[runners]]\n[runners.cache.s3]\n[[runners]]\n[runners.cache]\nPath = "a"\n[runners.cache]\nPath = "b"\n';
    assert.deepEqual(severities(text), ['warning redefined-table', 'error duplicate-key']);
    assert.deepEqual(severities(text.replace('Path = "b"', 'Shared = true')), ['warning redefined-table']);
  });

  it('is the fault of the header alone where the runner refuses that', () => {
    assert.deepEqual(severities('[[runners]]\n[runners.cache]\nPath = "a"\n[runners.cache]\nPath = "b"\n'), [
      'error redefined-table',
    ]);
  });

  it('is an error where a table takes the place of the list that the runner wants', () => {
    assert.deepEqual(severities('runners = []\nrunners.name = "q"\n'), ['error redefined-table']);
  });

  it('is no missing header where the list takes the place of the table', () => {
    assert.deepEqual(severities('runners.docker.image = "q"\nrunners = []\n'), ['warning duplicate-key']);
  });
});

describe('what takes the place of what the runner wants there', () => {
  const severities = (table: string, pairs: string) =>
    findingsOf(`[[runners]]\nexecutor = "shell"\n[runners.${table}]\n${pairs}`)
      .filter(({ code }) => /^(?:redefined-table|duplicate-key)$/.test(code))
      .map(({ code, severity }) => `${severity} ${code}`);

  it('is an error where a list takes the place of a table', () => {
    assert.deepEqual(severities('cache', 's3.BucketName = "a"\ns3 = []\n'), ['error duplicate-key']);
    assert.deepEqual(severities('cache', 's3 = { BucketName = "a" }\ns3 = ["a"]\n'), ['error duplicate-key']);
  });
  it('is an error where a table takes the place of a list', () => {
    assert.deepEqual(severities('docker', 'volumes = []\nvolumes.x = "b"\n'), ['error redefined-table']);
    assert.deepEqual(severities('docker', 'services = []\nservices.name = "b"\n'), ['error redefined-table']);
  });
  it('is a warning where the runner takes what came last', () => {
    assert.deepEqual(severities('docker', 'sysctls."net.a" = "1"\nsysctls = []\n'), ['warning duplicate-key']);
    assert.deepEqual(severities('docker', 'volumes.x = "b"\nvolumes = []\n'), ['warning duplicate-key']);
  });
});
