import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyDocumentation } from '../../../server/features/key-documentation';
import { context } from '../findings';

const about = (path: string) => keyDocumentation(context.schema.byPath(path) ?? assert.fail(path), context);

test('type, default, version, executors, registration option and the docs', () => {
  const text = about('runners[].docker.image');
  for (const part of [
    '**`image`** — string',
    '- Default: ',
    '- Since: GitLab Runner',
    '- Executors: docker',
    '`[runners.docker]`',
    '`--docker-image`',
    '[Documentation](https://docs.gitlab.com/',
  ]) {
    assert.ok(text.includes(part), `${part} in\n${text}`);
  }
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
