import assert from 'node:assert/strict';
import { it } from 'node:test';
import { checkDocument } from '../../../../server/check/check';
import { readFile } from '../../../../server/meaning/host-file';
import { context } from '../../findings';

/** The codes and severities of what is said of the chart's `runners.config`. */
function report(toml: string): string[] {
  const yaml = `gitlabUrl: a\nrunners:\n  config: |\n${toml.replace(/^(?=.)/gm, '    ')}`;
  return readFile('file:///project/values.yaml', yaml, 'yaml').documents.flatMap((document) =>
    checkDocument(document, context).map(({ code, severity }) => `${severity} ${code}`),
  );
}

it('globals alone make no registration template', () =>
  assert.deepEqual(report('concurrent = 3\n[session_server]\n  session_timeout = 5\n'), [
    'warning ineffective-global',
    'error no-runners',
    'warning ineffective-global',
  ]));

it('nothing is said of what is not written yet, or written otherwise', () => {
  for (const toml of [
    '# nothing yet\n',
    '[[runners]]\n',
    '[[runer]]\n  limit = 1\n',
    '[runners.docker]\n',
    'concurrent = {{ .Values.n }}\n{{ include "runner" . }}\n',
  ])
    assert.ok(!report(toml).includes('error no-runners'), toml);
});
