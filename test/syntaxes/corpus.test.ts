import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { counted } from '../counted';
import { least, SHARED } from '../shared';
import { SLACK } from '../slack';
import { invalidTokens, tokenize } from './tokenize';

const shared = '../shared';
const skip = existsSync(shared) ? false : '../shared is not here';
/** Far above what a line takes (under 2 ms), far below what a reader of a busy machine's log would take for a fault. */
const slowestLineAllowed = 50 * SLACK;

interface Verdict {
  file: string;
  accepted: boolean;
  as_fragment?: { accepted: boolean };
}

/** A file's text as an editor holds it: without the byte order mark. */
function read(path: string): string {
  return readFileSync(join(SHARED, path), 'utf8').replace(/^\uFEFF/, '');
}

/** Files of our own that the runner loads. */
function loaded(): Verdict[] {
  const names = readdirSync(join(SHARED, 'corpus/toml')).filter((name) => !/half-typed|with-mistakes/.test(name));
  return names.map((name) => ({ file: `corpus/toml/${name}`, accepted: true }));
}

describe('highlighting of real files', () => {
  test('what the runner loads holds nothing invalid, and no line is slow', async () => {
    const verdicts: Verdict[] = skip ? loaded() : JSON.parse(read('facts/verdicts/corpus.json'));
    for (const { file, accepted, as_fragment } of counted(verdicts, least(400))) {
      const text = read(file);
      let { slowestLine } = await tokenize(text);
      // The first time a rule is met it is compiled, and other tests take their share of the machine: what is slow stays slow.
      if (slowestLine >= slowestLineAllowed) ({ slowestLine } = await tokenize(text));
      assert.ok(slowestLine < slowestLineAllowed, `${file}: a line takes ${slowestLine} ms`);
      if (accepted || as_fragment?.accepted) assert.deepEqual(await invalidTokens(text), [], file);
    }
  });

  test('the valid files of toml-test hold nothing invalid', { skip }, async () => {
    const files = read('toml-test/files-toml-1.1.0')
      .split('\n')
      .filter((file) => file.startsWith('valid/') && file.endsWith('.toml'));
    assert.ok(files.length > 150);
    for (const file of files) assert.deepEqual(await invalidTokens(read(join('toml-test', file))), [], file);
  });

  test('long lines and deep nesting', async () => {
    for (const text of [
      `a = "${'\\\\'.repeat(20_000)}`,
      `a = ${'['.repeat(2_000)}`,
      `${'a.'.repeat(5_000)}b = 1`,
      `a = [\n${'"x", '.repeat(5_000)}`,
      `# ${'gitlab-runner: ignore='.repeat(2_000)}`,
    ]) {
      const start = performance.now();
      await tokenize(text);
      assert.ok(performance.now() - start < 2_000 * SLACK, text.slice(0, 20));
    }
  });
});
