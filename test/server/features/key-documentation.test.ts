import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { exampleText } from '../../../server/features/example-of';
import { keyDocumentation } from '../../../server/features/key-documentation';
import type { Context } from '../../../server/meaning/context';
import { loadTexts } from '../../../server/schema/texts';
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

test('the translated page stands before the English one, which is alone where there is none', () => {
  const chinese = { ...context, texts: loadTexts('zh-tw') };
  const line = (path: string, use: Context) => {
    const key = context.schema.byPath(path) ?? assert.fail(path);
    return keyDocumentation(key, use)
      .split('\n')
      .filter((text) => text.includes('](https:'))
      .join('\n');
  };
  const english = context.schema.byPath('runners[].docker.image')?.docs ?? '';
  const own = 'https://gitlab.cn/docs/runner/configuration/advanced-configuration/';
  assert.equal(
    line('runners[].docker.image', chinese),
    said(message('hover.documentation.translated', { own, english })),
  );
  assert.equal(line('runners[].docker.image', context), said(message('hover.documentation', { url: english })));
  const untranslated = context.schema.byPath('runners[].use_slot_cgroups')?.docs ?? '';
  assert.match(untranslated, /slot_based_cgroups/);
  assert.equal(
    line('runners[].use_slot_cgroups', chinese),
    said(message('hover.documentation', { url: untranslated })),
  );
});

test('each translated page is one that a hover leads to in English', () => {
  const { keys, featureFlags } = context.schema;
  const pages = new Set([...keys, ...featureFlags].map(({ docs }) => docs.replace(/#.*/, '')));
  const table = JSON.parse(readFileSync('schemas/texts/zh-cn/documentation.json', 'utf8')) as Record<string, string>;
  for (const [page, address] of counted(Object.entries(table))) {
    assert.ok(pages.has(`https://docs.gitlab.com/runner/${page}`), page);
    assert.match(address, /^https:\/\/gitlab\.cn\/docs\/runner\/[\w/-]+(?:\/|\.html)$/);
  }
});
