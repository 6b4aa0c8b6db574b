/** Keys are found by what they are called in Chinese. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of snippets has placeholders of the same look.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accepted, acceptedAnyway, labels, offered } from './completing';

const DOCKER = '[[runners]]\n  executor = "docker"\n  [runners.docker]\n    ';
const KUBERNETES = '[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    ';

test('a Chinese word finds the keys that are called so, the best first', () => {
  assert.deepEqual(labels(`${DOCKER}特权|`).slice(0, 2), ['privileged', 'allowed_privileged_images']);
  assert.equal(labels(`${DOCKER}挂载|`)[0], 'volumes');
  assert.equal(labels(`${KUBERNETES}帮助镜像|`)[0], 'helper_image');
  assert.equal(labels(`${KUBERNETES}主机别名|`)[0], 'host_aliases');
  assert.equal(labels('并发|')[0], 'concurrent');
});

test('a part of it does, and so does Traditional Chinese', () => {
  assert.ok(labels(`${KUBERNETES}镜像|`).includes('helper_image'));
  assert.ok(labels(`${KUBERNETES}别名|`).includes('host_aliases'));
  assert.equal(labels(`${DOCKER}特權|`)[0], 'privileged');
  assert.equal(labels(`${DOCKER}掛接|`)[0], 'volumes');
  assert.equal(labels(`${KUBERNETES}記憶體上限|`)[0], 'memory_limit');
});

test('letters in it count in either case', () => {
  assert.equal(labels(`${KUBERNETES}cpu限制|`)[0], 'cpu_limit');
});

test('the whole word gives way to the key', () => {
  assert.equal(accepted(`${DOCKER}特权|`, 'privileged'), `${DOCKER}privileged = false`);
  assert.equal(accepted(`${DOCKER}特|权`, 'privileged'), `${DOCKER}privileged = false`);
  assert.equal(accepted(`${DOCKER}特权| = true`, 'privileged'), `${DOCKER}privileged = true`);
  assert.equal(accepted(`${DOCKER}"特权|" = true`, 'privileged'), `${DOCKER}"privileged" = true`);
  assert.equal(
    accepted('[[runners]]\n  docker = { 特权| }', 'privileged'),
    '[[runners]]\n  docker = { privileged = false }',
  );
  assert.equal(accepted('[[runners]]\n  docker.特权|', 'privileged'), '[[runners]]\n  docker.privileged = false');
  assert.match(accepted(`${KUBERNETES}主机别名|`, 'host_aliases'), /\n {4}\[\[runners\.kubernetes\.host_aliases\]\]\n/);
});

test('a header is found so, whole or by its last name', () => {
  const runner = '[[runners]]\n  executor = "kubernetes"\n  ';
  const header = `${runner}[[runners.kubernetes.host_aliases]]`;
  for (const typed of ['[主机别名|', '[runners.主机别名|', '[[runners.kubernetes.主机|]]', '[Runners.别名|]']) {
    assert.equal(acceptedAnyway(`${runner}${typed}`, 'runners.kubernetes.host_aliases'), header, typed);
  }
  assert.deepEqual(labels(`${runner}[runners.cache.主机别名|`), []);
});

test('what an editor compares begins with the word, and goes on to match as more is typed', () => {
  const filterOf = (word: string, label: string) =>
    offered(`${KUBERNETES}${word}|`)
      .find((item) => item.label === label)
      ?.filterText?.split(' ');
  assert.deepEqual(filterOf('镜', 'helper_image'), ['镜像']);
  assert.ok(filterOf('帮助', 'helper_image')?.includes('帮助镜像'));
  assert.deepEqual(filterOf('"镜', 'helper_image'), ['"镜像']);
  assert.ok(offered('[[runners]]\n[runners.缓|').every((item) => item.filterText?.startsWith('[runners.缓')));
});

test('keys that are there, and keys of other tables, are not found', () => {
  assert.ok(!labels(`${DOCKER}privileged = true\n    特权|`).includes('privileged'));
  assert.ok(!labels(`${DOCKER}并发|`).includes('concurrent'));
  assert.deepEqual(labels(`${DOCKER}没有这个|`), []);
});

test('a value and a comment are no place for it', () => {
  assert.ok(offered('log_level = "日志|"').every((item) => item.filterText !== '日志'));
  assert.deepEqual(labels('# 并发|'), []);
});
