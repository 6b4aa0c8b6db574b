import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { RUNNER_TABLES, recognize } from '../../../../server/containers/toml-file/recognition';
import { GENERAL_KEYS, TELLING_KEYS } from '../../../../server/containers/toml-file/runners-evidence';
import { loadSchema } from '../../../../server/schema/schema';
import { counted } from '../../../counted';
import { SHARED } from '../../../shared';
import { SLACK } from '../../../slack';

const keysFile = '../shared/facts/keys.json';

function verdict(text: string, path = '/project/some.toml', languageId = 'toml') {
  return recognize({ path, languageId, text }).verdict;
}

describe('recognition by path', () => {
  const ours = [
    '/etc/gitlab-runner/config.toml',
    '/home/gitlab-runner/.gitlab-runner/config.toml',
    '/srv/gitlab-runner/config/config.toml',
    '/srv/gitlab-runner/config.template.toml',
    '/srv/gitlab-runner/config-template.toml',
    'gitlab-runner/config.toml',
    'C:\\GitLab-Runner\\config.toml',
  ];
  for (const path of ours) it(`knows ${path}, even when empty`, () => assert.equal(verdict('', path), 'path'));

  const others = [
    '/etc/containerd/config.toml',
    '/project/.cargo/config.toml',
    '/project/config.toml',
    '/project/my-gitlab-runner/config.toml',
    '/project/gitlab-runner/Cargo.toml',
    '/project/gitlab-runner/config.toml.md',
    '/etc/gitlab-runner/fargate.toml',
  ];
  for (const path of others) it(`leaves ${path} alone`, () => assert.equal(verdict('', path), 'no'));

  it('says which path', () => {
    const { reason } = recognize({ path: '/etc/gitlab-runner/config.toml', languageId: 'toml', text: '' });
    assert.deepEqual(reason, { id: 'path', path: 'gitlab-runner/config.toml' });
  });
});

describe('recognition by content', () => {
  const ours: Record<string, string> = {
    'a runner': '[[runners]]\n  name = "a"\n',
    'a runner after comments': '# by hand\n\n  [[ runners ]] # first\n',
    'a half-typed header': 'concurrent = 4\n[[runners\n  name = "a"\n',
    'a quoted header': '[["runners"]]\n',
    'carriage returns': 'concurrent = 1\r\n\r\n[[runners]]\r\n',
    'a byte order mark': '\uFEFF[[runners]]\n',
    'a sub-table alone': '[runners.kubernetes]\n  namespace = "ci"\n',
    'an array below a sub-table': '[[runners.kubernetes.volumes.host_path]]\n',
    'a half-typed sub-table': '[runners.docker\nimage = "alpine"\n',
    'one bracket too few': '[runners]\n  name = "a"\n  executor = "docker"\n',
    'one letter too few': '[[runner]]\n  executor = "shell"\n',
    'runners in one value': 'runners = [{ name = "a", executor = "docker" }]\n',
    'a runner that is being typed': '[[runners]]\n  url = "https://gitlab.example.com"\n  tok\n',
    'a runner with a key that no runner has': '[[runners]]\n  name = "a"\n  executor = "shell"\n  privilegd = true\n',
    'a runner whose executor is misspelled': '[[runners]]\n  url = "a"\n  token = "b"\n  excutor = "shell"\n',
    'a runner with a script': '[[runners]]\n  pre_build_script = """\n  a=1\n  b=2\n  c=3\n"""\n',
    'a list of variables': '[[runners]]\n  environment = [\n    "A=1",\n    "B=2",\n  ]\n',
    'dotted keys': '[[runners]]\n  docker.image = "a"\n  cmd = "b"\n',
    'only globals': 'concurrent = 1\ncheck_interval = 0\n\n[session_server]\n  session_timeout = 1800\n',
    'globals in another case': 'Concurrent = 1\n[session_server]\n',
  };
  for (const [name, text] of Object.entries(ours)) it(`sees ${name}`, () => assert.equal(verdict(text), 'content'));

  const others: Record<string, string> = {
    'an empty file': '',
    'Cargo.toml': '[package]\nname = "runners"\n[dependencies]\n',
    'one general key': 'concurrent = 4\n[server]\n',
    'a general key in a table of another program': 'concurrent = 4\n[health]\ncheck_interval = 5\n',
    'runners of another program': '[runners]\nmax = 4\n',
    'a runner of another program': '[runner.docker]\nimage = "alpine"\n',
    'a header in a comment': '# [[runners]]\nname = "a"\n',
    'a header that only begins like ours': '[[runners_extra]]\n[runners.unheard_of]\n',
    '[[runners]] of another program': '[[runners]]\n  id = 1\n  cmd = "make"\n',
    '[[runners]] of a race':
      '[[runners]]\n  name = "Ann"\n  bib = 12\n  limit = 3\n\n[[runners]]\n  name = "Bob"\n  bib = 13\n',
    '[[runners]] of a task runner':
      'version = 1\n[[runners]]\n  name = "test"\n  shell = "bash"\n  environment = ["A=1"]\n  command = "a"\n',
    '[[runners]] of a program that logs in somewhere':
      '[[runners]]\n  name = "a"\n  url = "https://ci.example.com"\n  token = "b"\n  capacity = 2\n',
    '[[runners]] beside other tables': '[server]\nport = 1\n[[runners]]\n  id = "a"\n',
    '[[runners]] with a crowd of other keys':
      '[[runners]]\n  executor = "process"\n  cmd = "a"\n  args = ["b"]\n  cwd = "/"\n',
    '[[runners]] with a table of another program':
      '[[runners]]\n  id = "a"\n  [runners.options]\n    image = "b"\n  [tasks]\n',
    'a key named like a table': 'docker = "runners.docker"\n',
  };
  for (const [name, text] of Object.entries(others))
    it(`leaves ${name} alone`, () => assert.equal(verdict(text), 'no'));

  it('says what it saw', () => {
    const because = (text: string) => recognize({ path: 'a.toml', languageId: 'toml', text }).reason;
    assert.deepEqual(because('[[runners]]'), { id: 'table', header: '[[runners]]' });
    assert.deepEqual(because('[runners.Docker]'), { id: 'table', header: '[runners.docker]' });
    assert.deepEqual(because('concurrent = 1\ncheck_interval = 0'), {
      id: 'globals',
      names: ['concurrent', 'check_interval'],
    });
  });

  it('takes the language for an answer', () => {
    assert.equal(verdict('', '/a/b.toml', 'gitlab-runner-config'), 'chosen');
  });

  it('looks at the beginning only, in linear time', () => {
    assert.equal(verdict(`${'#\n'.repeat(40_000)}[[runners]]`), 'no');
    const awkward = ['[ ', '[[ \t', ' ', '\n', '[[runners.', 'executor', 'concurrent ', 'runners = [\n', '"'];
    for (const piece of awkward) {
      const text = piece.repeat(1_000_000 / piece.length);
      const started = performance.now();
      verdict(text);
      const took = performance.now() - started;
      assert.ok(took < 50 * SLACK, `${JSON.stringify(piece)} repeated took ${took.toFixed(1)} ms`);
    }
  });
});

describe('recognition of the corpus', () => {
  const folder = (name: string) => {
    const directory = join(SHARED, 'corpus', name);
    return counted(readdirSync(directory)).map((file) => ({ file, text: readFileSync(join(directory, file), 'utf8') }));
  };

  it('leaves every file of another program alone', () => {
    const wrong = folder('negative').filter(({ text }) => verdict(text) !== 'no');
    assert.deepEqual(
      wrong.map(({ file }) => file),
      [],
    );
  });

  it('sees every configuration of a user', () => {
    const missed = folder('toml').filter(({ text }) => verdict(text) !== 'content');
    assert.deepEqual(
      missed.map(({ file }) => file),
      [],
    );
  });

  it('takes less than a millisecond a file', () => {
    const files = [...folder('toml'), ...folder('negative')];
    for (const { text } of files) verdict(text);
    const started = performance.now();
    for (const { text } of files) verdict(text);
    assert.ok((performance.now() - started) / files.length < SLACK);
  });

  it('knows the tables below [[runners]] that the facts know', () => {
    const tables = ofRunners()
      .filter(({ kind, removed }) => !removed && IS_TABLE.test(kind))
      .map(({ name }) => name)
      .sort();
    assert.deepEqual([...RUNNER_TABLES].sort(), tables);
  });

  it('knows the keys of [[runners]] that the facts know', () => {
    const names = ofRunners()
      .filter(({ kind }) => !IS_TABLE.test(kind))
      .map(({ name }) => name.toLowerCase());
    assert.deepEqual([...TELLING_KEYS, ...GENERAL_KEYS].sort(), [...new Set(names)].sort());
  });
});

const IS_TABLE = /^(table|array-of-tables|map)$/;

/** The keys of `[[runners]]` that ever were: of the facts, or of the schema that is made of them. */
function ofRunners(): { readonly name: string; readonly kind: string; readonly removed: boolean }[] {
  if (existsSync(keysFile)) {
    const keys: { table: string; name: string; kind: string; removed: string | null }[] = JSON.parse(
      readFileSync(keysFile, 'utf8'),
    );
    return counted(keys.filter(({ table }) => table === 'runners[]')).map(({ name, kind, removed }) => ({
      name,
      kind,
      removed: Boolean(removed),
    }));
  }
  const { keys, removedKeys } = loadSchema();
  const all = [...keys.map((key) => ({ key, removed: false })), ...removedKeys.map((key) => ({ key, removed: true }))];
  return counted(all.filter(({ key }) => key.parent?.path === 'runners[]')).map(({ key: { name, kind }, removed }) => ({
    name,
    kind,
    removed,
  }));
}
