import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument } from '../../../../server/check/check';
import { readFile } from '../../../../server/meaning/host-file';
import { context } from '../../findings';

/** The findings of the rule: `4 warning «[[runners]]»`. */
function report(yaml: string): string[] {
  return readFile('file:///project/values.yaml', yaml, 'yaml').documents.flatMap((document) =>
    checkDocument(document, context)
      .filter(({ code }) => code === 'several-runners')
      .map(({ start, end, severity }) => {
        return `${document.position(start).line + 1} ${severity} «${document.text.slice(start, end)}»`;
      }),
  );
}

const values = (toml: string) => `runners:\n  config: |\n${toml.replace(/^(?=.)/gm, '    ')}`;
const RUNNER = '[[runners]]\n  limit = 1\n';

describe('a second runner in a registration template', () => {
  it('of the chart', () => {
    assert.deepEqual(report(values(RUNNER + RUNNER + RUNNER)), ['5 error «[[runners]]»']);
    assert.deepEqual(report(values(RUNNER)), []);
  });
  it('of a Runner of the operator', () => {
    const runner = 'apiVersion: apps.gitlab.com/v1beta2\nkind: Runner\nspec:\n  config: custom\n---\n';
    const data = (name: string) =>
      `kind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  config.toml: |\n    [[runners]]\n    [[runners]]\n`;
    assert.deepEqual(report(runner + data('custom')), ['12 error «[[runners]]»']);
    assert.deepEqual(report(runner + data('other')), []);
  });
  it('not: where branches or loops decide', () => {
    const branches = `{{- if .Values.a }}\n${RUNNER}{{- else }}\n${RUNNER}{{- end }}\n`;
    assert.deepEqual(report(values(branches)), []);
  });
});
