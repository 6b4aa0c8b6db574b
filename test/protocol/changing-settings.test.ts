/**
 * Whatever a client that is asked for its settings answers between two edits, each answer is the one of a server that was started with
 * them: of no setting anything is kept that was found with another value of it.
 */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import manifest from '../../package.json';
import { RUNNERS_REQUEST } from '../../protocol/preview';
import { SECTION } from '../../protocol/settings';
import type { Client } from './client';
import { initialized } from './in-memory';

/** Values of each setting that the server reads; what VS Code alone reads stands below. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  runnerVersion: ['', '13.4', '15.2', '17.5', '18.9'],
  severity: [{}, { 'unknown-key': 'error' }, { 'key-case': 'off' }, { 'requires-newer-runner': 'hint' }],
  'format.enable': [true, false],
  inlayHints: [true, false],
  markdown: [false, true],
};
const OF_THE_CLIENT = ['recognition', 'codeLens', 'trace.server'];

const CONFIGURATION = `concurrent = 4
check_interval = 900
[[runners]]
  name = "a"
  url = "https://gitlab.example.com"
  executor = "docker"
  limt = 3
  Name = "x"
  allowed_pull_policie = ["always"]
  [runners.docker]
    image = "alpine"
    allowed_pull_policies = ["always"]
    services_privileged = true
    shm_size = 268435456
    wait_for_services_timeout = 90
  [runners.feature_flags]
    FF_USE_FASTZIP = true
[[runners]]
  name = "b"
  executor = "kubernetes"
  [runners.kubernetes]
    image = "alpine"
    automount_service_account_token = true
    cleanup_grace_period_seconds = 90
`;

const TEXTS: Readonly<Record<string, { readonly languageId: string; readonly text: string }>> = {
  'file:///etc/gitlab-runner/config.toml': { languageId: 'gitlab-runner-config', text: CONFIGURATION },
  'file:///chart/values.yaml': {
    languageId: 'yaml',
    text: `runners:\n  config: |\n${CONFIGURATION.replace(/^(?=.)/gm, '    ')}`,
  },
  'file:///docs/readme.md': { languageId: 'markdown', text: `# Runner\n\n\`\`\`toml\n${CONFIGURATION}\`\`\`\n` },
};

/** What is written between two answers, in front of this key, and then taken away again. */
const TYPED = 'image = "alpine"';

test('each setting of the manifest is changed here, or is none of the server', () => {
  const { properties } = manifest.contributes.configuration;
  const names = Object.keys(properties).map((name) => name.slice(SECTION.length + 1));
  assert.deepEqual(names.sort(), [...Object.keys(VALUES), ...OF_THE_CLIENT].sort());
});

for (const [name, values] of Object.entries(VALUES))
  test(`answers after a change of ${name}`, async (t) => {
    const client = await openAll(t, undefined);
    const seen = new Set<string>();
    for (const [step, value] of [...values, ...values].entries()) {
      client.settings = settingsWith(name, value);
      await client.notify('workspace/didChangeConfiguration', { settings: null });
      await client.quiet();
      const got = await answers(client);
      assert.deepEqual(got, await answers(await openAll(t, client)), `step ${step}: ${JSON.stringify(value)}`);
      seen.add(JSON.stringify(got));
      await edit(client, step);
    }
    assert.ok(seen.size > values.length / 2, 'the setting changes what is said');
  });

function settingsWith(name: string, value: unknown): object {
  const [outer = '', inner] = name.split('.');
  // Fences are there to be asked about, whatever else is set.
  return { markdown: true, [outer]: inner === undefined ? value : { [inner]: value } };
}

/** A server that has all files open: as they are at the beginning, or as `like` has them, with its settings. */
async function openAll(t: TestContext, like: Client | undefined): Promise<Client> {
  const client = await initialized(t, like?.settings ?? null);
  for (const [uri, { languageId, text }] of Object.entries(TEXTS))
    await client.open(like?.text(uri) ?? text, { uri, languageId });
  await client.quiet();
  return client;
}

/** A comment above a key, and gone again at the next step. */
async function edit(client: Client, step: number): Promise<void> {
  for (const uri of Object.keys(TEXTS)) {
    const lines = client.text(uri).split('\n');
    const line = lines.findIndex((each) => each.includes(TYPED));
    const start = { line, character: 0 };
    if (step % 2 === 0) await client.change([{ range: { start, end: start }, text: `# ${step}\n` }], uri);
    else await client.change([{ range: { start: { line: line - 1, character: 0 }, end: start }, text: '' }], uri);
  }
}

/** All that the server says of the files. */
async function answers(client: Client): Promise<Record<string, unknown>> {
  const said: Record<string, unknown> = {};
  for (const uri of Object.keys(TEXTS)) {
    const lines = client.text(uri).split('\n');
    const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    const options = { tabSize: 2, insertSpaces: true };
    const positions = lines.flatMap((text, line) => {
      const character = text.search(/\w/);
      return line % 3 === 0 && character >= 0 ? [{ line, character: character + 2 }] : [];
    });
    const ask = (feature: string, params: object = {}) => client.about(feature, params, uri);
    said[uri] = {
      diagnostics: await client.shown(uri),
      symbols: await ask('documentSymbol'),
      folds: await ask('foldingRange'),
      links: await ask('documentLink'),
      actions: await ask('codeAction', { range: whole, context: { diagnostics: [] } }),
      hints: await ask('inlayHint', { range: whole }),
      formatted: await ask('formatting', { options }),
      lenses: await client.request(RUNNERS_REQUEST, { textDocument: { uri } }),
      selected: await ask('selectionRange', { positions }),
      hovers: await Promise.all(positions.map((position) => ask('hover', { position }))),
      completions: await Promise.all(positions.map((position) => ask('completion', { position }))),
      highlights: await Promise.all(positions.map((position) => ask('documentHighlight', { position }))),
    };
  }
  return said;
}
