/** A keystroke in a long file, as the server handles it. The limits are five times what we want, for slow machines; what was measured is printed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkDocument } from '../../server/check/check';
import { codeActions, fixAll } from '../../server/features/code-actions';
import { readConfiguration } from '../../server/meaning/configuration';
import type { Context } from '../../server/meaning/context';
import { createContext } from '../../server/meaning/context';
import { createDocument } from '../../server/meaning/create-document';
import { Service } from '../../server/service';

const context: Context = createContext({ snippets: true });

const RUNNER = `[[runners]]
  name = "runner-#"
  url = "https://gitlab.example.com/"
  token = "glrt-0000000000000000000"
  limit = 10
  executor = "docker"
  environment = ["GIT_DEPTH=10", "LC_ALL=C.UTF-8"]
  [runners.cache]
    Type = "s3"
    [runners.cache.s3]
      ServerAddress = "minio.example.com:9000"
      BucketName = "runner-cache"
  [runners.docker]
    image = "ruby:3.3"
    memory = "2g"
    privileged = false
    volumes = ["/cache", "/srv/ca:/etc/ssl/ca:ro"]
    pull_policy = ["if-not-present"]
    [[runners.docker.services]]
      name = "postgres:16"
      alias = "db"
    [runners.docker.sysctls]
      "net.ipv4.ip_forward" = "1"

`;

function configuration(runners: number): string {
  const tables = Array.from({ length: runners }, (_, index) => RUNNER.replace('#', String(index)));
  return `concurrent = 10000\n\n${tables.join('')}`;
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
}

function timesOf(count: number, act: (index: number) => void): number {
  const times = Array.from({ length: count }, (_, index) => {
    const from = performance.now();
    act(index);
    return performance.now() - from;
  });
  return median(times);
}

for (const { runners, keystroke, answer } of [
  { runners: 100, keystroke: 10, answer: 3 },
  { runners: 1000, keystroke: 100, answer: 3 },
]) {
  test(`${runners} runners: a keystroke, a completion, a hover`, (t) => {
    const service = new Service({ snippets: true });
    const text = TextDocument.create('file:///etc/gitlab-runner/config.toml', 'toml', 1, configuration(runners));
    const line = Math.floor(text.lineCount / 2 / 24) * 24 + 3;
    const at = { line, character: 0 };
    let found = 0;
    const check = () => {
      found = service.diagnostics(text).length;
    };
    const type = (index: number) => {
      const inserting = index % 2 === 0;
      const range = { start: at, end: inserting ? at : { line: line + 1, character: 0 } };
      TextDocument.update(text, [{ range, text: inserting ? '  no_such_key = 1\n' : '' }], text.version + 1);
      check();
      assert.equal(found, inserting ? 1 : 0);
    };
    timesOf(6, type);
    const typed = timesOf(20, type);
    const position = { line: line + 1, character: 4 };
    const completed = timesOf(20, () => service.completion(text, position));
    const hovered = timesOf(20, () => service.hover(text, position));
    const measured = [typed, completed, hovered].map((time) => time.toFixed(2));
    t.diagnostic(`median ms: keystroke ${measured[0]}, completion ${measured[1]}, hover ${measured[2]}`);
    assert.ok(typed < 5 * keystroke, `keystroke ${typed} ms`);
    assert.ok(completed < 5 * answer, `completion ${completed} ms`);
    assert.ok(hovered < 5 * answer, `hover ${hovered} ms`);
  });
}

test('many mistakes in one table take no more than their number', (t) => {
  const timeFor = (count: number) => {
    const keys = Array.from({ length: count }, (_, index) => `no_such_key_${index} = 1\n`);
    const text = `[[runners]]\n${keys.join('')}`;
    // A document that was checked keeps what was found: each time a new one.
    return timesOf(3, () => checkDocument(createDocument('file:///config.toml', text), context));
  };
  const [few, many] = [timeFor(100), timeFor(1000)];
  t.diagnostic(`median ms: 100 unknown keys ${few.toFixed(1)}, 1000 ${many.toFixed(1)}`);
  assert.ok(many < 20 * few, 'linear');
  assert.ok(many < 1000, `${many} ms`);
});

const repeated: Record<string, (count: number) => string> = {
  'the same line': (count) => `[[runners]]\n${'name = "a"\n'.repeat(count)}`,
  'the same line of a template': (count) => `[[runners]]\n${'name = "{{ .name }}"\n'.repeat(count)}`,
  'bare words': (count) => `[[runners]]\nenvironment = [\n${'a=b,\n'.repeat(count)}]\n`,
  'a comma that is missing': (count) => `[[runners]]\nenvironment = [\n${'"a=b"\n'.repeat(count)}]\n`,
};

for (const [name, text] of Object.entries(repeated)) {
  test(`"fix all" takes no more than the number of mistakes: ${name}`, (t) => {
    const timeFor = (count: number) => {
      return timesOf(3, () => fixAll(createDocument('file:///config.toml.j2', text(count)), context));
    };
    const [few, many] = [timeFor(500), timeFor(5000)];
    t.diagnostic(`median ms: 500 mistakes ${few.toFixed(1)}, 5000 ${many.toFixed(1)}`);
    assert.ok(many < 25 * few, `${few} ms, ${many} ms`);
  });
}

test('of thousands of fixes in a broken file a few are tried and offered', () => {
  const keys = Array.from({ length: 3000 }, (_, index) => `limi${index} = 1\n`);
  const text = `concurrent = \n[[runners]]\n${keys.join('')}`;
  const request = { only: undefined, overrides: {} };
  const document = createDocument('file:///config.toml', text);
  const actions = codeActions(readConfiguration(document), { start: 0, end: text.length }, context, request);
  assert.ok(actions.length > 0 && actions.length < 20, String(actions.length));
});
