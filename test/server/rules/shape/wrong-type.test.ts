import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixed, fixTitles, reportOf } from '../../findings';

test('quoted booleans and numbers', () => {
  const text = `concurrent = "4"
[[runners]]
  [runners.docker]
    privileged = "true"
    disable_cache = 1
`;
  assert.deepEqual(reportOf(text), [
    '1 error wrong-type «"4"»: `concurrent` must be an integer without quotes, not a string. The runner does not start with it.',
    '4 error wrong-type «"true"»: `privileged` must be `true` or `false` without quotes, not a string. The runner does not start with it.',
    '5 error wrong-type «1»: `disable_cache` must be `true` or `false` without quotes, not an integer. The runner does not start with it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `4`', 'Change to `true`', 'Change to `true`']);
  const after = fixed(text, 'Change to `4`');
  assert.equal(
    after,
    `concurrent = 4
[[runners]]
  [runners.docker]
    privileged = "true"
    disable_cache = 1
`,
  );
  assert.deepEqual(reportOf(after), [
    '4 error wrong-type «"true"»: `privileged` must be `true` or `false` without quotes, not a string. The runner does not start with it.',
    '5 error wrong-type «1»: `disable_cache` must be `true` or `false` without quotes, not an integer. The runner does not start with it.',
  ]);
  const after1 = fixed(text, 'Change to `true`');
  assert.equal(
    after1,
    `concurrent = "4"
[[runners]]
  [runners.docker]
    privileged = true
    disable_cache = 1
`,
  );
  assert.deepEqual(reportOf(after1), [
    '1 error wrong-type «"4"»: `concurrent` must be an integer without quotes, not a string. The runner does not start with it.',
    '5 error wrong-type «1»: `disable_cache` must be `true` or `false` without quotes, not an integer. The runner does not start with it.',
  ]);
});

test('a number for a string', () => {
  const text = `[[runners]]
  [runners.docker]
    memory = 512
`;
  assert.deepEqual(reportOf(text), [
    '3 error wrong-type «512»: `memory` must be a string in quotes, not an integer. The runner does not start with it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `"512"`']);
  const after = fixed(text, 'Change to `"512"`');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    memory = "512"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a string for a list', () => {
  const text = `[[runners]]
  [runners.docker]
    volumes = '/cache'
`;
  assert.deepEqual(reportOf(text), [
    "3 error wrong-type «'/cache'»: `volumes` must be an array of strings, not a string. The runner does not start with it.",
  ]);
  assert.deepEqual(fixTitles(text), ["Change to `['/cache']`"]);
  const after = fixed(text, "Change to `['/cache']`");
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    volumes = ['/cache']
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a string of several for a list', () => {
  const text = `[[runners]]
  [runners.docker]
    allowed_images = "ruby:*, alpine:*"
`;
  assert.deepEqual(reportOf(text), [
    '3 error wrong-type «"ruby:*, alpine:*"»: `allowed_images` must be an array of strings, not a string. The runner does not start with it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `["ruby:*", "alpine:*"]`', 'Change to `["ruby:*, alpine:*"]`']);
  const after = fixed(text, 'Change to `["ruby:*", "alpine:*"]`');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    allowed_images = ["ruby:*", "alpine:*"]
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Change to `["ruby:*, alpine:*"]`');
  assert.equal(
    after1,
    `[[runners]]
  [runners.docker]
    allowed_images = ["ruby:*, alpine:*"]
`,
  );
  assert.deepEqual(reportOf(after1), []);
});

test('a number in a list', () => {
  const text = `[[runners]]
  environment = ["A=1", 2]
`;
  assert.deepEqual(reportOf(text), [
    '2 error wrong-type «2»: Each item of `environment` must be a string in quotes. The runner does not start with it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `"2"`']);
  const after = fixed(text, 'Change to `"2"`');
  assert.equal(
    after,
    `[[runners]]
  environment = ["A=1", "2"]
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a number in a map', () => {
  const text = `[[runners]]
  [runners.docker]
    sysctls = { "net.core.somaxconn" = 1024 }
`;
  assert.deepEqual(reportOf(text), [
    '3 error wrong-type «1024»: Each value in `sysctls` must be a string in quotes. The runner does not start with it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `"1024"`']);
  const after = fixed(text, 'Change to `"1024"`');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    sysctls = { "net.core.somaxconn" = "1024" }
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a list for a map is ignored', () => {
  const text = `[[runners]]
  feature_flags = ["FF_NETWORK_PER_BUILD", "FF_TIMESTAMPS=false"]
`;
  assert.deepEqual(reportOf(text), [
    '2 warning wrong-type «["FF_NETWORK_PER_BUILD", "FF_TIMESTAMPS=false"]»: `feature_flags` must be a table, not an array. The runner ignores the value in silence.',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `{ FF_NETWORK_PER_BUILD = true, FF_TIM…`']);
  const after = fixed(text, 'Change to `{ FF_NETWORK_PER_BUILD = true, FF_TIM…`');
  assert.equal(
    after,
    `[[runners]]
  feature_flags = { FF_NETWORK_PER_BUILD = true, FF_TIMESTAMPS = false }
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('services as a list of names', () => {
  const text = `[[runners]]
  [runners.docker]
    services = ["mysql", "redis:7"]
    image = "alpine"
  [runners.cache]
`;
  assert.deepEqual(reportOf(text), [
    '3 error wrong-type «["mysql", "redis:7"]»: `services` must be a list of tables `[[runners.docker.services]]`, not an array. The runner does not start with it.',
  ]);
  assert.deepEqual(fixTitles(text), [
    'Change to `[[runners.docker.services]]` tables',
    'Change to a list of inline tables',
  ]);
  const after = fixed(text, 'Change to `[[runners.docker.services]]` tables');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    image = "alpine"
    [[runners.docker.services]]
      name = "mysql"
    [[runners.docker.services]]
      name = "redis:7"
  [runners.cache]
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Change to a list of inline tables');
  assert.equal(
    after1,
    `[[runners]]
  [runners.docker]
    services = [{ name = "mysql" }, { name = "redis:7" }]
    image = "alpine"
  [runners.cache]
`,
  );
  assert.deepEqual(reportOf(after1), []);
});

test('services in an inline table', () => {
  const text = `[[runners]]
  docker = { services = ["mysql"] }
`;
  assert.deepEqual(reportOf(text), [
    '2 error wrong-type «["mysql"]»: `services` must be a list of tables `[[runners.docker.services]]`, not an array. The runner does not start with it.',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to a list of inline tables']);
  const after = fixed(text, 'Change to a list of inline tables');
  assert.equal(
    after,
    `[[runners]]
  docker = { services = [{ name = "mysql" }] }
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('names and values that are a list of texts', () => {
  const text = '[[runners]]\n  environment = { A = "b", C = 1, D = true }\n';
  assert.equal(
    fixed(text, 'Change to `["A=b", "C=1", "D=true"]`'),
    '[[runners]]\n  environment = ["A=b", "C=1", "D=true"]\n',
  );
  assert.deepEqual(fixTitles('[[runners]]\n  [runners.docker]\n    extra_hosts = { "a.b" = "10.0.0.1" }\n'), [
    'Change to `["a.b:10.0.0.1"]`',
  ]);
  assert.deepEqual(fixTitles('[[runners]]\n  environment = { A = { b = 1 } }\n'), []);
  assert.deepEqual(fixTitles('[[runners]]\n  environment = { a.b = "c" }\n'), []);
  assert.deepEqual(fixTitles('[[runners]]\n  [runners.docker]\n    devices = { a = "b" }\n'), []);
});
