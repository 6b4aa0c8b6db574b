/**
 * No message, title, hover, symbol or item repeats the value of a key that holds a secret, however broken the text is around it: what is
 * said goes into the logs of CI.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { loadSchema } from '../../server/schema/schema';
import type { KeySchema } from '../../server/schema/types';
import { Service } from '../../server/service';
import { defaultSettings } from '../../server/settings';
import { requests } from './every-request';

const schema = loadSchema();

/** `K` is the key, `C` the secret. */
const values = [
  'C',
  '<C>',
  '__C__',
  '$' + '{C}',
  '{{ C }}',
  '{{ "C" }}',
  '%C%',
  '@C@',
  '$C',
  '“C”',
  '‘C’',
  '«C»',
  '“C"',
  '＂C＂',
  "'C",
  '"C',
  'C"',
  '"C""',
  '"a"C"',
  `"C'`,
  `'C"`,
  `'it's C'`,
  '["C"]',
  '[C]',
  '["C"',
  '[“C”, C]',
  '{ a = "C" }',
  '{ a = C }',
  '{C}',
  '{ C',
  '(C)',
  '= C',
  '"C" "C"',
  '"C" C',
  'C C C',
  'Bearer C',
  'true C',
  'None C',
  'C = C',
  'C,',
  '"C",',
  '"C";',
  '"C"，',
  'C # it',
  'C#C',
  '"C\\q"',
  '"C:\\users\\C"',
  '"\\C"',
  '"C\u0007"',
  '"C\u00a0"',
  '\u00a0C',
  '\u200bC',
  '"""C',
  '"""\nC\n',
  '"""\nC\n"""C"""',
  '"""C""" C',
  "'''C",
  '"x\nC"',
  '"x\n  C\n  C"',
  '\n  C',
  '\n  "C"',
  '[\n"C",\nC\n',
  '|\n  C',
  '>\n  C\n  C\n',
  '12C',
  '0xC',
  '-C',
  '.C',
  'C.C',
  'C:C',
  'C/C+C==',
  '"C" + "C"',
  `"C${'x'.repeat(300)}`,
  `${'y'.repeat(300)}C`,
  'true # C',
  '1C.5',
  '2024-01-C',
  'file:///C',
];

const lines = [
  'K = V',
  'K=V',
  'K: V',
  'K V',
  'K == V',
  'K => V',
  'K := V',
  'K -> V',
  'K ＝ V',
  'K\n= V',
  '"K" = V',
  "'K' = V",
  '"K = V"',
  '`K` = V',
  '“K” = V',
  'K” = V',
  'export K=V',
  '- K: V',
  '[K = V',
  '[K] V',
  '{ K = V }',
  'K.a = V',
  'a.K = V',
  'limit = 1, K = V',
  'limit = 1 K = V',
  'limit = { K = V }',
  'limit = [K = V]',
  'limit = "x" K = V',
  '<<<<<<< a\nK = V\n=======\nK = V\n>>>>>>> b',
  'K = V\nK = V',
];

/** Secrets that are words, numbers and dates to a parser. */
const canaries = [
  'zq7Canary',
  'glrt-zq7_Canary',
  '98765432101234567890',
  '0098765',
  '1979-98-76',
  'ZQ7CANARY_X',
  'True98765',
];
const spilled = /zq7_?canary|98765|98-76/i;

const known = [...schema.keys, ...schema.removedKeys];
const secretKeys = known.filter((key) => schema.secrets[key.name.toLowerCase()] === 'value');
const unknownNames = [
  'tokn',
  'Token',
  'passwrd',
  'runner_token',
  'registration_token',
  'dbPassword',
  'client-secret',
  'SECRET_KEY',
];

function headerOf({ parent }: KeySchema): string {
  return parent?.path.replaceAll('[]', '') || 'runners';
}

const places: Record<string, (text: string) => { name: string; languageId: string; text: string }> = {
  file: (text) => ({ name: 'config.toml', languageId: 'gitlab-runner-config', text }),
  template: (text) => ({ name: 'config.toml.j2', languageId: 'gitlab-runner-config', text }),
  yaml: (text) => ({
    name: 'values.yaml',
    languageId: 'yaml',
    text: `runners:\n  config: |\n${text.replace(/^(?=.)/gm, '    ')}`,
  }),
  fence: (text) => ({ name: 'README.md', languageId: 'markdown', text: `\`\`\`toml\n${text}\`\`\`\n` }),
};

/** All that is said aloud about a text, with the cursor in its middle. */
function saidOf(place: keyof typeof places, written: string): string[] {
  const { name, languageId, text } = places[place]?.(written) ?? assert.fail();
  const document = TextDocument.create(`file:///${name}`, languageId, 1, text);
  const service = new Service({ snippets: true, settingsOf: () => ({ ...defaultSettings, markdown: true }) });
  service.versioned(document.uri, true);
  const said: string[] = [];
  const everything = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
  for (const { message, relatedInformation = [] } of service.diagnostics(document)) {
    said.push(String(message), ...relatedInformation.map((other) => other.message));
  }
  said.push(...service.problems(document).flatMap(({ message, path }) => [message, path]));
  said.push(...service.codeActions(document, everything, undefined).map(({ title }) => title));
  const symbols = service.symbols(document);
  for (const symbol of symbols) {
    said.push(symbol.name.slice(0, 60), symbol.detail ?? '');
    symbols.push(...(symbol.children ?? []));
  }
  return said;
}

function hovered(place: keyof typeof places, written: string): string[] {
  const { name, languageId, text } = places[place]?.(written) ?? assert.fail();
  const document = TextDocument.create(`file:///${name}`, languageId, 1, text);
  const service = new Service({ snippets: true, settingsOf: () => ({ ...defaultSettings, markdown: true }) });
  const offset = text.search(spilled);
  return ['hover', 'documentation'].map(
    (request) => JSON.stringify(requests[request]?.(service, document, offset)) ?? '',
  );
}

let checks = 0;

function assertDiscreet(place: keyof typeof places, text: string, withHover = false): void {
  const said = withHover ? [...saidOf(place, text), ...hovered(place, text)] : saidOf(place, text);
  for (const each of said) assert.doesNotMatch(each, spilled, `in ${place}:\n${text}`);
  checks += said.length;
}

test('the keys that hold a secret are known', () => {
  const names = secretKeys.map(({ path }) => path).sort();
  assert.equal(names.length, 13, names.join('\n'));
  assert.deepEqual(schema.secrets.environment, 'entries');
});

for (const key of secretKeys) {
  test(`${key.path} is not repeated`, () => {
    const before = checks;
    for (const [index, value] of values.entries()) {
      const canary = canaries[index % canaries.length] ?? '';
      for (const line of lines.filter(
        (_, each) => (each + index) % lines.length === 0 || (each === 0 && index % 3 === 0),
      )) {
        const written = line.replaceAll('K', key.name).replaceAll('V', () => value.replaceAll('C', () => canary));
        assertDiscreet('file', `[[runners]]\n[${headerOf(key)}]\n  ${written}\n  limit = 3\n`);
      }
    }
    assert.ok(checks > before);
  });
}

test('in every form, for every kind of secret, at its place and elsewhere', () => {
  for (const name of ['token', 'SecretKey', ...unknownNames]) {
    for (const [index, line] of lines.entries()) {
      const canary = canaries[index % canaries.length] ?? '';
      for (const value of values.filter(
        (_, each) => each % (name === 'token' ? 6 : 24) === index % (name === 'token' ? 6 : 24),
      )) {
        const written = line.replaceAll('K', name).replaceAll('V', () => value.replaceAll('C', () => canary));
        assertDiscreet('file', `concurrent = 1\n[[runners]]\n${written}\nexecutor = "docker"\n`, true);
      }
    }
  }
});

test('in files around a configuration and in templates', () => {
  for (const place of ['template', 'yaml', 'fence']) {
    for (const [index, value] of values.entries()) {
      const canary = canaries[index % canaries.length] ?? '';
      for (const line of lines.filter((_, each) => each % 15 === index % 15 || each === 0)) {
        const written = line.replaceAll('K', 'token').replaceAll('V', () => value.replaceAll('C', () => canary));
        assertDiscreet(place, `[[runners]]\n  name = "a"\n${written}\nlimit = yes\n`);
      }
    }
  }
});

test('the values of variables and of options of machines are not repeated, their names are', () => {
  const entries = [
    '"A=C"',
    'A=C',
    '"A=C',
    "'A=C",
    '“A=C”',
    'A="C"',
    '{ A = "C" }',
    '{ A = C }',
    '"A=C" "B=C"',
    '"A: C"',
    'C',
    '"C\\q"',
  ];
  for (const name of ['environment', 'MachineOptions', 'enviroment']) {
    for (const entry of entries) {
      for (const form of ['[V]', '[V', 'V', '[\n  V,\n  V\n]', '[\n  V\n  V\n', '["X=1", V]']) {
        for (const canary of canaries.slice(0, 3)) {
          const written = form.replaceAll('V', () => entry.replaceAll('C', () => canary));
          assertDiscreet('file', `[[runners]]\n  ${name} = ${written}\n  limit = 3\n`);
        }
      }
    }
  }
  const said = saidOf('file', '[[runners]]\n  environment = [GIT_DEPTH=zq7Canary]\n');
  assert.ok(
    said.some((each) => each.includes('GIT_DEPTH=')),
    said.join('\n'),
  );
});

test('what is no secret is said as before', () => {
  const text = '[[runners]]\n  token_expires_at = 2024-13-40\n  executor = dcoker\n  token = "x"\n  nam = yes\n';
  const said = saidOf('file', text).join('\n');
  for (const shown of ['2024-13-40', 'dcoker', 'nam']) assert.ok(said.includes(shown), `${shown}:\n${said}`);
});

test('nothing long is repeated', () => {
  const long = 'long'.repeat(500);
  const forms = [
    ...values.map((value) => `name = ${value}`),
    'C = 1',
    '[C]',
    '[[C]]',
    '[runners.C]',
    'C',
    'a.C = 1',
    '"C" = 1',
  ];
  for (const form of [
    ...forms,
    'executor = "C"',
    'limit = "C"',
    'limit = C',
    '# gitlab-runner: version=C',
    '# gitlab-runner: ignore=C',
  ]) {
    for (const header of ['[[runners]]', '[runners.docker]', '[runners.kubernetes.node_selector]']) {
      for (const said of saidOf('file', `${header}\n${form.replaceAll('C', () => long)}\n`)) {
        assert.ok(!said.includes('long'.repeat(20)), `${form}: ${said}`);
      }
    }
  }
});
