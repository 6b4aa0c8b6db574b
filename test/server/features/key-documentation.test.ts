import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleText } from '../../../server/features/example-of';
import { keyDocumentation } from '../../../server/features/key-documentation';
import type { Context } from '../../../server/meaning/context';
import { allOf, anyOf, message } from '../../../server/text/message';
import { counted } from '../../counted';
import { context } from '../findings';
import { said } from '../said';

const about = (path: string) => keyDocumentation(context.schema.byPath(path) ?? assert.fail(path), context);

test('type, version, executors, registration option and the docs', () => {
  const text = about('runners[].docker.image');
  const executors = ['docker', 'docker-windows', 'docker-autoscaler', 'docker+machine'];
  const head = message('hover.key', { name: 'image', kind: message('word.kind.string') });
  const facts = [
    message('hover.since.first'),
    message('hover.executors', { executors: allOf(executors) }),
    message('hover.registration-option', { option: '--docker-image' }),
  ];
  for (const part of [said(head), ...facts.map((fact) => `- ${said(fact)}`), 'https://docs.gitlab.com/']) {
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
  const unset = message('hover.unset', { text: 'U.' });
  assert.deepEqual(parts.slice(1, 4), ['T.', said(unset), said(message('hover.pitfall', { text: 'P.' }))]);
  const [unit, since, users] = (parts[4] ?? '').split('\n');
  assert.deepEqual(
    [unit, since],
    [`- ${said(message('hover.unit', { unit: 'MB' }))}`, `- ${said(message('hover.since.first'))}`],
  );
  assert.match(users ?? '', /docker-windows/, 'neither the default nor the table is told between');
  const code = (text: string) => message('code', { text });
  const items = [code('user'), message('word.global-key', { key: 'concurrent' }), code('runners.docker.services.name')];
  assert.deepEqual(parts.slice(5, 8), [
    said(message('hover.example')),
    '```toml\n[runners.docker]\n  image = "ruby:3.4"\n```',
    said(message('hover.related', { keys: { join: 'and', items } })),
  ]);
  const user = keyDocumentation(context.schema.byPath('runners[].docker.user') ?? assert.fail(), told);
  assert.ok(user.includes(`- ${said(message('hover.table', { table: '[runners.docker]' }))}`), user);
  assert.ok(!parts.join().includes(said(message('hover.table', { table: '[runners.docker]' }))));
});

test('a global key and a table stand for themselves in an example', () => {
  const key = (path: string) => context.schema.byPath(path) ?? assert.fail(path);
  assert.equal(exampleText(key('concurrent'), ['concurrent = 4']), 'concurrent = 4');
  const map = ['[runners.feature_flags]', '  FF_USE_FASTZIP = true'];
  assert.equal(exampleText(key('runners[].feature_flags'), map), map.join('\n'));
});

test('a deprecated key and one without effect say so first', () => {
  const status = (path: string) => about(path).split('\n\n')[1];
  assert.equal(
    status('runners[].cache.s3.UploadRoleARN'),
    said(message('hover.deprecated', { count: 1, keys: anyOf(['runners.cache.s3.RoleARN']) })),
  );
  assert.equal(
    status('runners[].machine.OffPeakTimezone'),
    said(message('hover.no-effect', { version: '14.0', when: 'other', target: '19.3' })),
  );
});

test('every key has a text without gaps', () => {
  for (const key of counted(context.schema.keys))
    assert.doesNotMatch(keyDocumentation(key, context), /undefined|\[object|\n{3}/, key.path);
});
