import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { TextDecoder } from 'node:util';
import { counted } from '../../counted';
import { problemsOf } from './reading';
import { decode, normalise } from './tagged-json';

const suite = '../shared/toml-test';
const accepts = '../shared/facts/verdicts/toml-test-runner-accepts.json';
const skip = existsSync(suite) && existsSync(accepts) ? false : `${suite} and ${accepts} are not both here`;

describe('toml-test for TOML 1.1', { skip }, () => {
  if (skip) return;
  const notText: Record<string, string> = JSON.parse(readFileSync('test/fixtures/toml/not-text.json', 'utf8'));
  const loadedByRunner = new Set<string>(JSON.parse(readFileSync(accepts, 'utf8')));
  const files = readFileSync(join(suite, 'files-toml-1.1.0'), 'utf8')
    .split('\n')
    .filter((name) => name.endsWith('.toml'));
  const read = (name: string) => readFileSync(join(suite, name), 'utf8');

  it('is the whole suite', () => {
    assert.ok(files.filter((name) => name.startsWith('valid/')).length > 200);
    assert.ok(files.filter((name) => name.startsWith('invalid/')).length > 450);
    assert.equal(loadedByRunner.size, 16);
    for (const name of loadedByRunner) assert.ok(files.includes(name), name);
  });

  it('valid files decode to their JSON and have no problem', () => {
    for (const name of counted(files.filter((file) => file.startsWith('valid/')))) {
      const text = read(name);
      assert.deepEqual(problemsOf(text), [], name);
      assert.deepEqual(decode(text), normalise(JSON.parse(read(name.replace(/\.toml$/, '.json')))), name);
    }
  });

  it('invalid files are errors, or warnings where the runner loads them', () => {
    for (const name of counted(files.filter((file) => file.startsWith('invalid/') && !(file in notText)))) {
      const severities = new Set(problemsOf(read(name)).map((problem) => problem.severity));
      if (loadedByRunner.has(name)) assert.deepEqual([...severities], ['warning'], name);
      else assert.ok(severities.has('error'), name);
    }
  });

  it('only what is no UTF-8 is left out', () => {
    for (const name of counted(Object.keys(notText))) {
      const decoder = new TextDecoder('utf-8', { fatal: true });
      assert.throws(() => decoder.decode(readFileSync(join(suite, name))), name);
    }
  });
});
