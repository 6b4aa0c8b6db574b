/**
 * What stands around a configuration in YAML holds secrets as well: tokens in the chart's values, Secrets beside a ConfigMap,
 * variables of containers. Nothing that is said of the file repeats one, in no output.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { print } from '../../server/command/lint/report';
import { Service } from '../../server/service';
import { defaultSettings } from '../../server/settings';
import { loadCatalog } from '../../server/text/catalog';
import { counted } from '../counted';
import { requests } from './every-request';

const catalog = loadCatalog();

/** `V` is the value, in configurations `W` and, in quotes that are there, `S`. */
const files: Readonly<Record<string, string>> = {
  'values of the chart': `gitlabUrl: https://gitlab.com
runnerToken: V
runnerRegistrationToken: V
runners:
  secret: V
  tags: V
  image: V
  imagePullSecrets: V
  env:
    CI_TOKEN: V
  cache:
    secretName: V
    accessKey: V
    s3BucketName: V
  config: |
    Concurrent = 4
    [[runners]]
      token = W
      limit = "1"
      environment = ["A=S"]
`,
  'values of an umbrella chart': `global:
  password: V
gitlab-runner:
  runnerToken: V
  config: |
    [[runners]]
      name = "a"
  runners:
    token: V
    locked: V
    config: |
      [[runners]]
        executor = docker
    privileged: V
  envVars:
    - name: TOKEN
      value: V
`,
  'a ConfigMap and a Secret': `apiVersion: v1
kind: Secret
metadata:
  name: runner
stringData:
  runner-registration-token: V
  runner-token: V
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: runner
  annotations:
    token: V
data:
  CI_SERVER_TOKEN: V
  SECRET: V
  config.template.toml: |
    [[runners]]
      executor = "kubernetes"
      tokn = W
  config.toml: |
    concurrent = "4"
    [[runners]]
      url = "https://gitlab.com"
  register.sh: |
    gitlab-runner register --token V
`,
  'a resource with the values as text': `apiVersion: argoproj.io/v1alpha1
kind: Application
spec:
  source:
    helm:
      parameters:
        - name: runnerToken
          value: V
      values: |
        runnerToken: V
        runners:
          image: V
          config: |
            [[runners]]
              name = "a"
              Token = W
`,
  'a quoted configuration': `runnerToken: V
runners:
  secret: V
  config: "[[runners]]\\n  limit = '1'\\n  token = 'S'\\n"
`,
  'a Runner of the operator': `apiVersion: apps.gitlab.com/v1beta2
kind: Runner
metadata:
  name: V
spec:
  token: V
  config: V
  env: V
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: V
data:
  config.toml: |
    concurrent = 4
    [[runners]]
      executor = "kubernetes"
`,
};

/** How a value may be written, sound or not; `C` is the secret. */
const values = [
  'C',
  '"C"',
  "'C'",
  '"C',
  "'C",
  '|\n      C',
  '>-\n      C',
  '{{ C }}',
  '{{ .Values.C',
  '&C x',
  '*C',
  '!C x',
  '{C}',
  '{a: C}',
  '[C]',
  '[C',
  'C: C',
  'a: C',
  '- C',
  '# C',
  'C # C',
  '<C>',
  '${' + 'C}',
  '@C',
  '\n  C',
  '\n    C: x',
  '\n      C',
  '\tC',
  'C\u0007',
  'C\uFFFD',
  'image: C',
  '"C" C',
  'https://C',
  '[[runners]]\n  C = 1',
];

const SECRET = 'glrt-zq7Canary';
const spilled = /zq7canary/i;

/** Requests whose answer is the text itself, or what is to stand in its place. */
const ofText = new Set(['regions', 'format', 'formatRange', 'formatOnType', 'fixAll', 'fixes', 'fixesHere']);

test('the secrets around a configuration are not repeated', () => {
  let said = 0;
  for (const [kind, file] of counted(Object.entries(files))) {
    for (const value of counted(values)) {
      const text = file
        .replace(/\bV\b/g, () => value.replaceAll('C', SECRET))
        .replace(/\bW\b/g, `"${SECRET}"`)
        .replace(/\bS\b/g, SECRET);
      for (const each of saidOf(text)) {
        said++;
        assert.doesNotMatch(each, spilled, `${kind}:\n${text}`);
      }
    }
  }
  assert.ok(said > 5000, `${said} answers`);
});

/** All that is said aloud, with the cursor on each secret and at the begin and the end of each line. */
function* saidOf(source: string): Iterable<string> {
  const text = TextDocument.create('file:///project/values.yaml', 'yaml', 1, source);
  const service = new Service({ catalog, snippets: true, settingsOf: () => defaultSettings });
  service.versioned(text.uri, true);
  const problems = service.problems(text).map((problem) => ({ file: 'values.yaml', ...problem }));
  yield print(problems, 'text', catalog);
  yield print(problems, 'json', catalog);
  const all = { start: text.positionAt(0), end: text.positionAt(source.length) };
  for (const only of [undefined, ['source']]) {
    for (const { title, diagnostics, command } of service.codeActions(text, all, only))
      yield JSON.stringify([title, diagnostics, command]);
  }
  for (const [name, ask] of Object.entries(requests)) {
    if (ofText.has(name)) continue;
    for (const offset of isOfPlace(name) ? placesIn(source) : [0])
      yield JSON.stringify(ask(service, text, offset)) ?? '';
  }
}

function isOfPlace(request: string): boolean {
  return ['completion', 'hover', 'documentation'].includes(request);
}

function placesIn(source: string): number[] {
  const secrets = [...source.matchAll(/zq7/g)].map(({ index }) => index);
  const ends = [...source.matchAll(/$/gm)].map(({ index }) => index);
  return [...secrets, ...ends.filter((_, index) => index % 3 === 0)];
}
