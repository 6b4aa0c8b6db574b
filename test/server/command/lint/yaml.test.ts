/** `lint` of configurations in YAML and of templates. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of Terraform are what is tested.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { run } from '../../../../server/command/command-line';
import { message } from '../../../../server/text/message';
import { said } from '../../said';
import { folderWith } from './folder';

const VALUES = `runners:
  tags: docker
  config: |
    [[runners]]
      [runners.kubernetes]
        helper_imag = "x"
`;
const SERVICES = 'services:\n  web:\n    image: alpine\n';

const lintFiles = (...paths: string[]) => run(['lint', ...paths], () => assert.fail('nothing asks for standard input'));

/** `file:line:column code` of each problem, the file without its folder. */
function problems(folder: string, ...paths: string[]): string[] {
  const { output } = lintFiles(...paths);
  return output
    .split('\n')
    .filter((line) => line.startsWith(folder))
    .map((line) => line.slice(folder.length + 1).replace(/: .*\[([\w-]+)\]$/, ' $1'));
}

test('positions are those of the file as it is on disk, hints about the chart among them', (t) => {
  for (const text of [VALUES, VALUES.replaceAll('\n', '\r\n')]) {
    const folder = folderWith(t, { 'values.yaml': text });
    const path = join(folder, 'values.yaml');
    assert.deepEqual(problems(folder, path), ['values.yaml:2:3 chart-key-registration', 'values.yaml:6:9 unknown-key']);
  }
});

test('a byte order mark is no part of the first column', (t) => {
  const folder = folderWith(t, { 'values.yaml': `\uFEFF${VALUES}` });
  assert.deepEqual(problems(folder, join(folder, 'values.yaml')), [
    'values.yaml:2:3 chart-key-registration',
    'values.yaml:6:9 unknown-key',
  ]);
});

test('JSON has the range in the file and the key in the configuration', (t) => {
  const folder = folderWith(t, { 'values.yaml': VALUES });
  const path = join(folder, 'values.yaml');
  const found: { message: string }[] = JSON.parse(lintFiles('--format', 'json', path).output);
  assert.deepEqual(
    found.map(({ message, ...problem }) => problem),
    [
      {
        file: path,
        code: 'chart-key-registration',
        severity: 'hint',
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 6 } },
        path: '',
      },
      {
        file: path,
        code: 'unknown-key',
        severity: 'warning',
        range: { start: { line: 5, character: 8 }, end: { line: 5, character: 19 } },
        path: 'runners.kubernetes.helper_imag',
      },
    ],
  );
});

test('in a folder the YAML files that hold a configuration are checked, and templates of both kinds', (t) => {
  const folder = folderWith(t, {
    'compose.yml': SERVICES,
    'values.yaml': VALUES,
    'values.yaml.gotmpl': VALUES,
    'config.toml.j2': '[[runners]]\n{% if x %}\n  limit = {{ limit }}\n{% endif %}\n  limt = 1\n',
    'config.toml.tftpl': '[[runners]]\n  limit = ${limit}\n',
    'notes.yaml.txt': VALUES,
  });
  assert.deepEqual(problems(folder, folder), [
    'config.toml.j2:5:3 unknown-key',
    'values.yaml:2:3 chart-key-registration',
    'values.yaml:6:9 unknown-key',
    'values.yaml.gotmpl:2:3 chart-key-registration',
    'values.yaml.gotmpl:6:9 unknown-key',
  ]);
});

test('in a folder templates are known by every usual name, whatever they give', (t) => {
  const folder = folderWith(t, {
    'runner.tftpl': '[[runners]]\n  limt = 1\n',
    'config.toml.template': '[[runners]]\n  limt = 1\n',
    'user_data.tftpl': '#!/bin/sh\ncat > config.toml <<EOF\n[[runners]]\n  limt = 1\nEOF\n',
    'start.sh.tftpl': '[[runners]]\n  limt = 1\n',
    'values.yaml.tpl': 'runners:\n  config: |\n    [[runners]]\n      limt = 1\n',
    'my.conf.j2': '[[runners]]\n  limt = 1\n',
    'nginx.conf.j2': 'server { listen 80; } # [[runners]]\n',
    'README.md': '```toml\n[[runners]]\n  limt = 1\n```\n',
    'README.md.j2': '```toml\n[[runners]]\n  limt = 1\n```\n',
  });
  assert.deepEqual(problems(folder, folder), [
    'config.toml.template:2:3 unknown-key',
    'my.conf.j2:2:3 unknown-key',
    'runner.tftpl:2:3 unknown-key',
    'user_data.tftpl:4:3 unknown-key',
    'values.yaml.tpl:4:7 unknown-key',
  ]);
});

test('standard input is read as YAML when there is a configuration in it', () => {
  const lines = (text: string) => run(['lint', '-'], () => text).output.match(/^-:.*/gm) ?? [];
  for (const text of [VALUES, `# mine\n---\n${VALUES}`, VALUES.replaceAll('\n', '\r\n')]) {
    assert.match(lines(text).join('\n'), /\[chart-key-registration\]\n.*\[unknown-key\]$/);
  }
  assert.match(lines('{"runners": {"config": "[[runners]]\\nlimt = 1"}}')[0] ?? '', /^-:1:\d+: .*\[unknown-key\]$/);
  assert.match(lines('concurrent: 4\n').join('\n'), /colon-for-equals/);
  assert.deepEqual(lines('[[runners]]\n  limit = 1\n'), []);
});

test('of a Markdown file that is named the fences are checked, as examples', (t) => {
  const folder = folderWith(t, { 'README.md': '# Runner\n\n```toml\n[[runners]]\n  limt = 1\n```\n' });
  const path = join(folder, 'README.md');
  assert.deepEqual(problems(folder, path), ['README.md:5:3 unknown-key']);
  assert.match(lintFiles(path).output, /0 errors, 0 warnings\n$/);
});

test('a folder whose YAML is somebody else’s holds no runner configuration', (t) => {
  const folder = folderWith(t, { 'compose.yml': SERVICES });
  assert.deepEqual(lintFiles(folder), {
    status: 0,
    output: '',
    complaint: `gitlab-runner-config: ${said(message('cli.no-configuration'))}\n`,
  });
});

test('a YAML file that is named and holds none has no problem', (t) => {
  const folder = folderWith(t, { 'compose.yml': SERVICES });
  assert.equal(lintFiles(join(folder, 'compose.yml')).output, '');
});

test('an error in a block ends with 1', (t) => {
  const folder = folderWith(t, { 'values.yaml': VALUES.replace('helper_imag = "x"', 'privileged = "true"') });
  const { status, output } = lintFiles(join(folder, 'values.yaml'));
  assert.equal(status, 1);
  assert.match(output, /values\.yaml:6:22: error: .*\[wrong-type\]\n1 error, 0 warnings\n$/);
});

test('a hint is no warning', (t) => {
  const folder = folderWith(t, { 'values.yaml': VALUES.replace('helper_imag', 'helper_image') });
  const { status, output } = lintFiles('--max-warnings', '0', join(folder, 'values.yaml'));
  assert.equal(status, 0);
  assert.match(output, /0 errors, 0 warnings\n$/);
});
