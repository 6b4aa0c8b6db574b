import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { MAXIMUM_FINDINGS } from '../../../server/check/reporter';
import { MAXIMUM_REGIONS } from '../../../server/containers/bounded';
import {
  diagnostics,
  MAXIMUM_ADVICE,
  MAXIMUM_DIAGNOSTICS,
  type SeverityOverrides,
  toDiagnostic,
} from '../../../server/features/diagnostics';
import { Service } from '../../../server/service';
import { message } from '../../../server/text/message';
import { documentOf, findingsOf } from '../findings';
import { said } from '../said';

function shown(text: string, overrides: SeverityOverrides = {}) {
  const { range, uri } = documentOf(text);
  const found = findingsOf(text).map((finding) => ({ finding, range }));
  return diagnostics([{ found, overrides }], said, (each, set) => toDiagnostic(uri, each, said, set));
}

test('a finding as the editor shows it', () => {
  const text = '[[runners]]\r\n  disable_verbose = true\r\n';
  assert.deepEqual(shown(text), [
    {
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 17 } },
      severity: DiagnosticSeverity.Warning,
      source: 'gitlab-runner',
      code: 'removed-key',
      message: '`disable_verbose` was removed in GitLab Runner 1.1. The runner ignores it.',
      codeDescription: { href: findingsOf(text)[0]?.link },
      tags: [DiagnosticTag.Deprecated],
    },
  ]);
});

test('the user sets another severity, or none', () => {
  const text = 'foo = 1\n';
  const severities = (level: 'error' | 'off') => shown(text, { 'unknown-key': level }).map(({ severity }) => severity);
  assert.deepEqual(severities('error'), [DiagnosticSeverity.Error]);
  assert.deepEqual(severities('off'), []);
});

test('too many are cut, and it is said', () => {
  const text = Array.from({ length: MAXIMUM_DIAGNOSTICS + 5 }, (_, index) => `foo${index}x = 1\n`).join('');
  const found = shown(text);
  assert.equal(found.length, MAXIMUM_DIAGNOSTICS + 1);
  assert.equal(found.at(-1)?.code, 'too-many-problems');
  assert.equal(
    found.at(-1)?.message,
    said(message('too-many-problems', { shown: 1000, count: 1005, advice: MAXIMUM_ADVICE })),
  );
  assert.equal(shown(text, { 'too-many-problems': 'off' }).length, MAXIMUM_DIAGNOSTICS);
});

test('where the check ends before the file does, it is said', () => {
  const runner = '[[runners]]\n  foo = 1\n  bar = 2\n  baz = 3\n';
  const text = TextDocument.create(
    'file:///config.toml',
    'gitlab-runner-config',
    1,
    runner.repeat(MAXIMUM_FINDINGS / 2),
  );
  const found = new Service().diagnostics(text);
  const words = said(message('too-many-problems.cut', { shown: MAXIMUM_DIAGNOSTICS, limit: MAXIMUM_FINDINGS }));
  assert.deepEqual([found.length, found.at(-1)?.message], [MAXIMUM_DIAGNOSTICS + 1, words]);
});

test('advice does not take the place of errors', () => {
  const socket =
    '[[runners]]\n  executor = "docker"\n  [runners.docker]\n    volumes = ["/var/run/docker.sock:/var/run/docker.sock"]\n';
  const found = shown(`${socket.repeat(MAXIMUM_DIAGNOSTICS)}[[runners]]\n  limit = "many"\n`);
  const times = (code: string) => found.filter((each) => each.code === code).length;
  assert.deepEqual([times('docker-sock-mount'), times('wrong-type')], [MAXIMUM_ADVICE, 1]);
  const count = MAXIMUM_DIAGNOSTICS + 1;
  const words = said(message('too-many-problems', { shown: MAXIMUM_ADVICE + 1, count, advice: MAXIMUM_ADVICE }));
  assert.equal(found.at(-1)?.message, words);
});

test('the bound is one of the file, however many configurations are in it', () => {
  const one =
    '---\nrunners:\n  config: |\n    [[runners]]\n      no_such_key = 1\n      nor_this = 1\n      nor_that = 1\n';
  const text = TextDocument.create('file:///values.yaml', 'yaml', 1, one.repeat(MAXIMUM_REGIONS - 5));
  const found = new Service().diagnostics(text);
  assert.equal(found.length, MAXIMUM_DIAGNOSTICS + 1);
  assert.equal(found.filter(({ code }) => code === 'too-many-problems').length, 1);
});
