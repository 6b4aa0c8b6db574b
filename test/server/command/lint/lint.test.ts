/** What `lint` prints, and the status it ends with. */
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../../../../server/command/command-line';
import { type Message, message } from '../../../../server/text/message';
import { said } from '../../said';
import { folderWith } from './folder';

const GOOD = 'concurrent = 1\n[[runners]]\n  executor = "shell"\n';
const WARNING = '[[runners]]\n  limt = 3\n';
const ERROR = 'concurrent = "1"\n';

const lintText = (text: string, ...options: string[]) => run(['lint', ...options, '-'], () => text);
/** As it is said on standard error. */
const complaintOf = (complaint: Message) => `gitlab-runner-config: ${said(complaint)}\n`;

const lintFiles = (...paths: string[]) => run(['lint', ...paths], () => assert.fail('nothing asks for standard input'));

test('a good file prints nothing and ends with 0', () => {
  assert.deepEqual(lintText(GOOD), { status: 0, output: '' });
});

test('a warning is printed as file:line:column from 1, and ends with 0', () => {
  const { status, output } = lintText(WARNING);
  assert.equal(status, 0);
  assert.match(output, /^-:2:3: warning: `limt` .*`limit`.* \[unknown-key\]\n0 errors, 1 warning\n$/);
});

test('an error ends with 1', () => {
  const { status, output } = lintText(ERROR + WARNING);
  assert.equal(status, 1);
  assert.match(output, /^-:1:14: error: .*\[wrong-type\]\n-:3:3: warning: .*\n1 error, 1 warning\n$/);
});

test('files are checked for the runner that is named, unless they name it themselves', () => {
  const text = 'connection_max_age = "1m"\n';
  assert.equal(lintText(text).output, '');
  assert.match(
    lintText(text, '--runner-version', '16.6').output,
    /needs GitLab Runner 16\.9\..* \[requires-newer-runner\]/,
  );
  assert.equal(lintText(text, '--runner-version=v16.9.1').output, '');
  assert.equal(lintText(`# gitlab-runner: version=17.0\n${text}`, '--runner-version', '16.6').output, '');
  assert.match(
    lintText(`# gitlab-runner: version=16.8\n${text}`).output,
    /GitLab Runner 16\.8.* \[requires-newer-runner\]/,
  );
});

test('a version that never was: 2', () => {
  const { status, complaint } = lintText(GOOD, '--runner-version', '16.12');
  assert.equal(status, 2);
  const reason = message('version.after-last', { text: '16.12', major: 16, last: '16.11' });
  const [first] = (complaint ?? '').split(/(?<=\n)/);
  assert.equal(first, complaintOf(message('cli.runner-version', { option: '--runner-version', reason })));
});

test('more warnings than allowed end with 1 and say so', () => {
  assert.equal(lintText(WARNING, '--max-warnings', '1').status, 0);
  const { status, complaint } = lintText(WARNING, '--max-warnings', '0');
  assert.equal(status, 1);
  assert.equal(complaint, complaintOf(message('cli.too-many-warnings', { warnings: 1, allowed: 0 })));
});

test('JSON has exactly the fields of the interface, positions from 0', () => {
  const { output } = lintText('[[runners]]\n  [runners.docker]\n    imge = "a"\n', '--format', 'json');
  const [{ message, ...problem }, ...more] = JSON.parse(output);
  assert.match(message, /^`imge` .*`\[runners\.docker\]`/);
  assert.deepEqual(problem, {
    file: '-',
    code: 'unknown-key',
    severity: 'warning',
    range: { start: { line: 2, character: 4 }, end: { line: 2, character: 8 } },
    path: 'runners.docker.imge',
  });
  assert.deepEqual(more, []);
});

test('JSON for a good file is an empty array', () => {
  assert.deepEqual(JSON.parse(lintText(GOOD, '--format=json').output), []);
});

test('positions are those of the file, with its byte order mark, CRLF and UTF-16 units', () => {
  const text = '\uFEFFconcurent = 1\r\n[[runners]]\r\nenvironment = ["🦊", 1]\r\n';
  const problems: { range: { start: object } }[] = JSON.parse(lintText(text, '--format', 'json').output);
  assert.deepEqual(
    problems.map(({ range }) => range.start),
    [
      { line: 0, character: 1 },
      { line: 2, character: 21 },
    ],
  );
});

test('a file that is named is checked, whatever it looks like', (t) => {
  const folder = folderWith(t, { 'part.txt': 'limt = 3\n' });
  const { output } = lintFiles(join(folder, 'part.txt'));
  assert.match(output, /part\.txt:1:1: warning: /);
});

test('in a folder only runner configurations are checked, in order', (t) => {
  const folder = folderWith(t, {
    'b.toml': WARNING,
    'Cargo.toml': '[package]\nlimt = \n',
    'notes.txt': WARNING,
    'deep/er/a.toml': WARNING,
    'node_modules/x/a.toml': WARNING,
    '.gitlab-runner/config.toml': 'concurent = 1\n',
  });
  const problems: { file: string }[] = JSON.parse(lintFiles('--format', 'json', folder).output);
  assert.deepEqual(
    problems.map(({ file }) => file.slice(folder.length + 1)),
    ['.gitlab-runner/config.toml', 'b.toml', 'deep/er/a.toml'],
  );
});

test('links to files are followed, as a mounted ConfigMap has them, and links to folders are not', (t) => {
  const folder = folderWith(t, { '..data/real.toml': WARNING });
  mkdirSync(join(folder, 'mounted'));
  symlinkSync(join(folder, '..data/real.toml'), join(folder, 'mounted/config.toml'));
  symlinkSync(folder, join(folder, 'mounted/loop'));
  symlinkSync('nowhere', join(folder, 'mounted/broken.toml'));
  assert.match(lintFiles(join(folder, 'mounted')).output, /mounted\/config\.toml:2:3: .*\n0 errors, 1 warning\n$/);
});

test('a folder without a runner configuration is no mistake, but worth a word', (t) => {
  const folder = folderWith(t, { 'Cargo.toml': '[package]\n' });
  assert.deepEqual(lintFiles(folder), {
    status: 0,
    output: '',
    complaint: complaintOf(message('cli.no-configuration')),
  });
});

test('a file that is not there ends with 2 and one sentence', () => {
  assert.deepEqual(lintFiles('no/such.toml'), {
    status: 2,
    output: '',
    complaint: complaintOf(message('cli.unreadable.missing', { path: 'no/such.toml' })),
  });
});

test('a secret in clear is a warning in a repository, wherever its root is; elsewhere, and on standard input, nobody knows', (t) => {
  const text =
    '[[runners]]\n  url = "https://gitlab.example.com"\n  token = "glrt-q7Zr4vT1mXw8Lp3Kd6Yb"\n  executor = "shell"\n';
  const folder = folderWith(t, {
    'repository/.git/HEAD': 'ref: refs/heads/main\n',
    'repository/a/b/config.toml': text,
    'worktree/.git': 'gitdir: elsewhere\n',
    'worktree/config.toml': text,
    'none/config.toml': text,
  });
  assert.match(
    lintFiles(join(folder, 'repository')).output,
    /config\.toml:3:11: warning: .* \[secret-in-clear\]\n0 errors, 1 warning\n$/,
  );
  assert.match(lintFiles(join(folder, 'worktree', 'config.toml')).output, /0 errors, 1 warning\n$/);
  assert.equal(lintFiles(join(folder, 'none')).output, '');
  assert.equal(lintText(text).output, '');
});
