import assert from 'node:assert/strict';
import { it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkDocument } from '../../../../server/check/check';
import { editsOf } from '../../../../server/edits/changes';
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

it('a runner is offered, behind the global keys', () => {
  const yaml =
    'gitlabUrl: a\nrunners:\n  config: |\n    concurrent = 3\n    [session_server]\n      session_timeout = 5\n';
  const [document] = readFile('file:///project/values.yaml', yaml, 'yaml').documents;
  assert.ok(document);
  const found = checkDocument(document, context).find(({ code }) => code === 'no-runners');
  const [fix, ...others] = found?.fixes?.() ?? [];
  assert.ok(fix && !fix.preferred && others.length === 0);
  const edits = document.edits(editsOf(document, fix.changes) ?? []);
  assert.equal(
    TextDocument.applyEdits(TextDocument.create('', '', 0, yaml), edits),
    yaml.replace('    [session', '    [[runners]]\n      executor = "kubernetes"\n    [session'),
  );
});

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
