import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { containerKinds, containerOfLanguage, containerOfName } from '../../../server/containers/kinds';
import { isTemplateOfToml, isTomlName } from '../../../server/containers/toml-file/names';

describe('the kind of a file around configurations', () => {
  it('by its language', () => {
    for (const language of ['yaml', 'helm', 'helm-template', 'ansible', 'dockercompose'])
      assert.equal(containerOfLanguage(language)?.id, 'yaml', language);
    assert.equal(containerOfLanguage('markdown')?.id, 'markdown');
    for (const language of ['toml', 'gitlab-runner-config', 'plaintext', 'json'])
      assert.equal(containerOfLanguage(language), undefined, language);
  });

  it('by its name, also of a template of it', () => {
    for (const name of ['values.yaml', 'a/B.YML', 'values.yaml.gotmpl', 'values.yaml.bak'])
      assert.equal(containerOfName(name)?.id, 'yaml', name);
    assert.equal(containerOfName('README.md')?.id, 'markdown');
    assert.equal(containerOfName('values.yaml.md')?.id, 'markdown');
    for (const name of ['config.toml', 'yaml', 'values.yaml/config.toml', 'config.toml.j2'])
      assert.equal(containerOfName(name), undefined, name);
  });

  it('is one of one language or ending only', () => {
    for (const list of ['languages', 'endings'] as const) {
      const all = containerKinds.flatMap((kind) => kind[list]);
      assert.deepEqual([...new Set(all)], all);
    }
  });
});

describe('TOML by its name', () => {
  it('is a file of that ending, or a template of one', () => {
    for (const name of ['config.toml', 'A.TOML', 'config.toml.j2', 'my.runner.toml.tftpl', 'runner.tftpl'])
      assert.ok(isTomlName(name), name);
    for (const name of ['config.toml.bak', 'toml', 'values.yaml.tftpl', 'run.sh.tftpl', 'config.tomlx'])
      assert.ok(!isTomlName(name), name);
    assert.ok(!isTemplateOfToml('config.toml'));
    assert.ok(isTemplateOfToml('/a.b/user_data.tftpl'));
  });
});
