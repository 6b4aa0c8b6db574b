/** The configurations that this project exists for: every true mistake in them is found, and nothing else is said. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { recognize } from '../../../server/containers/toml-file/recognition';
import { fixAll } from '../../../server/features/code-actions';
import type { Context } from '../../../server/meaning/context';
import { createContext } from '../../../server/meaning/context';
import { createDocument } from '../../../server/meaning/create-document';
import { applyEdits } from '../../../server/text/edit';
import { findingsIn } from './compare';
import { skip } from './verdicts';

const SEEDS = '../shared/seeds';

/** A table of a runner with no `[[runners]]` before it: the runner does not start with such a file alone. */
const fragmentOf = (table: string) => [`error missing-runners-header ${table}`];
/** The seed has a sentence where the token belongs. */
const placeholder = (token: string) => [`warning k8s-placeholder-token ${token}`];
const elided = 'error elided-lines ...';
const dockerSocket = 'hint k8s-docker-sock "/var/run/docker.sock"';

const expected: Readonly<Record<string, readonly string[]>> = {
  '002-custom-config.toml': [dockerSocket],
  '002-operator-rendered.toml': fragmentOf('runners.kubernetes'),
  '003-docker.toml': [
    ...fragmentOf('runners.docker'),
    'error wrong-type ["mysql", "redis:2.8", "postgres:9"]', // services are tables; the runner refuses strings
  ],
  '003-registry-auth.toml': [],
  '004-case-1.toml': fragmentOf('runners.kubernetes'),
  '004-case-2.toml': fragmentOf('runners.kubernetes'),
  '004-case-3.toml': [...fragmentOf('runners.kubernetes'), ...placeholder('"先随便写一个"')],
  '004-case-4.toml': [...fragmentOf('runners.kubernetes'), ...placeholder('"填写上述生成的token"')],
  '004-case-5.toml': fragmentOf('runners.kubernetes'),
  '004-case-7.toml': fragmentOf('runners.kubernetes'),
  '004-case-9-docker-sock.toml': [elided, elided, dockerSocket],
  '004-case-9-privileged.toml': [elided, elided],
  '004-problem-host-aliases.toml': [elided],
};

/** What is absent beside a key is told only of a whole runner. */
const onlyInRunner: Readonly<Record<string, readonly string[]>> = {
  '004-case-1.toml': ['k8s-host-auth'], // nothing to log in to the server with
  '004-case-2.toml': ['k8s-auth-without-host'], // the runner reads the certificate only beside `host`
};

/** What only the user can know: the token, and what to use in the place of the socket. */
const unmendable: readonly string[] = ['k8s-placeholder-token', 'k8s-docker-sock'];

const read = (file: string) => readFileSync(`${SEEDS}/${file}`, 'utf8');

describe('the seeds', { skip }, () => {
  test('every seed is in the table', () => {
    assert.deepEqual(
      readdirSync(SEEDS).filter((file) => file.endsWith('.toml')),
      Object.keys(expected),
    );
  });

  for (const [file, wanted] of Object.entries(expected)) {
    test(`${file} is ours, and has exactly these findings: ${wanted.join(', ') || 'none'}`, () => {
      const text = read(file);
      assert.notEqual(recognize({ path: file, languageId: 'toml', text }).verdict, 'no');
      const { findings } = findingsIn(text);
      assert.deepEqual(
        findings.map(({ severity, code, start, end }) => `${severity} ${code} ${text.slice(start, end)}`),
        wanted,
      );
    });
  }

  test('each finding has a fix, and inside a runner the fragments have no other finding', () => {
    for (const [file, wanted] of Object.entries(expected)) {
      const text = read(file);
      const findings = findingsIn(text).findings.filter(({ code }) => !unmendable.includes(code));
      for (const finding of findings) assert.ok(finding.fixes?.().length, `${file}: ${finding.code}`);
      const inRunner = findingsIn(`[[runners]]\n${text}`).findings.map(({ code }) => code);
      const alone = wanted.map((finding) => finding.split(' ')[1]).filter((code) => code !== 'missing-runners-header');
      assert.deepEqual(inRunner.sort(), [...alone, ...(onlyInRunner[file] ?? [])].sort(), file);
    }
  });

  test('"fix all" makes a fragment a configuration that loads', () => {
    const context: Context = createContext({ snippets: true });
    for (const file of ['002-operator-rendered.toml', '004-case-1.toml', '004-case-5.toml', '004-case-7.toml']) {
      const text = read(file);
      const fixed = applyEdits(text, fixAll(createDocument(file, text), context));
      assert.equal(fixed.replace('[[runners]]\n', ''), text, 'one line more');
      const left = findingsIn(fixed).findings.map(({ code }) => code);
      assert.deepEqual(left, onlyInRunner[file] ?? [], file);
    }
  });
});
