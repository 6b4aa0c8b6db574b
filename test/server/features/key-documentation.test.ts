import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleText } from '../../../server/features/example-of';
import { keyDocumentation } from '../../../server/features/key-documentation';
import type { Context } from '../../../server/meaning/context';
import { context } from '../findings';

const about = (path: string) => keyDocumentation(context.schema.byPath(path) ?? assert.fail(path), context);

test('type, version, executors, registration option and the docs', () => {
  const text = about('runners[].docker.image');
  for (const part of [
    '**`image`** — string',
    '- Since: GitLab Runner',
    '- Executors: docker',
    '[runners.docker]',
    '`--docker-image`',
    '[Documentation](https://docs.gitlab.com/',
  ]) {
    assert.ok(text.includes(part), `${part} in\n${text}`);
  }
});

test('parts in the order in which one reads them; the example shows the table, so no line names it', () => {
  const told: Context = {
    ...context,
    texts: {
      ...context.texts,
      key: () => ({
        text: 'T.',
        unset: 'U.',
        pitfall: 'P.',
        unit: 'MB',
        related: ['runners[].docker.user', 'concurrent', 'runners[].docker.services[].name'],
      }),
      example: (path) => (path === 'runners[].docker.image' ? ['image = "ruby:3.4"'] : undefined),
    },
  };
  const parts = keyDocumentation(context.schema.byPath('runners[].docker.image') ?? assert.fail(), told).split('\n\n');
  assert.deepEqual(parts.slice(1, 4), ['T.', '*When it is left out:* U.', '⚠ P.']);
  assert.match(parts[4] ?? '', /^- Unit: MB\n- Since: /);
  assert.doesNotMatch(parts[4] ?? '', /Default|Table/);
  assert.deepEqual(parts.slice(5, 8), [
    'Example:',
    '```toml\n[runners.docker]\n  image = "ruby:3.4"\n```',
    'See also: `user`, `concurrent` (global), `runners.docker.services.name`',
  ]);
  const user = keyDocumentation(context.schema.byPath('runners[].docker.user') ?? assert.fail(), told);
  assert.match(user, /- Table: `\[runners\.docker\]`/);
});

test('a global key and a table stand for themselves in an example', () => {
  const key = (path: string) => context.schema.byPath(path) ?? assert.fail(path);
  assert.equal(exampleText(key('concurrent'), ['concurrent = 4']), 'concurrent = 4');
  const map = ['[runners.feature_flags]', '  FF_USE_FASTZIP = true'];
  assert.equal(exampleText(key('runners[].feature_flags'), map), map.join('\n'));
});

test('a deprecated key and one without effect say so first', () => {
  assert.match(
    about('runners[].cache.s3.UploadRoleARN'),
    /\*\*Deprecated\.\*\* Use `runners\.cache\.s3\.RoleARN` instead\./,
  );
  assert.match(about('runners[].machine.OffPeakTimezone'), /\*\*No effect since GitLab Runner 14\.0\.\*\*/);
});

test('every key has a text without gaps', () => {
  for (const key of context.schema.keys)
    assert.doesNotMatch(keyDocumentation(key, context), /undefined|\[object|\n{3}/, key.path);
});
