/** Whatever the user sets between two edits, each answer is the one of a server that was started a moment ago. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { loadSchema } from '../../server/schema/schema';
import { parseVersion } from '../../server/schema/version';
import { Service } from '../../server/service';
import { defaultSettings, type Settings } from '../../server/settings';
import { requests } from './every-request';
import { randomSource } from './toml/random-source';

const STEPS = Number(process.env.SETTINGS_STEPS ?? 200);

const { keys, removedKeys, featureFlags } = loadSchema();
const names = [...keys, ...removedKeys].map(({ name }) => name);
const flags = featureFlags.map(({ name }) => name);
const tables = [...keys, ...removedKeys].filter(({ kind }) => kind === 'table' || kind === 'array-of-tables');
const versions = ['10.0', '11.11', '12.6', '13.4', '14.8', '15.2', '16.6', '17.5', '18.0', '18.9', '19.2'];
const values = ['"x"', '3', 'true', '["a", "b"]', '{ a = "b" }', '"5m"', '"docker"'];
const codes = ['unknown-key', 'misplaced-key', 'requires-newer-runner', 'removed-key', 'deprecated-key', 'key-case'];
const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;

type Random = (below: number) => number;

function pick<Item>(list: readonly Item[], random: Random): Item {
  return list[random(list.length)] as Item;
}

/** A key of some table, here or elsewhere, spelled well or not. */
function line(random: Random): string {
  const name = random(6) === 0 ? pick(flags, random) : pick(names, random);
  const at = random(name.length);
  const written =
    random(3) === 0 ? name.slice(0, at) + name.slice(at + 1) : random(6) === 0 ? name.toUpperCase() : name;
  return `  ${written || 'x'} = ${pick(values, random)}\n`;
}

function header(random: Random): string {
  const { path, kind } = pick(tables, random);
  const name = path.replaceAll('[]', '');
  return kind === 'array-of-tables' ? `[[${name}]]\n` : `[${name}]\n`;
}

function configuration(random: Random): string {
  const runner = () =>
    `[[runners]]\n  executor = "docker"\n${line(random)}${line(random)}[runners.docker]\n${line(random)}${line(random)}`;
  return `concurrent = 1\n${line(random)}${runner()}${runner()}${runner()}`;
}

function edit(text: TextDocument, random: Random): void {
  const at = { line: random(text.lineCount), character: 0 };
  const end = random(3) === 0 ? { line: at.line + 1, character: 0 } : at;
  const written = random(8) === 0 ? '# gitlab-runner: version=14.0\n' : random(5) === 0 ? header(random) : line(random);
  // An editor counts; the answers hold for a client that does not.
  TextDocument.update(text, [{ range: { start: at, end }, text: written }], text.version + (random(4) === 0 ? 0 : 1));
}

function change(settings: Settings, random: Random): Settings {
  switch (random(5)) {
    case 0:
      return { ...settings, severity: { [pick(codes, random)]: pick(severities, random) } };
    case 1:
      return { ...settings, formatEnabled: random(2) === 0 };
    case 2:
      return { ...settings, inlayHints: random(2) === 0 };
    default:
      return { ...settings, runnerVersion: random(4) === 0 ? undefined : parseVersion(pick(versions, random)) };
  }
}

test('each setting is one that is changed here', () => {
  const random = randomSource(1);
  const changed = new Set<string>(['markdown']);
  for (let step = 0; step < 300; step++) {
    const after = change(defaultSettings, random);
    for (const [name, value] of Object.entries(after))
      if (value !== defaultSettings[name as keyof Settings]) changed.add(name);
  }
  assert.deepEqual([...changed].sort(), Object.keys(defaultSettings).sort());
});

/** Markdown is read only when the user wants it, so that setting changes as well. */
const places = {
  'config.toml': (text: string) => ({ languageId: 'gitlab-runner-config', text }),
  'values.yaml': (text: string) => ({
    languageId: 'yaml',
    text: `runners:\n  config: |\n${text.replace(/^(?=.)/gm, '    ')}`,
  }),
  'readme.md': (text: string) => ({ languageId: 'markdown', text: `# Runner\n\n\`\`\`toml\n${text}\`\`\`\n` }),
};

for (const [name, place] of Object.entries(places)) {
  test(`edits and settings in turn: ${name}`, () => {
    const random = randomSource(name.length);
    let settings: Settings = { ...defaultSettings, markdown: true };
    const service = new Service({ snippets: true, settingsOf: () => settings });
    let text = TextDocument.create(`file:///${name}`, 'plaintext', 1, '');
    let answers = 0;
    for (let step = 0; step < STEPS; step++) {
      if (step % 25 === 0) {
        const begun = place(configuration(random));
        text = TextDocument.create(text.uri, begun.languageId, text.version, begun.text);
      } else if (random(2) === 0) edit(text, random);
      else settings = random(12) === 0 ? { ...settings, markdown: !settings.markdown } : change(settings, random);
      const fresh = new Service({ snippets: true, settingsOf: () => settings });
      const offset = random(text.getText().length);
      for (const [request, ask] of Object.entries(requests)) {
        const [got, wanted] = [ask(service, text, offset), ask(fresh, text, offset)];
        const of = `${request} at ${offset} for ${JSON.stringify(settings)}, step ${step}:\n${text.getText()}`;
        assert.deepEqual(got, wanted, of);
        if (Array.isArray(wanted) && wanted.length > 0) answers++;
      }
    }
    assert.ok(answers > 2 * STEPS, `${answers} answers said something`);
  });
}
