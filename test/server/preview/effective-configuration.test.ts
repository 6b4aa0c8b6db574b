/** A runner with its defaults: what is written, what is filled in, and what is left out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '@iarna/toml';
import { Service } from '../../../server/service';

const TOML = `[[runners]]
  name = "k"
  token = "glrt-abcdefghijklmnop"
  executor = "kubernetes"
  memroy = 1
  environment = ["A=1", "B"]
  limit = 0x10
  [runners.docker]
    image = "a"
  [runners.kubernetes]
    image = "alpine"
    POLL_TIMEOUT = 7
    [runners.kubernetes.node_selector]
      "a.b/c" = "d"
    [[runners.kubernetes.volumes.empty_dir]]
      name = "x"
      mount_path = """
/x"""
  [runners.feature_flags]
    FF_USE_FASTZIP = true
    FF_NONE = true
`;

function effective(text: string, runnerVersion?: string) {
  const service = new Service({});
  const source = { uri: 'file:///a', languageId: 'gitlab-runner-config', version: 1, getText: () => text };
  const shown = service.previews.shown(source, { runner: { index: 0 }, view: 'effective', runnerVersion });
  assert.ok(shown);
  const lines = shown.text.split('\n');
  assert.equal(shown.lines.length, lines.length - 1);
  const originOf = (part: string) => shown.origins[shown.lines[lines.findIndex((line) => line.includes(part))] ?? -1];
  return { ...shown, rows: lines, originOf };
}

test('it is TOML with what the file has, and the defaults of the rest', () => {
  const [runner] = parse(effective(TOML).text).runners as unknown as Record<string, Record<string, unknown>>[];
  assert.ok(runner);
  assert.equal(runner.limit, 16);
  assert.equal(runner.output_limit, 4096);
  assert.deepEqual(runner.kubernetes?.node_selector, { 'a.b/c': 'd' });
  assert.deepEqual(runner.kubernetes?.volumes, { empty_dir: [{ name: 'x', mount_path: '/x' }] });
  assert.deepEqual([runner.kubernetes?.poll_timeout, runner.kubernetes?.poll_interval], [7, 3]);
  assert.deepEqual(
    [runner.feature_flags?.FF_USE_FASTZIP, runner.feature_flags?.FF_TIMESTAMPS, runner.feature_flags?.FF_NONE],
    [true, true, undefined],
  );
});

test('a default says that it is one, and a key leads to its place', () => {
  const { rows, originOf } = effective(TOML);
  assert.ok(rows.includes('  output_limit = 4096 # default'));
  assert.match(originOf('output_limit')?.said ?? '', /`runners\.output_limit` is not set/);
  assert.equal(originOf('poll_timeout')?.range?.start.line, 11);
});

test('what does nothing is left out, with the reason', () => {
  const { rows } = effective(TOML);
  assert.deepEqual(
    rows.filter((row) => row.includes('left out')),
    [
      '# `runners.memroy` is left out: the runner does not know it.',
      '# `runners.docker` is left out: the executor `kubernetes` does not read it.',
      '# `runners.feature_flags.FF_NONE` is left out: the runner does not know it.',
    ],
  );
});

test('what came later than the runner of the file is left out, and has no default', () => {
  const text = TOML.replace(
    'image = "alpine"',
    'image = "alpine"\n    retry_limits = {}\n    pod_disruption_budget = true',
  );
  const { rows } = effective(text, '16.0');
  assert.ok(
    rows.some((row) => /`runners\.kubernetes\.pod_disruption_budget` is left out: .* since 1\d\.\d+ only/.test(row)),
  );
  assert.ok(!rows.some((row) => row.includes('FF_CONCRETE')));
});

test('secrets are hidden, the names of variables are not', () => {
  const { text, rows } = effective(TOML);
  assert.ok(!text.includes('glrt-') && !text.includes('A=1'));
  assert.ok(rows.includes('  environment = ["A=…", "…"]'));
});

test('there are defaults for every executor, and it stays TOML whatever is broken', () => {
  for (const executor of ['docker', 'shell', 'custom', 'docker+machine', 'instance', 'none', '']) {
    const text = `[[runners]]\nexecutor = "${executor}"\n[runners.docker]\n[runners.machine]\n[runners.cache]\n`;
    parse(effective(text).text);
  }
  parse(effective('[[runners]]\nimage = { a = 1 }\nname = {}\ncache = "x"\n[runners.docker\n').text);
});
