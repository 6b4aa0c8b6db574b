import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

test('the yaml package, whose next version drops parts of it, is asked for in one file', () => {
  const users = readdirSync('server', { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.ts') && /from 'yaml(?:\/[^']*)?'/.test(readFileSync(join('server', file), 'utf8')),
    )
    .map((file) => file.replaceAll('\\', '/'));
  assert.deepEqual(users, ['containers/yaml/package.ts']);
});
