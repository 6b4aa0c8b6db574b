import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chartMisplacements } from '../../../server/regions/places-misplaced';

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

describe('config that the chart ignores', () => {
  it('beside runners', () => {
    assert.deepEqual(found('runners:\n  name: a\nconfig: |\n  [[runners]]\n'), ['chart-config-misplaced: config']);
  });
  it('in the values of an Application of Argo CD', () => {
    const yaml =
      'spec:\n  source:\n    helm:\n      values: |\n        runners:\n          privileged: true\n        config: |\n          [[runners]]\n        gitlabUrl: x\n';
    assert.deepEqual(found(yaml), ['chart-key-removed: runners.privileged', 'chart-config-misplaced: config']);
  });
  it('not: in another chart', () => assert.deepEqual(found('image: x\nconfig: |\n  [[runners]]\n'), []));
});
