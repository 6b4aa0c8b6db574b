import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../../server/text/message';
import { briefReportOf, findingsOf, fixed, fixTitles, reportOf } from '../../findings';

test('a misspelling', () => {
  const text = `[[runners]]
  [runners.docker]
    previliged = true # dind
`;
  assert.deepEqual(reportOf(text), [
    '3 warning unknown-key «previliged»: `previliged` is no key of `[runners.docker]`. Did you mean `privileged`? The runner ignores it as it is.',
  ]);
  assert.deepEqual(fixTitles(text), ['Rename to `privileged`']);
  const after = fixed(text, 'Rename to `privileged`');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    privileged = true # dind
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a misspelling of a key that is there', () => {
  const text = `concurrent = 1
concurent = 2
`;
  assert.deepEqual(reportOf(text), [
    '2 warning unknown-key «concurent»: `concurent` is no global key. Did you mean `concurrent`, which is here already? The runner ignores this one.',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('a value that must change with the name', () => {
  const text = `[[runners]]
  [runners.docker]
    previliged = "true"
`;
  assert.deepEqual(reportOf(text), [
    '3 warning unknown-key «previliged»: `previliged` is no key of `[runners.docker]`. Did you mean `privileged`? The runner ignores it as it is.',
  ]);
  assert.deepEqual(fixTitles(text), ['Rename to `privileged` and change the value to `true`']);
  const after = fixed(text, 'Rename to `privileged` and change the value to `true`');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    privileged = true
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a name like no other', () => {
  const text = 'foo = 1\n';
  assert.deepEqual(reportOf(text), ['1 warning unknown-key «foo»: `foo` is no global key. The runner ignores it.']);
  assert.deepEqual(fixTitles(text), []);
});

test('a key of several tables', () => {
  const text = `[[runners]]
  privileged = true
  [runners.kubernetes]
  [runners.docker]
`;
  assert.deepEqual(reportOf(text), [
    '2 warning unknown-key «privileged»: `privileged` is no key of `[[runners]]`. There is one in `[runners.docker]` and one in `[runners.kubernetes]`. The runner ignores it here.',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[runners.docker]`', 'Move to `[runners.kubernetes]`']);
  const after = fixed(text, 'Move to `[runners.docker]`');
  assert.equal(
    after,
    `[[runners]]
  [runners.kubernetes]
  [runners.docker]
    privileged = true
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Move to `[runners.kubernetes]`');
  assert.equal(
    after1,
    `[[runners]]
  [runners.kubernetes]
    privileged = true
  [runners.docker]
`,
  );
  assert.deepEqual(reportOf(after1), []);
});

test('a key for another executor', () => {
  const text = `[[runners]]
  executor = "docker"
  [runners.docker]
    poll_interval = 3
`;
  assert.deepEqual(reportOf(text), [
    '4 warning unknown-key «poll_interval»: `poll_interval` is no key of `[runners.docker]`. There is one in `[runners.kubernetes]`, for another executor than this runner has. The runner ignores it here.',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('an option of gitlab-runner register', () => {
  const text = `[[runners]]
  docker_image = "alpine"
  [runners.docker]
`;
  assert.deepEqual(reportOf(text), [
    '2 warning unknown-key «docker_image»: `docker_image` is no key of `[[runners]]`. There is one in `[runners.docker]` as `image`. The runner ignores it here.',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[runners.docker]` as `image`']);
  const after = fixed(text, 'Move to `[runners.docker]` as `image`');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    image = "alpine"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('set in GitLab', () => {
  const text = `[[runners]]
  tag_list = ["a"]
`;
  assert.deepEqual(briefReportOf(text), ['2 warning unknown-key «tag_list»']);
  const advice = message('registration.tag-list');
  assert.deepEqual(
    findingsOf(text)[0]?.message,
    message('unknown-key.not-here', { key: 'tag_list', table: '[[runners]]', advice }),
  );
  assert.deepEqual(fixTitles(text), []);
});

test('removed from another table', () => {
  const text = `[[runners]]
  [runners.docker]
    pre_clone_script = "true"
`;
  assert.deepEqual(reportOf(text), [
    '3 warning unknown-key «pre_clone_script»: `pre_clone_script` is no key of `[runners.docker]`. Its place was in `[[runners]]` until GitLab Runner 17.0 removed it. Use `pre_get_sources_script` in `[[runners]]` instead.',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[[runners]]` as `pre_get_sources_script`']);
  const after = fixed(text, 'Move to `[[runners]]` as `pre_get_sources_script`');
  assert.equal(
    after,
    `[[runners]]
  pre_get_sources_script = "true"
  [runners.docker]
`,
  );
  assert.deepEqual(reportOf(after), []);
});
