import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument } from '../../../../server/check/check';
import { readFile } from '../../../../server/meaning/host-file';
import { context } from '../../findings';

/** The findings of all configurations of a file: `7 information overwritten-runners «runners»`. */
function report(yaml: string): string[] {
  return readFile('file:///project/runner.yaml', yaml, 'yaml').documents.flatMap((document) =>
    checkDocument(document, context).map(({ start, end, severity, code }) => {
      const line = document.position(start).line + 1;
      return `${line} ${severity} ${code} «${document.text.slice(start, end)}»`;
    }),
  );
}

const RUNNER = `apiVersion: apps.gitlab.com/v1beta2
kind: Runner
metadata:
  name: dev
spec:
  gitlabUrl: https://gitlab.example.com
  token: gitlab-runner-secret
  config: custom-config-toml
`;
const configMap = (name: string, toml: string, more = '') =>
  `kind: ConfigMap\nmetadata:\n  name: ${name}\n${more}data:\n  config.toml: |\n${toml.replace(/^(?=.)/gm, '    ')}`;
const RUNNERS = 'concurrent = 10\n[[runners]]\n  limit = 1\n';

describe('the ConfigMap that the operator makes', () => {
  it('by the name of the Runner in the file', () => {
    assert.deepEqual(report(`${configMap('dev-runner-config', RUNNERS)}---\n${RUNNER}`), [
      '7 information overwritten-runners «runners»',
    ]);
  });
  it('by its owner', () => {
    const owner = '  ownerReferences:\n  - apiVersion: apps.gitlab.com/v1beta2\n    kind: Runner\n    name: x\n';
    assert.deepEqual(report(configMap('any', RUNNERS, owner)), ['11 information overwritten-runners «runners»']);
  });
  it('says nothing of its globals', () => {
    assert.deepEqual(report(`${configMap('dev-runner-config', 'concurrent = 10\n')}---\n${RUNNER}`), []);
  });
  it('is not one that merely has such a name', () => {
    assert.deepEqual(report(configMap('gitlab-runner-config', RUNNERS)), []);
    assert.deepEqual(report(`${configMap('other-runner-config', RUNNERS)}---\n${RUNNER}`), []);
  });
});

describe('the ConfigMap that a Runner names', () => {
  it('is a template: its globals have no effect', () => {
    assert.deepEqual(report(`${RUNNER}---\n${configMap('custom-config-toml', RUNNERS)}`), [
      '15 warning ineffective-global «concurrent»',
    ]);
  });
  it('one with runners alone is right, and so is the one with the globals that the operator merges', () => {
    const toml = '[[runners]]\n  [runners.kubernetes]\n    privileged = true\n';
    assert.deepEqual(report(`${configMap('custom-config-toml', toml)}\n---\n${RUNNER}`), []);
    assert.deepEqual(report('data:\n  config.toml: |-\n    concurrent = 10\n    check_interval = 30\n'), []);
  });
});
