import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { diagnostics, MAXIMUM_DIAGNOSTICS, type SeverityOverrides } from '../../../server/features/diagnostics';
import { message } from '../../../server/text/message';
import { documentOf, findingsOf } from '../findings';
import { said } from '../said';

function shown(text: string, overrides: SeverityOverrides = {}) {
  const { range, uri } = documentOf(text);
  return diagnostics(
    uri,
    findingsOf(text).map((finding) => ({ finding, range })),
    said,
    overrides,
  );
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
  assert.equal(found.at(-1)?.message, said(message('too-many-problems', { shown: 1000, count: 1005 })));
});
