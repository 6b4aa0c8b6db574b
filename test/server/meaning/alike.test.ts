/** Runners that are alike: nothing that is said of one depends on what it has of its own, and one of them is read for all. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkDocument } from '../../../server/check/check';
import { Alike, likenessOf } from '../../../server/meaning/alike';
import { parsedBlocks } from '../../../server/meaning/block';
import { createContext } from '../../../server/meaning/context';
import { createDocument } from '../../../server/meaning/create-document';
import type { Finding } from '../../../server/meaning/finding';
import { Service } from '../../../server/service';
import { counted } from '../../counted';
import { corpus, isToml, skip } from '../agreement/corpus';
import { asData } from '../as-data';

const context = { ...createContext({}), isVersioned: true };

/** Plain values of each key that is a runner's own. */
const values: Readonly<Record<string, readonly [string, string]>> = {
  name: ['"runner-7"', '"Build host 12.example.com: docker/large_2"'],
  id: ['7', '918273645'],
  token: ['"glrt-AbCdEfGh0123456789xy"', '"t1_qW8zL-4vNc7pR2sKd9mXfB.01.1j2k3l4m5"'],
  token_obtained_at: ['2024-05-06T07:08:09Z', '1999-12-28T23:59:59Z'],
  token_expires_at: ['0001-01-01T00:00:00Z', '2030-10-11T12:13:14Z'],
};

/** The text of a runner with one of the two values, or the other, of each such key. */
function withValues(block: string, which: 0 | 1): string {
  const [header = '', ...rest] = block.split('\n');
  const end = rest.findIndex((line) => /^\s*\[/.test(line));
  const head = rest.slice(0, end < 0 ? rest.length : end);
  const others = Object.entries(values).filter(([key]) => !head.some((line) => line.trimStart().startsWith(key)));
  const added = others.map(([key, pair]) => `  ${key} = ${pair[which]}`);
  const changed = head.map((line) => {
    const [, before = '', key = ''] = /^(\s*(\w+)\s*=\s*)("[^"]*"|[\w:-]+)\s*$/.exec(line) ?? [];
    const pair = Object.hasOwn(values, key) ? values[key] : undefined;
    return pair ? before + pair[which] : line;
  });
  return [header, ...added, ...changed, ...rest.slice(head.length)].join('\n');
}

function saidOf(finding: Finding) {
  const { code, severity, start, end, related = [] } = finding;
  return { code, severity, start, end, message: asData(finding.message), related };
}

/** Asserts that the same is said of a runner whatever its own values are. */
function isJudgedAlike(block: string): void {
  const [one, other] = [withValues(block, 0), withValues(block, 1)];
  const [ofOne, ofOther] = [likenessOf(one), likenessOf(other)];
  assert.equal(ofOne.rest, ofOther.rest, block);
  const alike = new Alike(ofOne.own, { text: other, own: ofOther.own });
  const found = (text: string) => checkDocument(createDocument('file:///config.toml', text), context);
  assert.deepEqual(
    found(one)
      .map((finding) => ({ ...finding, related: finding.related?.map((each) => alike.of(each)) }))
      .map((finding) => saidOf(alike.of(finding))),
    found(other).map(saidOf),
    one,
  );
}

function runnersOf(text: string): string[] {
  return text
    .split(/^(?=[ \t]*\[\[runners\]\])/m)
    .filter((block) => /^[ \t]*\[\[runners\]\]/.test(block) && !block.includes('{{'));
}

test('what is said of the examples of rules does not depend on it', () => {
  const texts = readdirSync('schemas/rules').flatMap((name) =>
    Object.values(JSON.parse(readFileSync(`schemas/rules/${name}`, 'utf8')) as Record<string, { examples?: Example[] }>)
      .flatMap(({ examples = [] }) => examples)
      .flatMap(({ bad, good }) => [bad, good]),
  );
  for (const block of counted(texts.flatMap(runnersOf), 300)) isJudgedAlike(block);
});

interface Example {
  readonly bad: string;
  readonly good: string;
}

test('what is said of real runners does not depend on it', { skip }, () => {
  const blocks = corpus()
    .filter((file) => isToml(file) && file.text.length < 20_000)
    .flatMap(({ text }) => runnersOf(text));
  for (const block of counted(blocks)) isJudgedAlike(block);
});

const runner = (own: string) => `[[runners]]
${own}
  executor = "docker"
  # gitlab-runner: ignore=unknown-key
  no_such_key = 1
  [runners.docker]
    image = "alpine"
    privileged = "true"
`;

/** A file of runners, and how many of its blocks are parsed for its diagnostics. */
function opened(...owns: string[]) {
  const before = parsedBlocks.count;
  const text = owns.map(runner).join('');
  const service = new Service();
  const diagnostics = service.diagnostics(
    TextDocument.create('file:///config.toml', 'gitlab-runner-config', 1, `concurrent = 9\n${text}`),
  );
  return { diagnostics, parsed: parsedBlocks.count - before };
}

/** The same, when the runners come in one after the other. */
function typed(...owns: string[]) {
  const service = new Service();
  const text = TextDocument.create('file:///config.toml', 'gitlab-runner-config', 1, 'concurrent = 9\n');
  for (const own of owns) {
    const end = text.positionAt(text.getText().length);
    TextDocument.update(text, [{ range: { start: end, end }, text: runner(own) }], text.version + 1);
    service.diagnostics(text);
  }
  return service.diagnostics(text);
}

const own = (name: string, token: string) => `  name = "${name}"\n  id = ${name.length}\n  token = "${token}"`;
const tokens = ['glrt-AbCdEfGh0123456789xy', 'glrt-ZyXwVuTs9876543210ab'] as const;

test('runners that are alike are read once', () => {
  const owns = [own('a', tokens[0]), own('a longer name', tokens[1]), own('a', tokens[1])];
  const { diagnostics, parsed } = opened(...owns);
  // The globals and one runner.
  assert.equal(parsed, 2);
  assert.deepEqual(
    diagnostics.map(({ code, range }) => `${code} ${range.start.line}`),
    [
      ...['missing-key 1', 'wrong-type 10'],
      ...['missing-key 11', 'wrong-type 20'],
      ...['missing-key 21', 'duplicate-name 22', 'duplicate-token 24', 'wrong-type 30'],
    ],
  );
  assert.deepEqual(diagnostics, typed(...owns));
});

for (const [what, one, other] of [
  ['a name that is to be filled in', own('a', tokens[0]), own('REPLACE_ME', tokens[0])],
  ['a token of another kind', own('a', tokens[0]), own('a', 'glpat-AbCdEfGh0123456789xy')],
  ['a number that is none', '  id = 1', '  id = 0'],
  ['a date that is none', '  token_obtained_at = 2024-01-01T00:00:00Z', '  token_obtained_at = 2024-13-01T00:00:00Z'],
  ['a line in a string', '  pre_build_script = """\n  name = "a"\n"""', '  pre_build_script = """\n  name = "b"\n"""'],
  ['a line in a list', '  x = {\n  name = "a"\n}', '  x = {\n  name = "b"\n}'],
  ['a value with a comment', '  name = "a" # x', '  name = "b" # y'],
] as const) {
  test(`${what} is read for itself`, () => {
    const { diagnostics, parsed } = opened(one, other);
    assert.ok(parsed >= 3, String(parsed));
    assert.deepEqual(diagnostics, typed(one, other));
  });
}
