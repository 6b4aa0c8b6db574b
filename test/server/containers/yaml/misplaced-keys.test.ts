import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { REMOVED, REMOVED_OF_CACHE } from '../../../../server/containers/yaml/misplaced-keys';
import { readYaml } from '../../../../server/containers/yaml/regions';
import { message } from '../../../../server/text/message';
import { counted } from '../../../counted';

/** `code: key`, after a check that the span is the key. */
function found(yaml: string) {
  return readYaml(yaml).findings.map(({ code, start, end, message: { args } }) => {
    const key = String(args?.key ?? 'config');
    assert.equal(yaml.slice(start, end).replaceAll('"', ''), key.split('.').at(-1));
    return `${code}: ${key}`;
  });
}

/** What is said of the keys. */
const said = (yaml: string) => readYaml(yaml).findings.map((finding) => finding.message);

const CONFIG = '  config: |\n    [[runners]]\n';

describe('keys beside runners.config', () => {
  it('that the chart no longer reads', () => {
    assert.deepEqual(found(`runners:\n  privileged: true\n${CONFIG}  image: alpine\n`), [
      'chart-key-removed: runners.privileged',
      'chart-key-removed: runners.image',
    ]);
  });
  it('that only a registration token makes work', () => {
    assert.deepEqual(found(`runners:\n${CONFIG}  tags: docker\n  locked: false\n`), [
      'chart-key-registration: runners.tags',
      'chart-key-registration: runners.locked',
    ]);
  });
  it('the cache, but its secret', () => {
    assert.deepEqual(found(`runners:\n${CONFIG}  cache:\n    cacheType: s3\n    secretName: s3access\n`), [
      'chart-key-removed: runners.cache.cacheType',
    ]);
  });
  it('not: keys that are read, and empty ones out of the copied values.yaml', () => {
    assert.deepEqual(found(`runners:\n${CONFIG}  name: a\n  secret: b\n  builds: {}\n  locked: null\n`), []);
  });
  it('without a configuration, where the values are plainly the chart’s', () => {
    assert.deepEqual(found('gitlabUrl: https://gitlab.com\nrunners:\n  privileged: true\n  config: |\n'), [
      'chart-key-removed: runners.privileged',
    ]);
    assert.deepEqual(found('runners:\n  privileged: true\n  config: |\n'), []);
  });
});

describe('the keys of the TOML in their place', () => {
  it('are keys of the schema', () => {
    const { properties } = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'));
    for (const toml of counted(Object.values({ ...REMOVED, ...REMOVED_OF_CACHE }))) {
      const [, ...names] = toml?.split('.') ?? [];
      let table = properties.runners.items;
      for (const name of names) table = (table.items ?? table).properties?.[name] ?? assert.fail(toml);
    }
  });
});

describe('config that the chart ignores', () => {
  it('beside runners', () => {
    assert.deepEqual(found('runners:\n  name: a\nconfig: |\n  [[runners]]\n'), ['chart-config-misplaced: config']);
  });
  it('in the values of an Application of Argo CD', () => {
    const yaml =
      'spec:\n  source:\n    helm:\n      values: |\n        runners:\n          privileged: true\n        config: |\n          [[runners]]\n        gitlabUrl: x\n';
    assert.deepEqual(found(yaml), ['chart-key-removed: runners.privileged', 'chart-config-misplaced: config']);
  });
  it('not: below runners, behind a key that is being typed and too far in', () => {
    assert.deepEqual(found(`runners:\n   foo: 1\n${CONFIG}`), []);
    assert.deepEqual(found(`gitlabUrl: x\nrunners:\n   foo: 1\n${CONFIG}`), []);
  });
  it('beside runners in one line', () => {
    const yaml = '{"runners": {"config": "[[runners]]\\n"}, "config": "[[runners]]\\n"}';
    assert.deepEqual(found(yaml), ['chart-config-misplaced: config']);
  });
  it('not: in another chart', () => assert.deepEqual(found('image: x\nconfig: |\n  [[runners]]\n'), []));
});

describe('what is said of them', () => {
  it('names the key of the TOML that does the same, and its table', () => {
    const yaml = `runners:\n  privileged: true\n  outputLimit: 1\n${CONFIG}  cache:\n    s3BucketName: a\n`;
    assert.deepEqual(said(yaml), [
      message('chart-key-removed.moved', {
        key: 'runners.privileged',
        name: 'privileged',
        table: '[runners.kubernetes]',
      }),
      message('chart-key-removed.moved', { key: 'runners.outputLimit', name: 'output_limit', table: '[[runners]]' }),
      message('chart-key-removed.moved', {
        key: 'runners.cache.s3BucketName',
        name: 'BucketName',
        table: '[runners.cache.s3]',
      }),
    ]);
  });
  it('names none where there is no single counterpart', () =>
    assert.deepEqual(said(`runners:\n  builds: {a: b}\n${CONFIG}`), [
      message('chart-key-removed', { key: 'runners.builds' }),
    ]));
  it('is a hint, and a warning where a whole configuration is ignored', () => {
    const severities = (yaml: string) => readYaml(yaml).findings.map(({ severity }) => severity);
    assert.deepEqual(severities(`runners:\n${CONFIG}  tags: a\n  image: b\n`), ['hint', 'hint']);
    assert.deepEqual(severities('gitlabUrl: x\nrunners:\n  name: a\nconfig: |\n  [[runners]]\n'), ['warning']);
  });
  it('stands in the order of the file, in an umbrella chart and with CRLF', () => {
    const yaml = `gitlab-runner:\n  runners:\n    tags: a\n    config: |\n      [[runners]]\n    image: b\n`;
    for (const text of [yaml, yaml.replaceAll('\n', '\r\n')])
      assert.deepEqual(found(text), ['chart-key-registration: runners.tags', 'chart-key-removed: runners.image']);
  });
});
