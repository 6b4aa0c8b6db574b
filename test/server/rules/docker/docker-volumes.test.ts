/** Volumes that do not go together, or not with the executor. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, dataReportOf, fixed, fixKinds } from '../../findings';
import { docker } from './docker-runner';

const volumesOf = (text: string) => /volumes = (.*)/.exec(text)?.[1];

test('two volumes at one path', () => {
  const text = docker('volumes = ["/cache", "/certs", "/srv/cache:/cache/:ro"]');
  assert.deepEqual(dataReportOf(text), [
    '7 error docker-volume-duplicate «"/srv/cache:/cache/:ro"»: docker-volume-duplicate path=/cache',
  ]);
  assert.deepEqual(fixKinds(text), ['* Remove `/cache`', 'Remove `/srv/cache:/cache/:ro`']);
  assert.equal(volumesOf(fixed(text, 'Remove `/cache`')), '["/certs", "/srv/cache:/cache/:ro"]');
  assert.deepEqual(fixKinds(docker('volumes = ["/a:/x", "/b:/x"]')), ['Remove `/b:/x`', 'Remove `/a:/x`']);
});

test('volumes at different paths, and what is not known', () => {
  for (const volumes of counted([
    '["/cache", "/cache2"]',
    '["/a:/x", "/a:/y"]',
    '["/a:/x", "/b:/X"]',
    '["/cache", "/cache/npm"]',
    '["/cache", "$CACHE:/cache"]',
    '["/$X", "/a:/$X"]',
    '["{{ .a }}", "{{ .a }}"]',
    '["/a:/b", "{{ .source }}:/c"]',
    '[]',
    '["/cache"]',
  ])) {
    assert.deepEqual(briefReportOf(docker(`volumes = ${volumes}`)), [], volumes);
  }
  const other = docker('volumes = ["/cache", "/cache"]').replace('"docker"', '"shell"');
  assert.ok(!briefReportOf(other).some((line) => line.includes('docker-volume')));
});

test('a path of Linux in a runner for Windows', () => {
  const windows = (volumes: string) => docker(`volumes = ${volumes}`).replace('"docker"', '"docker-windows"');
  const text = windows('["/cache", "/a:/b"]');
  assert.deepEqual(briefReportOf(text), [
    '7 error docker-volume-spec «"/cache"»',
    '7 error docker-volume-spec «"/a:/b"»',
  ]);
  assert.deepEqual(fixKinds(text), ['Change to `"C:\\\\cache"`']);
  for (const volumes of [
    "['C:\\cache', 'D:\\a:C:\\b:ro']",
    "['\\\\.\\pipe\\docker_engine:\\\\.\\pipe\\docker_engine']",
    '["C:/a:C:/b"]',
  ]) {
    assert.deepEqual(briefReportOf(windows(volumes)), [], volumes);
  }
  assert.deepEqual(briefReportOf(docker("volumes = ['C:\\cache']")), []);
});

test('variables of a job where the runner puts none in', () => {
  for (const [volume, ...found] of counted([
    ['/srv/$CI_PROJECT_ID:/y', 'warning docker-volume-variable «$CI_PROJECT_ID»'],
    ['data-$CI_JOB_ID:/y', 'error docker-volume-variable «$CI_JOB_ID»'],
    ['/c:$CI_PROJECT_DIR', 'error docker-volume-variable «$CI_PROJECT_DIR»'],
    ['$CI_PROJECT_DIR', 'error docker-volume-variable «$CI_PROJECT_DIR»'],
    ['/c:/$CI_PROJECT_DIR'],
    ['/a/$CI_JOB_ID'],
    ['$HOME/x:/y'],
    ['/srv/$DATA_DIR:/y'],
  ])) {
    const text = docker(`volumes = ["${volume}"]`);
    assert.deepEqual(
      briefReportOf(text).map((line) => line.replace(/^\d+ /, '')),
      found,
      volume,
    );
  }
});
