import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, dataReportOf, findingsOf, fixed, fixedAll, fixTitles } from '../../findings';

test('quoted booleans and numbers', () => {
  const text = `concurrent = "4"
[[runners]]
  [runners.docker]
    privileged = "true"
    disable_cache = 1
`;
  assert.deepEqual(dataReportOf(text), [
    '1 error wrong-type «"4"»: wrong-type found=string key=concurrent outcome=refused wanted=integer',
    '4 error wrong-type «"true"»: wrong-type found=string key=privileged outcome=refused wanted=boolean',
    '5 error wrong-type «1»: wrong-type found=integer key=disable_cache outcome=refused wanted=boolean',
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
  assert.deepEqual(dataReportOf(after), [
    '4 error wrong-type «"true"»: wrong-type found=string key=privileged outcome=refused wanted=boolean',
    '5 error wrong-type «1»: wrong-type found=integer key=disable_cache outcome=refused wanted=boolean',
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
  assert.deepEqual(dataReportOf(after1), [
    '1 error wrong-type «"4"»: wrong-type found=string key=concurrent outcome=refused wanted=integer',
    '5 error wrong-type «1»: wrong-type found=integer key=disable_cache outcome=refused wanted=boolean',
  ]);
});

test('a number for a string', () => {
  const text = `[[runners]]
  [runners.docker]
    memory = 536870912
`;
  assert.deepEqual(dataReportOf(text), [
    '3 error wrong-type «536870912»: wrong-type found=integer key=memory outcome=refused wanted=string',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `"536870912"`']);
  const after = fixed(text, 'Change to `"536870912"`');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    memory = "536870912"
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('a string for a list', () => {
  const text = `[[runners]]
  [runners.docker]
    volumes = '/cache'
`;
  assert.deepEqual(dataReportOf(text), [
    "3 error wrong-type «'/cache'»: wrong-type found=string key=volumes outcome=refused wanted=strings",
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
  assert.deepEqual(dataReportOf(after), []);
});

test('a string of several for a list', () => {
  const text = `[[runners]]
  [runners.docker]
    allowed_images = "ruby:*, alpine:*"
`;
  assert.deepEqual(dataReportOf(text), [
    '3 error wrong-type «"ruby:*, alpine:*"»: wrong-type found=string key=allowed_images outcome=refused wanted=strings',
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
  assert.deepEqual(dataReportOf(after), []);
  const after1 = fixed(text, 'Change to `["ruby:*, alpine:*"]`');
  assert.equal(
    after1,
    `[[runners]]
  [runners.docker]
    allowed_images = ["ruby:*, alpine:*"]
`,
  );
  assert.deepEqual(dataReportOf(after1), []);
});

test('a number in a list', () => {
  const text = `[[runners]]
  [runners.docker]
    allowed_users = ["root", 1000]
`;
  assert.deepEqual(dataReportOf(text), [
    '3 error wrong-type «1000»: wrong-type.item key=allowed_users outcome=refused wanted=string',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `"1000"`']);
  const after = fixed(text, 'Change to `"1000"`');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    allowed_users = ["root", "1000"]
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('a number in a map', () => {
  const text = `[[runners]]
  [runners.docker]
    sysctls = { "net.core.somaxconn" = 1024 }
`;
  assert.deepEqual(dataReportOf(text), [
    '3 error wrong-type «1024»: wrong-type.entry key=sysctls outcome=refused wanted=string',
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
  assert.deepEqual(dataReportOf(after), []);
});

test('a list for a map is ignored', () => {
  const text = `[[runners]]
  feature_flags = ["FF_NETWORK_PER_BUILD", "FF_TIMESTAMPS=false"]
`;
  assert.deepEqual(dataReportOf(text), [
    '2 warning wrong-type «["FF_NETWORK_PER_BUILD", "FF_TIMESTAMPS=false"]»: wrong-type found=array key=feature_flags outcome=ignored wanted=map',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to `{ FF_NETWORK_PER_BUILD = true, FF_TIM…`']);
  const after = fixed(text, 'Change to `{ FF_NETWORK_PER_BUILD = true, FF_TIM…`');
  assert.equal(
    after,
    `[[runners]]
  feature_flags = { FF_NETWORK_PER_BUILD = true, FF_TIMESTAMPS = false }
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('services as a list of names', () => {
  const text = `[[runners]]
  [runners.docker]
    services = ["mysql", "redis:7"]
    image = "alpine"
  [runners.cache]
`;
  assert.deepEqual(dataReportOf(text), [
    '3 error wrong-type «["mysql", "redis:7"]»: wrong-type.tables found=array header=[[runners.docker.services]] key=services',
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
  assert.deepEqual(dataReportOf(after), []);
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
  assert.deepEqual(dataReportOf(after1), []);
});

test('services in an inline table', () => {
  const text = `[[runners]]
  docker = { services = ["mysql"] }
`;
  assert.deepEqual(dataReportOf(text), [
    '2 error wrong-type «["mysql"]»: wrong-type.tables found=array header=[[runners.docker.services]] key=services',
  ]);
  assert.deepEqual(fixTitles(text), ['Change to a list of inline tables']);
  const after = fixed(text, 'Change to a list of inline tables');
  assert.equal(
    after,
    `[[runners]]
  docker = { services = [{ name = "mysql" }] }
`,
  );
  assert.deepEqual(dataReportOf(after), []);
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

test('a name with dots in a map is marked as a whole, and quoted', () => {
  const text = `[[runners]]
  [runners.docker]
    [runners.docker.sysctls]
      net.ipv4.ip_forward = "1"
      net.core.somaxconn = "1024"
`;
  assert.deepEqual(briefReportOf(text), [
    '4 error wrong-type «net.ipv4.ip_forward»',
    '5 error wrong-type «net.core.somaxconn»',
  ]);
  assert.equal(
    fixedAll(text),
    `[[runners]]
  [runners.docker]
    [runners.docker.sysctls]
      "net.ipv4.ip_forward" = "1"
      "net.core.somaxconn" = "1024"
`,
  );
  const below = '[[runners]]\n  [runners.docker]\n    sysctls.net.ipv4.ip_forward = "1"\n';
  assert.deepEqual(briefReportOf(below), ['3 error wrong-type «net.ipv4.ip_forward»']);
  assert.ok(fixedAll(below).includes('sysctls."net.ipv4.ip_forward" = "1"'));
});

test('a name with dots and a slash is wrong as a whole, and said once', () => {
  const kubernetes = '[[runners]]\n  [runners.kubernetes]\n';
  for (const [line, name] of counted([
    ['    [runners.kubernetes.node_selector]\n      kubernetes.io/arch = "amd64"\n', 'kubernetes.io/arch'],
    ['    node_selector.kubernetes.io/arch = "amd64"\n', 'kubernetes.io/arch'],
    ['    node_selector = { kubernetes.io/arch = "amd64" }\n', 'kubernetes.io/arch'],
    ['    [runners.kubernetes.pod_labels]\n      a/b.c/d = "x"\n', 'a/b.c/d'],
    ['    [runners.kubernetes.nodeSelectors.x]\n      kubernetes.io/arch = "amd64"\n', 'kubernetes.io/arch'],
  ] as const)) {
    const found = findingsOf(kubernetes + line).filter(({ severity }) => severity === 'error');
    const texts = found.map(({ code, start, end }) => `${code} ${(kubernetes + line).slice(start, end)}`);
    assert.deepEqual(texts, [`bad-key ${name}`], line);
    assert.equal(fixed(kubernetes + line, 'Put it in quotes'), kubernetes + line.replace(name, `"${name}"`));
  }
  // In a table of keys a part is a name by itself.
  assert.deepEqual(briefReportOf('[[runners]]\n  docker.a/b = 1\n').slice(0, 1), ['2 error bad-key «a/b»']);
});
