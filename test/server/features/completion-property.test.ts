import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { completion } from '../../../server/features/completion';
import { createDocument } from '../../../server/meaning/create-document';
import { counted } from '../../counted';
import { SHARED } from '../../shared';
import { accept, problemsOf } from './accept';
import { context, plainContext } from './completing';

const complete = `concurrent = 4
check_interval = 0

# globals above
[session_server]
  session_timeout = 1800

[[runners]]
  name = "first" # the first
  url = "https://gitlab.example.com"
  environment = ["A=b", "FF_CONCRETE=true"]
  executor = "docker"
  cache.Type = "s3"
  pre_build_script = """
    echo start
    image = "no key"
  """
  [runners.feature_flags]
    FF_USE_FASTZIP = true
  [runners.docker]
    image = "alpine:latest"
    pull_policy = ["always", "never"]
    services = [{ name = "mysql", alias = "db" }, { name = "redis" }]
    [runners.docker.sysctls]
      "net.ipv4.ip_forward" = "1"

[[runners]]
  executor = 'kubernetes'
  custom_build_dir = { enabled = true }
  [runners.kubernetes]
    node_selector = {}
    [[runners.kubernetes.volumes.host_path]]
      name = "socket"
      mount_path = "/var/run/docker.sock"
    [[runners.kubernetes.host_aliases]]
      ip = "192.0.2.1"
      hostnames = [
        "one",
        "two", # two
      ]
    [runners.kubernetes.affinity.node_affinity.required_during_scheduling_ignored_during_execution]
      [[runners.kubernetes.affinity.node_affinity.required_during_scheduling_ignored_during_execution.node_selector_terms]]
        [[runners.kubernetes.affinity.node_affinity.required_during_scheduling_ignored_during_execution.node_selector_terms.match_expressions]]
          key = "zone"
`;

const fixtures: Record<string, string> = {
  complete,
  'complete with CRLF': complete.replaceAll('\n', '\r\n'),
  'a byte order mark': '\uFEFF\nconcurrent = 1\n',
  flat: '[[runners]]\nname = "a"\n[runners.docker]\nimage = "x"\n[runners.docker.tmpfs]\n[[runners]]\n',
  tabs: '[[runners]]\n\tname = "a"\n\t[runners.kubernetes]\n\t\timage = "x"\n',
  'half-typed headers': '[[runners\n  name = "a"\n  [runners.\n  [runners.kub\n[\n[[\n[runners.docker]]\n',
  'half-typed headers above the first runner': '[\n[runners.\n[[runners.k\n\n[[runners]]\n  name = "a"\n',
  'half-typed pairs':
    '[[runners]]\n  helper_im\n  limit =\n  executor = dock\n  docker.\n  [runners.docker]\n  image "x"\n  ima = \n',
  'half-typed brackets': '[[runners]]\n  environment = ["A=b", \n  docker = { image = \n  cache = { Type = "s3", \n',
  'half-typed arrays':
    '[[runners]]\n  [runners.docker]\n    pull_policy = ["always",\n\n    volumes = [\n      "/a"\n      "/b"\n  [runners.cache]\n',
  'half-typed strings':
    '[[runners]]\n  executor = "do\n  name = \'\n  environment = ["A=b\n  [runners.docker]\n    pull_policy = ["ne]\n',
  'no TOML at all':
    '[[runners]]\n  ...\n  {{ if .x }}\n  name: "x"\n<<<<<<< a\n  url = 1\n=======\n  url = 2\n>>>>>>> b\n',
};

/** What is wrong afterwards and was not before. Problems are counted by their code: their texts change with the item. */
function newProblems(before: readonly string[], after: readonly string[]): string[] {
  const left = before.map(codeOf);
  return after.filter((problem) => {
    const index = left.indexOf(codeOf(problem));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

const codeOf = (problem: string): string => problem.slice(0, problem.indexOf(':'));

/** Accepts every item at some of the offsets of a text. Returns how many there were. */
function acceptAll(name: string, text: string, offsets: Iterable<number>, everyItem: number): number {
  const before = problemsOf(text);
  const document = createDocument('file:///config.toml', text);
  let items = 0;
  let turn = 0;
  for (const offset of offsets) {
    // No caret stands between the two characters of a line break.
    if (text.startsWith('\r\n', offset - 1)) continue;
    for (const use of [context, plainContext]) {
      const list = completion(document, offset, use);
      for (let index = turn++ % everyItem; index < list.length; index += everyItem) {
        const item = list[index];
        if (!item) continue;
        items++;
        const after = accept(document, offset, item, 'x');
        const problems = newProblems(before, problemsOf(after));
        assert.deepEqual(problems, [], `${name}, offset ${offset}, item ${item.label}:\n${after}`);
      }
    }
  }
  return items;
}

function* all(length: number): Iterable<number> {
  for (let offset = 0; offset <= length; offset++) yield offset;
}

/** The same offsets in every run, all over the text. */
function* sample(length: number, count: number): Iterable<number> {
  for (let index = 0; index < count; index++) yield (index * 7919 + 13) % (length + 1);
}

for (const [name, text] of Object.entries(fixtures)) {
  test(`an accepted item brings no new syntax problem: ${name}`, () => {
    const items = acceptAll(name, text, all(text.length), text.length > 500 ? 17 : 5);
    assert.ok(items > 40, `only ${items} items`);
  });
}

test('an accepted item brings no new syntax problem: a text cut off anywhere', () => {
  let items = 0;
  for (const end of sample(complete.length, 150)) {
    const text = complete.slice(0, end);
    items += acceptAll(`cut at ${end}`, text, [end, Math.max(0, end - 1)], 7);
  }
  assert.ok(items > 150, `only ${items} items`);
});

for (const [folder, count] of [
  [`${SHARED}/seeds`, 100],
  [`${SHARED}/corpus/toml`, 30],
] as const) {
  test(`an accepted item brings no new syntax problem: ${folder}`, (context) => {
    if (!existsSync(folder)) {
      // The project is tested without the shared data, too.
      console.error(`*** ${folder} is not here: SKIPPED ***`);
      context.skip(`${folder} is not here`);
      return;
    }
    const names = readdirSync(folder)
      .filter((name) => name.endsWith('.toml'))
      .sort()
      .slice(0, count);
    for (const name of counted(names)) {
      const text = readFileSync(join(folder, name), 'utf8');
      acceptAll(name, text, sample(text.length, 40), 9);
    }
  });
}
