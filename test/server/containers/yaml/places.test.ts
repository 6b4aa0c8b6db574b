/** What the keys around a text of YAML say it is, and who puts it before a runner. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { yamlRegions } from './yaml-regions';

/** `place role owner` of each configuration. */
const found = (yaml: string) => yamlRegions(yaml).map(({ place, traits }) => `${place} ${traits.role} ${traits.owner}`);

/** A ConfigMap with these lines below `metadata` and behind its first entry. */
function configMap(metadata: string, text: string, { key = 'config.toml', others = '' } = {}): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n${metadata}data:\n  ${key}: |\n    ${text}\n${others}`;
}

const RUNNERS = '[[runners]]';
const GLOBALS = 'concurrent = 4';

describe('the ConfigMap that the operator makes', () => {
  const owned = (kind: string, apiVersion: string) =>
    `  name: x\n  ownerReferences:\n  - apiVersion: ${apiVersion}\n    kind: ${kind}\n    name: r\n`;

  it('names its Runner as the owner', () => {
    assert.deepEqual(found(configMap(owned('Runner', 'apps.gitlab.com/v1beta2'), GLOBALS)), [
      'operator-config globals operator',
    ]);
    // The Runner of somebody else.
    assert.deepEqual(found(configMap(owned('Runner', 'example.com/v1'), GLOBALS)), ['config-data globals runner']);
    assert.deepEqual(found(configMap(owned('Deployment', 'apps/v1'), GLOBALS)), []);
  });

  it('ends in the name that it gives', () => {
    assert.deepEqual(found(configMap('  name: dev-runner-config\n', GLOBALS)), ['operator-config globals operator']);
    assert.deepEqual(found(configMap('  name: dev-runner-configuration\n', GLOBALS)), ['config-data globals runner']);
  });
});

describe('the ConfigMap that the chart renders', () => {
  it('has the label of the chart', () => {
    for (const label of ['chart', 'helm.sh/chart']) {
      const metadata = (chart: string) => `  name: a\n  labels:\n    ${label}: ${chart}\n`;
      assert.deepEqual(found(configMap(metadata('gitlab-runner-0.60.0'), RUNNERS)), ['config-data template chart']);
      assert.deepEqual(found(configMap(metadata('gitlab-runner-x'), RUNNERS)), ['config-data template runner']);
      assert.deepEqual(found(configMap(metadata('my-gitlab-runner-1.0.0'), RUNNERS)), ['config-data template runner']);
    }
  });

  it('has more than one of its scripts', () => {
    const scripts = (...names: string[]) => ({ others: names.map((name) => `  ${name}: |\n    x\n`).join('') });
    const owner = (...names: string[]) => found(configMap('  name: a\n', RUNNERS, scripts(...names)));
    assert.deepEqual(owner('entrypoint', 'configure'), ['config-data template chart']);
    assert.deepEqual(owner('check-live', 'register-the-runner'), ['config-data template chart']);
    assert.deepEqual(owner('entrypoint'), ['config-data template runner']);
    assert.deepEqual(owner('entrypoint', 'other'), ['config-data template runner']);
  });
});

describe('the text of a ConfigMap', () => {
  it('is a whole configuration with globals or a token beside its runner', () => {
    for (const text of ['concurrent = 2\n    [[runners]]', '[[runners]]\n      token = "x"']) {
      assert.deepEqual(found(configMap('  name: a\n', text)), ['config-data configuration runner'], text);
    }
    assert.deepEqual(found(configMap('  name: a\n', RUNNERS)), ['config-data template runner']);
  });

  it('is a template by its key', () => {
    for (const key of ['config.template.toml', 'config-template.toml', 'config_template.toml', 'template.toml']) {
      assert.deepEqual(found(configMap('  name: a\n', RUNNERS, { key })), ['template-data template runner'], key);
    }
    assert.deepEqual(found(configMap('  name: a\n', RUNNERS, { key: 'templates/config.toml' })), [
      'config-data template runner',
    ]);
  });

  it('without a runner is ours by name and key only', () => {
    assert.deepEqual(found(configMap('  name: gitlab_runner\n', 'conc')), ['config-data globals runner']);
    assert.deepEqual(found(configMap('  name: gitlab_runner\n', 'conc', { key: 'x.toml' })), []);
    assert.deepEqual(found(configMap('  name: a\n', GLOBALS)), []);
    assert.deepEqual(found(configMap('  name: a\n', GLOBALS, { key: 'my-config.toml' })), []);
  });
});

describe('YAML in YAML', () => {
  const inner = 'runners:\n  config: |\n    [[runners]]\n';
  const below = (key: string) => `a:\n  ${key}: |\n${inner.replace(/^(?=.)/gm, '    ')}`;

  it('stands below keys that say so', () => {
    for (const key of ['values', 'valuesContent', 'valuesYaml', 'x.yaml', 'x.yml']) {
      assert.deepEqual(found(below(key)), ['chart-config template chart'], key);
    }
    for (const key of ['x.txt', 'value', 'x.yaml.bak', 'myvalues']) assert.deepEqual(found(below(key)), [], key);
  });
});

describe('runners.config', () => {
  it('in one line is ours where it holds a configuration', () => {
    assert.deepEqual(found('runners:\n  config: "[[runners]]\\n"\n'), ['chart-config template chart']);
    for (const text of ['"x"', 'x', '[[runners]]']) assert.deepEqual(found(`runners:\n  config: ${text}\n`), [], text);
  });

  it('that is a block is ours whatever it says, where the chart is plain', () => {
    assert.deepEqual(found('gitlabUrl: x\nrunners:\n  config: |\n    foo = 1\n'), ['chart-config template chart']);
    assert.deepEqual(found('gitlab-runner:\n  runners:\n    config: |\n      foo = 1\n'), [
      'chart-config template chart',
    ]);
    assert.deepEqual(found('runners:\n  config: |\n    foo = 1\n'), []);
  });
});

describe('any other text', () => {
  it('is ours as a block that is plainly a configuration', () => {
    assert.deepEqual(found('foo:\n  config: |\n    [[runners]]\n      executor = "shell"\n'), [
      'yaml-text undefined runner',
    ]);
    assert.deepEqual(found('foo: "[[runners]]\\nexecutor = \\"shell\\"\\n"\n'), []);
  });
});
