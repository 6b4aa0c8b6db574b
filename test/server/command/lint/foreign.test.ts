/** Which named files are not read, and which are, whatever they are called. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { run } from '../../../../server/command/command-line';
import { message } from '../../../../server/text/message';
import { said } from '../../said';
import { folderWith } from './folder';

const lint = (...args: string[]) => run(['lint', ...args], () => assert.fail('nothing asks for standard input'));
const lines = (...texts: string[]) => `${texts.join('\n')}\n`;

const CONFIGURATION = lines(
  'concurrent = 4',
  '[[runners]]',
  '  name = "a"',
  '  executor = "docker"',
  '  [runners.docker]',
);
const HEREDOC = lines('cat >config.toml <<EOF', `${CONFIGURATION}EOF`, 'if [ -f x ]; then', '  echo hi', 'fi');
const TERRAFORM = lines(
  'resource "aws_instance" "runner" {',
  '  ami           = "ami-123"',
  '  instance_type = var.type',
  '  tags = {',
  '    Name = "x"',
  '  }',
  '  user_data = <<EOT',
  `${CONFIGURATION}EOT`,
  '}',
);
const SYSTEMD = lines('[Unit]', 'Description=GitLab Runner', 'After=network.target', '[Service]', 'User=root');
const LOG = lines('2024-01-01T00:00:00 INFO starting', 'Running with gitlab-runner 17.0', 'ERROR: failed');

const foreign: Readonly<Record<string, string | Uint8Array>> = {
  'register.sh': lines('#!/bin/sh', 'gitlab-runner register', 'cat >x <<EOF', 'runners', 'EOF'),
  register: '#!/bin/sh\ngitlab-runner register\ncat >x <<EOF\nrunners\nEOF\n',
  entrypoint: HEREDOC,
  'main.tf': lines('resource "x" "runner" {', '  user_data = <<EOT', 'runner', 'EOT', '}'),
  'terraform.tfvars': 'region = "eu"\n',
  'runner.log': LOG,
  'output.txt': LOG,
  Dockerfile: lines('FROM gitlab/gitlab-runner', 'COPY config.toml /etc/gitlab-runner/'),
  'Dockerfile.runner': lines('FROM x', 'COPY <<EOF /config.toml', `${CONFIGURATION}EOF`),
  'build.docker': lines('FROM x', 'COPY <<EOF /config.toml', `${CONFIGURATION}EOF`),
  'gitlab-runner.service': SYSTEMD,
  unit: SYSTEMD,
  'my.ini': lines('[mysqld]', 'user=mysql', 'port=3306', 'datadir=/var/lib/mysql'),
  'nginx.conf': lines('server {', '  listen 80;', '}'),
  '.env': lines('CI_SERVER_URL=https://example.com', 'NAME=foo bar'),
  'config.json': '{"concurrent": 4, "runners": [{"name": "x"}]}',
  'runner.cue': lines('config: """', CONFIGURATION, '"""', 'name: string'),
  'play.py': lines('import os', 'x = 1', 'def f(a):', '    return a'),
  README: lines('How to', '', 'Put this into config.toml:', CONFIGURATION, ...Array(9).fill('And so on, and on.')),
  'user-data.tftpl': lines('#!/bin/bash', 'apt-get install gitlab-runner'),
  'config.tar.gz': gzipSync(CONFIGURATION.repeat(99) + randomBytes(4000).toString('hex')),
  picture: Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n'), gzipSync(randomBytes(9000))]),
  'config.toml': gzipSync(randomBytes(9000)),
};

for (const [name, content] of Object.entries(foreign)) {
  test(`${name} is not read: one line, and 2`, (t) => {
    const path = join(folderWith(t, { [name]: content }), name);
    const complaint = `gitlab-runner-config: ${said(message('cli.foreign', { path }))}\n`;
    assert.deepEqual(lint(path), { status: 2, output: '', complaint });
    assert.deepEqual(JSON.parse(lint('--format', 'json', path).output), []);
  });
}

/** Each has a mistake, which has to be found. */
const ours: Readonly<Record<string, string>> = {
  'main.tf': TERRAFORM.replace('concurrent = 4', 'concurrent = "4"'),
  'main.tf.bak': TERRAFORM.replace('concurrent = 4', 'concurrent = "4"'),
  'register.sh': HEREDOC.replace('concurrent = 4', 'concurrent = "4"'),
  register: `#!/bin/sh\n${HEREDOC.replace('concurrent = 4', 'concurrent = "4"')}`,
  'user-data.tpl': `#!/bin/bash\n${HEREDOC.replace('concurrent = 4', 'concurrent = "4"')}`,
  'my.conf': lines('concurrent = 4', '[[runners]]', 'name = runner-1', 'executor = docker', 'url = https://x'),
  'runner.cfg': 'concurrent: 4\n',
  'config.toml.bak': 'listen_address = :9252\n',
  'config.toml.j2': '[[runners]\nname = "a"\n',
  'config.old': '[[runners]\nname = "a"\n',
  'config.toml.orig': CONFIGURATION.replace('"docker"', '"docker'),
  'no-ending': 'concurrent = 4\nx y\n',
  'c.txt': lines('log_level = info', '[session_server]', 'listen_address = "[::]:8093'),
  script: lines('#!/usr/bin/env gitlab-runner', 'concurrent = "4"'),
  'part.sh': CONFIGURATION.replace('4', '"4"'),
  values: lines('runners:', '  config: |', '    [[runners]]', '      limit = "1"'),
  'values.yaml.bak': lines('runners:', '  config: |', '    [[runners]]', '      limit = "1"'),
  'zeros.toml': `concurrent = 4\n${'\0'.repeat(500)}`,
  'broken.toml': lines('this is', 'no TOML', 'at all'),
};

for (const [name, content] of Object.entries(ours)) {
  test(`${name} is checked`, (t) => {
    const path = join(folderWith(t, { [name]: content }), name);
    const { status, output, complaint } = lint(path);
    assert.match(output, /: error: /);
    assert.deepEqual({ status, complaint }, { status: 1, complaint: undefined });
  });
}

test('the other files that are named are checked all the same', (t) => {
  const folder = folderWith(t, { 'a.toml': 'limt = 1\n', 'main.go': 'package main\n', 'z.log': LOG });
  const paths = ['a.toml', 'main.go', 'z.log'].map((name) => join(folder, name));
  const { status, output, complaint } = lint(...paths);
  assert.equal(status, 2);
  assert.match(output, /^.*a\.toml:1:1: warning: .*\n0 errors, 1 warning\n$/);
  assert.equal(complaint?.split('\n').length, 3);
});

test('in a folder they are passed over without a word', (t) => {
  const folder = folderWith(t, { ...foreign, 'config.toml': CONFIGURATION });
  assert.deepEqual(lint(folder), { status: 0, output: '' });
});

test('where others are passed over, so is a page that shows a configuration', (t) => {
  const page = lines(
    '* How to',
    '#+begin_src toml',
    CONFIGURATION,
    '#+end_src',
    ...Array(9).fill('And so on, and on.'),
  );
  const folder = folderWith(t, { 'README.org': page, 'my.conf': `limt = 1\n${CONFIGURATION}` });
  const paths = ['README.org', 'my.conf'].map((name) => join(folder, name));
  const { status, output, complaint } = lint('--skip-others', ...paths);
  assert.deepEqual({ status, complaint }, { status: 0, complaint: undefined });
  assert.match(output, /^.*my\.conf:1:1: warning: .*\n0 errors, 1 warning\n$/);
});

test('standard input has no kind: it is checked', () => {
  assert.equal(run(['lint', '-'], () => LOG).status, 1);
});
