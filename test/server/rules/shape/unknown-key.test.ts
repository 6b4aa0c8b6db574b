import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../../server/text/message';
import { counted } from '../../../counted';
import { briefReportOf, dataReportOf, findingsOf, fixed, fixTitles } from '../../findings';

test('a misspelling', () => {
  const text = `[[runners]]
  [runners.docker]
    previliged = true # dind
`;
  assert.deepEqual(dataReportOf(text), [
    '3 warning unknown-key «previliged»: unknown-key.misspelled key=previliged meant=privileged table=[runners.docker]',
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
  assert.deepEqual(dataReportOf(after), []);
});

test('a name with what the source of the runner writes behind it', () => {
  const text = '[[runners]]\n"limit,omitempty" = 2\n';
  assert.deepEqual(dataReportOf(text), [
    '2 warning unknown-key «"limit,omitempty"»: unknown-key.misspelled key=limit,omitempty meant=limit table=[[runners]]',
  ]);
  assert.equal(fixed(text, 'Rename to `limit`'), '[[runners]]\nlimit = 2\n');
});

test('a misspelling of a key that is there', () => {
  const text = `concurrent = 1
concurent = 2
`;
  assert.deepEqual(dataReportOf(text), [
    '2 warning unknown-key «concurent»: unknown-key.misspelled-present key=concurent meant=concurrent table=top',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('a value that must change with the name', () => {
  const text = `[[runners]]
  [runners.docker]
    previliged = "true"
`;
  assert.deepEqual(dataReportOf(text), [
    '3 warning unknown-key «previliged»: unknown-key.misspelled key=previliged meant=privileged table=[runners.docker]',
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
  assert.deepEqual(dataReportOf(after), []);
});

test('a name like no other', () => {
  const text = 'foo = 1\n';
  assert.deepEqual(dataReportOf(text), ['1 warning unknown-key «foo»: unknown-key key=foo table=top']);
  assert.deepEqual(fixTitles(text), []);
});

test('a key of several tables', () => {
  const text = `[[runners]]
  privileged = true
  [runners.kubernetes]
  [runners.docker]
`;
  assert.deepEqual(dataReportOf(text), [
    '2 warning unknown-key «privileged»: unknown-key.elsewhere key=privileged places=(word.key-in key=privileged table=[runners.docker]) and (word.key-in key=privileged table=[runners.kubernetes]) table=[[runners]]',
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
  assert.deepEqual(dataReportOf(after), []);
  const after1 = fixed(text, 'Move to `[runners.kubernetes]`');
  assert.equal(
    after1,
    `[[runners]]
  [runners.kubernetes]
    privileged = true
  [runners.docker]
`,
  );
  assert.deepEqual(dataReportOf(after1), []);
});

test('a key for another executor', () => {
  const text = `[[runners]]
  executor = "docker"
  [runners.docker]
    poll_interval = 3
`;
  assert.deepEqual(dataReportOf(text), [
    '4 warning unknown-key «poll_interval»: unknown-key.elsewhere-unread key=poll_interval places=(word.key-in key=poll_interval table=[runners.kubernetes]) table=[runners.docker]',
  ]);
  assert.deepEqual(fixTitles(text), []);
});

test('an option of gitlab-runner register', () => {
  const text = `[[runners]]
  docker_image = "alpine"
  [runners.docker]
`;
  assert.deepEqual(dataReportOf(text), [
    '2 warning unknown-key «docker_image»: unknown-key.elsewhere key=docker_image places=(word.key-in key=image table=[runners.docker]) table=[[runners]]',
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
  assert.deepEqual(dataReportOf(after), []);
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
  assert.deepEqual(fixTitles(text), ['Remove `tag_list`']);
});

test('removed from another table', () => {
  const text = `[[runners]]
  [runners.docker]
    pre_clone_script = "true"
`;
  assert.deepEqual(dataReportOf(text), [
    '3 warning unknown-key «pre_clone_script»: unknown-key.outdated home=[[runners]] key=pre_clone_script removed=17.0 replacements=(word.key-in key=pre_get_sources_script table=[[runners]]) table=[runners.docker]',
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
  assert.deepEqual(dataReportOf(after), []);
});

test('hosts of Docker under Kubernetes become host aliases, one for each address', () => {
  const text = `[[runners]]
  executor = "kubernetes"
  [runners.kubernetes]
    extra_hosts = ["gitlab.example.com:192.0.2.9", "registry.example.com:192.0.2.9", "six.example.com:2001:db8::1"]
    namespace = "ci"
`;
  assert.deepEqual(dataReportOf(text), [
    '4 warning unknown-key «extra_hosts»: unknown-key.tables header=[[runners.kubernetes.host_aliases]] key=extra_hosts table=[runners.kubernetes]',
  ]);
  const after = fixed(text, fixTitles(text)[0] ?? '');
  assert.equal(
    after,
    `[[runners]]
  executor = "kubernetes"
  [runners.kubernetes]
    namespace = "ci"
    [[runners.kubernetes.host_aliases]]
      ip = "192.0.2.9"
      hostnames = ["gitlab.example.com", "registry.example.com"]
    [[runners.kubernetes.host_aliases]]
      ip = "2001:db8::1"
      hostnames = ["six.example.com"]
`,
  );
  assert.deepEqual(dataReportOf(after), []);
});

test('the image of a service is its name, however far it is indented, and it is not moved to where it is that of all jobs', () => {
  for (const executor of ['docker', 'kubernetes']) {
    for (const indent of ['', '  ']) {
      const service = (lines: string) =>
        `[[runners]]\nexecutor = "${executor}"\n[runners.${executor}]\n[[runners.${executor}.services]]\n${lines}`;
      const both = service(`name = "docker"\n${indent}image = "docker:27"\n`);
      const report = dataReportOf(both).filter((line) => /«image»/.test(line));
      const table = `[[runners.${executor}.services]]`;
      assert.deepEqual(report, [
        `6 warning unknown-key «image»: unknown-key.misspelled-present key=image meant=name table=${table}`,
      ]);
      assert.deepEqual(
        fixTitles(both).filter((title) => /^Move|^Rename/.test(title)),
        [],
      );
      const alone = service(`${indent}image = "docker:27"\n`);
      assert.equal(fixed(alone, 'Rename to `name`'), alone.replace('image', 'name'));
    }
  }
});

test('what a runner of an executor of somebody else has of its own is worth a hint', () => {
  const text = (executor: string) =>
    `[[runners]]\n  executor = "${executor}"\n  setuid_data_dir = "/share"\n  imit = 1\n  [runners.${executor}]\n    a = 1\n`;
  const said = (executor: string) => briefReportOf(text(executor)).filter((line) => line.includes('unknown'));
  assert.deepEqual(said('batch'), [
    '3 hint unknown-key «setuid_data_dir»',
    '4 warning unknown-key «imit»',
    '5 hint unknown-table «batch»',
  ]);
  // A registered one, and what is near to one.
  assert.equal(said('shell')[0], '3 warning unknown-key «setuid_data_dir»');
  assert.equal(said('dokcer')[0], '3 warning unknown-key «setuid_data_dir»');
});

test('a key that is misspelled and in the wrong table as well', () => {
  const text = `[[runners]]
  executor = "kubernetes"
  helper_imgae = "x"
  [runners.kubernetes]
    limti = 3
    namespace = "a"
`;
  assert.deepEqual(
    dataReportOf(text).filter((line) => line.includes('unknown-key')),
    [
      '3 warning unknown-key «helper_imgae»: unknown-key.elsewhere key=helper_imgae places=(word.key-in key=helper_image table=[runners.kubernetes]) table=[[runners]]',
      '5 warning unknown-key «limti»: unknown-key.elsewhere key=limti places=(word.key-in key=limit table=[[runners]]) table=[runners.kubernetes]',
    ],
  );
  const [title = ''] = fixTitles(text);
  assert.match(fixed(text, title), /\[runners.kubernetes\]\n(?:.*\n)* {4}helper_image = "x"\n/);
});

test('no key is guessed in the table of another executor, or from a short name', () => {
  const text = '[[runners]]\n  executor = "shell"\n  helper_imgae = "x"\n  dms = ["a"]\n';
  const service = '[[runners]]\n  executor = "kubernetes"\n  [[runners.kubernetes.services]]\n    helper_imgae = "x"\n';
  const found = dataReportOf(text + service).filter((line) => line.includes('unknown-key'));
  assert.equal(found.length, 3);
  for (const line of found) assert.doesNotMatch(line, /places=/);
});

test('what people call the address of metrics at the top of the file', () => {
  for (const name of counted(['prometheus_address', 'metrics_listen_address', 'metrics_address'])) {
    const text = `${name} = ":9252"\nconcurrent = 1\n`;
    assert.deepEqual(briefReportOf(text), [`1 warning unknown-key «${name}»`]);
    assert.equal(fixed(text, 'Rename to `listen_address`'), 'listen_address = ":9252"\nconcurrent = 1\n');
  }
});
