import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

test('the insides of the yaml package, which its next version may drop, are asked for in one file', () => {
  const users = readdirSync('server', { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        file.endsWith('.ts') &&
        /\b(?:CST|Lexer|Parser|Composer)\b[^;]* from 'yaml(?:\/[^']*)?'/.test(
          readFileSync(join('server', file), 'utf8'),
        ),
    )
    .map((file) => file.replaceAll('\\', '/'));
  assert.deepEqual(users, ['containers/yaml/package.ts']);
});
