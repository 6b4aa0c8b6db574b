/**
 * What is said after an edit is what a fresh look at the whole text says: 100,000 random edits over texts of our own, and over the
 * corpus where it is here. And an edit in one runner reads one block, however long the file is.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { askedFileRules } from '../../server/check/file-findings';
import { parsedBlocks } from '../../server/meaning/block';
import { Service } from '../../server/service';
import { least } from '../shared';
import { corpus, skip } from './agreement/corpus';
import { randomSource } from './toml/random-source';

const EDITS = Number(process.env.INCREMENTAL_EDITS ?? 4000);

const runner = (index: number) => `
# the runner of team ${index}
[[runners]]
  name = "runner ${index}"
  url = "https://gitlab.example.com/"
  token = "glrt-${index}"
  executor = "docker"
  environment = ["A=1"]
  pre_build_script = """
echo "[[runners]]"
"""
  [runners.docker]
    image = "alpine"
    privileged = "true"
    volumes = [
      "/cache",
    ]
  # gitlab-runner: ignore
  [runners.cache]
    Type = "s3"
`;

const ownText = (count: number) =>
  `concurrent = 4\n${Array.from({ length: count }, (_, index) => runner(index)).join('')}`;

/** What people type, and what hurts. */
const pieces = [
  '\n',
  ' ',
  '"',
  '"""',
  "'''",
  '[',
  ']',
  '[[runners]]\n',
  '\n[[runners]]\n  limit = 1\n',
  '[runners.docker]\n',
  '[session_server]\n',
  'concurrent = 2\n',
  '\n[[runners]]\n  name = "runner 1"\n  limit = 9\n  request_concurrency = 12\n',
  '# gitlab-runner: ignore\n',
  '# gitlab-runner: version=16.6\n',
  '<<<<<<< a\n',
  '{{ .x }}',
  '=',
  '#',
  '\r\n',
  '\r',
  'image = "b"\n',
  'runners = 1\n',
];

function edit(text: TextDocument, random: ReturnType<typeof randomSource>): void {
  const { length } = text.getText();
  const start = random(length + 1);
  // Mostly a few characters go, sometimes many lines.
  const removed = random(3) === 0 ? random(random(20) === 0 ? 400 : 12) : 0;
  const newText = random(4) === 0 ? '' : (pieces[random(pieces.length)] ?? '');
  const range = { start: text.positionAt(start), end: text.positionAt(Math.min(length, start + removed)) };
  TextDocument.update(text, [{ range, text: newText }], text.version + 1);
}

/** All answers that are put together of those about blocks. */
function answers(service: Service, text: TextDocument) {
  return {
    diagnostics: service.diagnostics(text),
    symbols: service.symbols(text),
    folds: service.folds(text),
    links: service.links(text),
    targets: service.targets(text),
  };
}

function sameAsFresh(name: string, languageId: string, start: string, edits: number): void {
  const random = randomSource(name.length * 7919 + start.length);
  const service = new Service({ snippets: true });
  let text = TextDocument.create(`file:///${name}`, languageId, 1, start);
  service.choose(text.uri, 'ours');
  for (let index = 0; index < edits; index++) {
    // A text that is broken for good is begun anew.
    if (index % 100 === 99) text = TextDocument.create(text.uri, languageId, text.version + 1, start);
    const before = text.getText();
    edit(text, random);
    const fresh = new Service({ snippets: true });
    fresh.choose(text.uri, 'ours');
    assert.deepEqual(
      answers(service, text),
      answers(fresh, text),
      `${name}: edit ${index} of\n${before}\ngave\n${text.getText()}`,
    );
  }
}

test('edits of a configuration', () => sameAsFresh('config.toml', 'gitlab-runner-config', ownText(3), EDITS / 4));

test('edits of a registration template', () =>
  sameAsFresh('config.template.toml', 'gitlab-runner-config', ownText(2), EDITS / 8));

test('edits of a template', () =>
  sameAsFresh(
    'config.toml.tmpl',
    'gitlab-runner-config',
    ownText(2).replace('"alpine"', '"{{ .image }}"'),
    EDITS / 16,
  ));

test('edits of a block of YAML', () => {
  const lines = ownText(2)
    .split('\n')
    .map((line) => (line ? `    ${line}` : line));
  sameAsFresh('values.yaml', 'yaml', `runners:\n  config: |\n${lines.join('\n')}  tags: x\n`, EDITS / 8);
});

test('edits of real files', { skip }, () => {
  const files = corpus().filter(({ name, text }) => /^(?:toml|templated|yaml)\//.test(name) && text.length < 6000);
  assert.ok(files.length >= least(100));
  const each = Math.max(2, Math.round(EDITS / 2 / files.length));
  for (const { name, text } of files) {
    const isYaml = /\.ya?ml/.test(name);
    sameAsFresh(name.split('/').at(-1) ?? name, isYaml ? 'yaml' : 'gitlab-runner-config', text, each);
  }
});

for (const count of [10, 300]) {
  test(`an edit in one of ${count} runners reads one block`, () => {
    const service = new Service();
    const text = TextDocument.create('file:///config.toml', 'gitlab-runner-config', 1, ownText(count));
    const read = () => {
      const before = parsedBlocks.count;
      answers(service, text);
      return parsedBlocks.count - before;
    };
    read();
    const line = text.getText().slice(0, text.getText().indexOf('runner 5')).split('\n').length;
    for (const typed of ['  limit = 1\n', '  limi']) {
      const at = { line, character: 0 };
      TextDocument.update(text, [{ range: { start: at, end: at }, text: typed }], text.version + 1);
      assert.equal(read(), 1);
    }
  });
}

/** Types at the end of a value of the file, and says how many rules about the file were asked for it. */
function askedAfter(service: Service, text: TextDocument, value: string, typed: string): number {
  const before = askedFileRules.count;
  const at = text.positionAt(text.getText().indexOf(value) + value.length);
  TextDocument.update(text, [{ range: { start: at, end: at }, text: typed }], text.version + 1);
  const diagnostics = service.diagnostics(text);
  const count = askedFileRules.count - before;
  assert.deepEqual(diagnostics, new Service({ snippets: true }).diagnostics(text));
  return count;
}

test('rules about the file are asked again when a fact that they read is another', () => {
  // Two runners of one name, a limit over `concurrent`, requests over the limit: findings that have to move.
  const limits = '  limit = 9\n  request_concurrency = 12\n';
  const start = ownText(30)
    .replace('name = "runner 20"', 'name = "runner 7"')
    .replace('name = "runner 11"\n', `name = "runner 11"\n${limits}`);
  const text = TextDocument.create('file:///config.toml', 'gitlab-runner-config', 1, start);
  const service = new Service({ snippets: true });
  const said = service.diagnostics(text).map(({ code }) => code);
  for (const code of ['concurrent-vs-runners', 'duplicate-name', 'limit-gt-concurrent', 'request-concurrency-gt-limit'])
    assert.ok(said.includes(code), code);
  const all = askedAfter(service, text, '', '[[runners]]\n');
  assert.ok(all > 5);
  // Below, and above, the places of what is said.
  assert.equal(askedAfter(service, text, 'image = "alpine', ':3'), 0);
  assert.equal(askedAfter(service, text, 'https://gitlab.example.com/', 'a'), 0);
  assert.equal(askedAfter(service, text, '# the runner of team 3', '\n\n'), 0);
  const ofNames = askedAfter(service, text, 'name = "runner 1', 'x');
  assert.ok(ofNames > 0 && ofNames < all / 2, String(ofNames));
  const ofLimits = askedAfter(service, text, 'limit = 9', '9');
  assert.ok(ofLimits > 0 && ofLimits < all / 2, String(ofLimits));
});
