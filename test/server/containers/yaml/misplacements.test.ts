import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { chartMisplacements, REMOVED, REMOVED_OF_CACHE } from '../../../../server/containers/yaml/places-misplaced';

/** `message: key`, after a check that the span is the key. */
function found(yaml: string) {
  return chartMisplacements(yaml).map(({ span, key, messageId }) => {
    assert.equal(yaml.slice(span.start, span.end), key.split('.').at(-1));
    return `${messageId}: ${key}`;
  });
}

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
    for (const toml of Object.values({ ...REMOVED, ...REMOVED_OF_CACHE })) {
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
  it('beside runners in one line', () =>
    assert.equal(chartMisplacements('{"runners": {"name": "a"}, "config": "[[runners]]\\n"}').length, 1));
  it('not: in another chart', () => assert.deepEqual(found('image: x\nconfig: |\n  [[runners]]\n'), []));
});
