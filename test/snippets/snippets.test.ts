import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse as parseIarna } from '@iarna/toml';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'smol-toml';
import { counted } from '../counted';
import { expandSnippet } from './expand-snippet';

interface Snippet {
  prefix: string | string[];
  description: string;
  body: string[];
}

const snippets: Record<string, Snippet> = JSON.parse(readFileSync('snippets/gitlab-runner-config.json', 'utf8'));
const schema = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'));
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

/** The tables without which an executor takes no jobs, or fails each of them. */
const tablesOfExecutor: Record<string, string[]> = {
  custom: ['custom'],
  docker: ['docker'],
  'docker+machine': ['docker', 'machine'],
  'docker-autoscaler': ['docker', 'autoscaler'],
  'docker-windows': ['docker'],
  instance: ['autoscaler'],
  kubernetes: ['kubernetes'],
  parallels: ['parallels', 'ssh'],
  shell: [],
  ssh: ['ssh'],
  virtualbox: ['virtualbox', 'ssh'],
};

/** A whole configuration: what begins inside a runner gets the header that leads to it. */
function wholeConfiguration(text: string): string {
  const first = text.split('\n', 1)[0] ?? '';
  const insideRunner = /^\[{1,2}runners\./.test(first) || first.startsWith('environment');
  return insideRunner ? `[[runners]]\n${text}` : text;
}

/** Each text that the snippet can become by another option at one of its choices; the defaults first. */
function expansions(body: string[]): string[] {
  const { text, choices } = expandSnippet(body);
  const others = [...choices].flatMap(([tabstop, options]) =>
    options.slice(1).map((option) => expandSnippet(body, { at: new Map([[tabstop, option]]) }).text),
  );
  return [text, ...others];
}

for (const [name, { body }] of counted(Object.entries(snippets))) {
  test(`${name}: every expansion is a valid configuration`, () => {
    for (const text of counted(expansions(body))) {
      const configuration = parse(wholeConfiguration(text));
      assert.ok(Object.keys(configuration).length > 0);
      assert.ok(validate(configuration), `${text}\n${JSON.stringify(validate.errors, null, 2)}`);
      assert.equal(JSON.stringify(parseIarna(wholeConfiguration(text))), JSON.stringify(configuration));
    }
  });

  test(`${name}: indented as the runner writes`, () => {
    for (const text of counted(expansions(body))) assert.deepEqual(wrongIndentation(text), []);
  });

  test(`${name}: the tab stops follow the text and end with $0`, () => {
    const { tabstops } = expandSnippet(body);
    const numbers = tabstops.filter((tabstop) => tabstop !== 0);
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index + 1),
    );
    assert.equal(tabstops.at(-1), 0);
  });
}

/** Lines that do not stand two spaces deeper per table, counted from the snippet's first line. */
function wrongIndentation(text: string): string[] {
  const wrong: string[] = [];
  let base: number | undefined;
  let depth = 0;
  let insideString = false;
  for (const line of text.split('\n')) {
    const closes = (line.match(/'''/g)?.length ?? 0) % 2 === 1;
    const indentation = line.length - line.trimStart().length;
    if (!insideString && line !== '') {
      const header = /^\s*\[{1,2}([\w.+-]+)\]{1,2}$/.exec(line)?.[1];
      if (header !== undefined) depth = header.split('.').length;
      const level = header === undefined ? depth : depth - 1;
      base ??= level;
      if (indentation !== 2 * (level - base)) wrong.push(line);
    }
    if (closes) insideString = !insideString;
    if (line.includes('\t')) wrong.push(line);
  }
  return wrong;
}

test('prefixes and descriptions are unique, and descriptions are short sentences without an end', () => {
  const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
  assert.deepEqual(
    prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index),
    [],
  );
  for (const prefix of prefixes) assert.match(prefix, /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
  const descriptions = Object.values(snippets).map(({ description }) => description);
  assert.equal(new Set(descriptions).size, descriptions.length);
  for (const description of descriptions) assert.match(description, /^[A-Z].{15,150}[^.]$/);
});

test('every executor has its runner, with the tables that it needs', () => {
  const covered = new Set<string>();
  for (const { body } of Object.values(snippets)) {
    const [runner] = (parse(wholeConfiguration(expandSnippet(body).text)).runners ?? []) as Record<string, unknown>[];
    if (runner?.executor === undefined) continue;
    const executor = String(runner.executor);
    covered.add(executor);
    for (const key of ['name', 'url', 'token']) assert.ok(runner[key], `${executor}: ${key}`);
    for (const table of tablesOfExecutor[executor] ?? ['unknown']) assert.ok(runner[table], `${executor}: ${table}`);
  }
  assert.deepEqual([...covered].sort(), Object.keys(tablesOfExecutor).sort());
});

test('the deprecated executor says so', () => {
  assert.match(snippets['Runner: docker+machine']?.description ?? '', /^Deprecated/);
});

test('the flags on offer are of today', () => {
  const flags: { name: string; removed?: string; deprecated?: unknown }[] = JSON.parse(
    readFileSync('schemas/feature-flags.json', 'utf8'),
  );
  const live = flags.filter(({ removed, deprecated }) => !removed && !deprecated).map(({ name }) => name);
  const offered = expandSnippet(snippets['Feature flags']?.body ?? []).choices.get(1) ?? [];
  assert.ok(offered.length > 3);
  assert.deepEqual(
    offered.filter((flag) => !live.includes(flag)),
    [],
  );
});

test('registry credentials are what Docker reads', () => {
  for (const name of ['Registry authentication', 'Registry authentication with a helper']) {
    const configuration = parse(expandSnippet(snippets[name]?.body ?? []).text) as { environment: string[] };
    const [variable, ...json] = configuration.environment[0]?.split('=') ?? [];
    assert.equal(variable, 'DOCKER_AUTH_CONFIG');
    const { auths = {} } = JSON.parse(json.join('=')) as { auths?: Record<string, { auth: string }> };
    for (const { auth } of Object.values(auths)) assert.equal(atob(auth), 'user:password');
  }
});
