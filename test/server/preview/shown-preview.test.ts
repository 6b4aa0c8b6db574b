/** A preview as an editor shows it: the comments in front, and where each line comes from. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import type { JobSettings, RunnerChoice } from '../../../protocol/preview';
import { Service } from '../../../server/service';
import { counted } from '../../counted';

const TOML = `concurrent = 4
[[runners]]
name = "k"
token = "glrt-abcdefghijklmnop"
executor = "kubernetes"
[runners.kubernetes]
image = "alpine"
cpu_limit = "2"
[[runners]]
executor = "docker"
[runners.docker]
image = "debian"
memory = "512m"
`;

function show(
  text: string,
  runner: RunnerChoice = { index: 0 },
  languageId = 'gitlab-runner-config',
  job?: JobSettings,
  view?: 'effective',
) {
  const service = new Service({});
  const source = { uri: 'file:///a', languageId, version: 1, getText: () => text };
  const shown = service.previews.shown(source, { runner, ...(job && { job }), view });
  assert.ok(shown);
  const lines = shown.text.split('\n').slice(0, -1);
  assert.equal(shown.lines.length, lines.length, 'each line has an entry');
  const originOf = (line: string | RegExp) => {
    const at = lines.findIndex((each) => (typeof line === 'string' ? each.includes(line) : line.test(each)));
    assert.ok(at >= 0, `${line} in\n${shown.text}`);
    return shown.origins[shown.lines[at] ?? -1];
  };
  const placeOf = (line: string | RegExp) => {
    const range = originOf(line)?.range;
    return range && text.split('\n')[range.start.line]?.trim();
  };
  return { ...shown, lines, originOf, placeOf };
}

test('a comment names the runner, and the rest is YAML', () => {
  const { lines, text } = show(TOML);
  assert.equal(lines[0], '# Runner "k", executor `kubernetes`, GitLab Runner 19.3');
  const [pod] = parseAllDocuments(text);
  assert.equal(pod?.get('kind'), 'Pod');
  assert.match(show(TOML, { index: 1 }).lines[0] ?? '', /^# Runner 2, executor `docker`/);
});

test('a line knows the key that makes it, its default, and that the runner does it', () => {
  const { originOf, placeOf } = show(TOML);
  assert.equal(placeOf('cpu: "2"'), 'cpu_limit = "2"');
  assert.match(originOf('cpu: "2"')?.said ?? '', /`runners\.kubernetes\.cpu_limit`/);
  assert.match(originOf('dnsPolicy:')?.said ?? '', /`runners\.kubernetes\.dns_policy` is not set/);
  assert.equal(originOf('dnsPolicy:')?.range, undefined);
  assert.match(originOf('stdin: true')?.said ?? '', /for each job/);
});

test('a line below a list or an object comes from where that comes from', () =>
  assert.equal(show(TOML, { index: 1 }).placeOf('Memory: 536870912'), 'memory = "512m"'));

test('how the job fails is the first line, and the second is what causes it', () => {
  const { lines, placeOf } = show(TOML.replace('"2"', '"two"'));
  assert.match(lines[0] ?? '', /^# The job fails: prepare: /);
  assert.equal(lines[1], '# Line 8: cpu_limit = "two"');
  assert.equal(placeOf('# Line 8'), 'cpu_limit = "two"');
});

test('a file that the runner does not load is previewed as it would be without the fault', () => {
  const { lines, text, placeOf } = show(TOML.replace('concurrent = 4', 'concurrent = '));
  assert.match(lines[0] ?? '', /^# The runner does not load this file/);
  assert.match(lines[1] ?? '', /^# Line 1: /);
  assert.equal(placeOf('# Line 1'), 'concurrent =');
  assert.match(text, /cpu: "2"/);
});

test('what is said keeps to comments, whatever is in it', () => {
  const { text } = show(TOML.replace('"k"', '"a\\n\\u0007: b\\u2028c"').replace('"2"', '"a\\nb: c"'));
  const [document] = parseAllDocuments(text);
  assert.deepEqual(document?.errors, []);
  assert.deepEqual([document?.has('executor'), document?.has('error'), document?.has('b')], [true, true, false]);
});

test('a runner is found again by its name when others came above it, by its number when it was renamed', () => {
  const second = `[[runners]]\nname = "new"\nexecutor = "docker"\n`;
  const more = TOML.replace('[[runners]]', `${second}[[runners]]`);
  assert.deepEqual(show(more, { index: 0, name: 'k' }).runner, { index: 1, name: 'k' });
  assert.deepEqual(show(TOML.replace('"k"', '"other"'), { index: 0, name: 'k' }).runner, { index: 0, name: 'other' });
  assert.equal(show(TOML, { index: 7 }).runner.index, 1, 'the last one, where there are fewer');
});

test('in YAML the place is one of the file', () => {
  const values = `runners:\n  config: |\n${TOML.replace(/^(?=.)/gm, '    ')}`;
  assert.equal(show(values, { index: 0 }, 'yaml').placeOf('cpu: "2"'), 'cpu_limit = "2"');
});

test('the job is named in front, and is that of the preview', () => {
  const job = {
    name: 'unit',
    image: 'ruby:3',
    services: [{ name: 'postgres', alias: 'db' }],
    variables: { A: '1\n2', B: 'x' },
  };
  const { lines, text } = show(TOML, { index: 0 }, undefined, job);
  assert.deepEqual(lines.slice(1, 6), [
    '# Job `unit`',
    '# Image of the job: `ruby:3`',
    '# Services of the job: `postgres`',
    '# Variables of the job: `A=1',
    '# 2` and `B=x`',
  ]);
  assert.match(text, /image: ruby:3/);
  assert.match(text, /image: postgres/);
  assert.match(text, /- name: B\n +value: x/);
  assert.equal(show(TOML).lines[1], '# The job names no image.');
});

test('another text in place of the open one has no places', () => {
  const service = new Service({});
  const source = { uri: 'file:///a', languageId: 'toml', version: 1, getText: () => TOML };
  const other = TOML.replace('cpu_limit = "2"', 'cpu_limit = "5"');
  const shown = service.previews.shown(source, { runner: { index: 0 }, text: other });
  assert.match(shown?.text ?? '', /cpu: "5"/);
  assert.ok(shown?.origins.every(({ range }) => range === undefined));
  assert.match(service.previews.shown(source, { runner: { index: 0 } })?.text ?? '', /cpu: "2"/);
});

test('a version of the runner wins over that of the file', () => {
  const service = new Service({});
  const source = {
    uri: 'file:///a',
    languageId: 'toml',
    version: 1,
    getText: () => `# gitlab-runner: version=18.0\n${TOML}`,
  };
  const first = (runnerVersion?: string) =>
    service.previews.shown(source, { runner: { index: 0 }, runnerVersion })?.text.split('\n')[0];
  assert.deepEqual(
    [first(), first('v17.0.1'), first('99.0'), first('x')].map((line) => /\S+$/.exec(line ?? '')?.[0]),
    ['18.0', '17.0', '19.4', '18.0'],
  );
});

test('there is none without a runner', () => {
  const service = new Service({});
  const text = { uri: 'file:///a', languageId: 'gitlab-runner-config', version: 1, getText: () => 'concurrent = 1\n' };
  assert.equal(service.previews.shown(text, { runner: { index: 0 } }), undefined);
});

test('keys that change nothing are named at the end, each with its place', () => {
  const text = `[[runners]]
name = "k"
token = "glrt-abcdefghijklmnop"
limit = 3
executor = "kubernetes"
[runners.cache]
Type = "s3"
[runners.docker]
image = "debian"
[runners.kubernetes]
image = "alpine"
namespace = "ci"
namespace_per_job = true
host = "https://10.0.0.1"
poll_timeout = 600
cpu_limit_overwrite_max_allowed = "4"
allowed_images = ["alpine"]
privileged = false
[runners.kubernetes.node_selector]
pool = "ci"
[[runners.kubernetes.pod_spec]]
patch = "hostname: ci"
`;
  const named = (shown: ReturnType<typeof show>) => {
    const first = shown.lines.indexOf('# These keys change nothing in this preview:');
    return first < 0 ? [] : shown.lines.slice(first + 1).map((line) => line.replace(/^# - `runners\.(.*)`$/, '$1'));
  };
  const shown = show(text);
  const ofPod = ['namespace', 'host', 'poll_timeout', 'cpu_limit_overwrite_max_allowed', 'allowed_images', 'pod_spec'];
  const paths = ofPod.map((name) => `kubernetes.${name}`);
  assert.deepEqual(named(shown), ['limit', 'cache', 'docker', ...paths]);
  assert.equal(shown.placeOf(/poll_timeout/), 'poll_timeout = 600');
  assert.match(shown.originOf(/poll_timeout/)?.said ?? '', /changes nothing/);
  const flag = '[runners.feature_flags]\nFF_USE_ADVANCED_POD_SPEC_CONFIGURATION = true\n';
  const job = { variables: { KUBERNETES_CPU_LIMIT: '2' } };
  const used = named(show(`${text}${flag}`, { index: 0 }, undefined, job));
  assert.ok(!used.some((key) => /pod_spec|overwrite_max|feature_flags/.test(key)), used.join(' '));
  assert.deepEqual(named(show(text.replace('image = "alpine"', 'cpu_limit = "x"'))), [], 'a job that fails');
});

const TEMPLATE = `[[runners]]
name = "{{ name }}"
executor = "kubernetes"
limit = {{ limit }}
builds_dir = "/{{ dir }}"
environment = ["A={{ a }}", "B=$A"]
[runners.kubernetes]
image = "{{ image }}"
helper_image = 'reg/{{ helper }}:$CI_RUNNER_VERSION'
privileged = {{ privileged }}
cpu_limit = "{{ cpu }}"
memory_limit = "1Gi"
pull_policy = "{{ policy }}"
[runners.kubernetes.node_selector]
"{{ key }}" = "{{ value }}"
[[runners.kubernetes.volumes.empty_dir]]
name = "{{ volume }}"
mount_path = "a\\t{{ escaped }}"
`;

test('blanks of a template are shown as they are written, and say where they stand', () => {
  const { lines, text, placeOf } = show(TEMPLATE);
  assert.ok(lines.includes('# Runner "{{ name }}", executor `kubernetes`, GitLab Runner 19.3'), text);
  assert.equal(placeOf('image: "{{ image }}"'), 'image = "{{ image }}"');
  assert.equal(placeOf('image: "reg/{{ helper }}:19.3.0"'), "helper_image = 'reg/{{ helper }}:$CI_RUNNER_VERSION'");
  assert.equal(placeOf('"{{ key }}": "{{ value }}"'), '"{{ key }}" = "{{ value }}"');
  assert.equal(placeOf('value: "/{{ dir }}"'), 'builds_dir = "/{{ dir }}"');
  assert.match(text, /name: B\n +value: "\{\{ a }}"/);
  // What is written with escapes is one blank as a whole.
  assert.ok(text.includes(JSON.stringify('a\\t{{ escaped }}')), text);
  assert.match(text, /limits:\n +memory: "1Gi"/);
});

test('a job does not fail of a blank: the key is left out, and named', () => {
  const { lines, text } = show(TEMPLATE);
  const [left = '', more] = lines.filter((line) => line.startsWith('# What the template gives'));
  assert.equal(more, undefined);
  for (const key of ['limit', 'kubernetes.privileged', 'kubernetes.cpu_limit', 'kubernetes.pull_policy']) {
    assert.ok(left.includes(`\`runners.${key}\``), left);
    assert.ok(!lines.includes(`# - \`runners.${key}\``), key);
  }
  assert.ok(!text.includes('# The job fails'), text);
  // A fault that is no blank is one.
  assert.match(show(TEMPLATE.replace('1Gi', '1 Gi')).text, /^# The job fails: .*"1 Gi"/m);
});

test('a blank of Docker is shown in the requests to the daemon', () => {
  const { text } = show(
    '[[runners]]\nlimit = {{ l }}\nexecutor = "docker"\n[runners.docker]\nimage = "{{ a }}"\nmemory = "{{ m }}"\n',
  );
  assert.match(text, /image\(\{\{ a }}\)/);
  assert.match(text, /^# What the template gives for .*`runners\.docker\.memory` is not known/m);
});

test('nothing is made up around a blank of Docker: what it may bring with it is not known', () => {
  const valuesOf = (toml: string, name: string) => {
    const { text } = show(`[[runners]]\nexecutor = "docker"\ntoken = "{{ t }}"\n${toml}`);
    const found = text.split('\n').flatMap((line) => line.split(`${name}: `)[1]?.replace(/^"|"$/g, '') ?? []);
    return [...new Set(found)];
  };
  const pulled = (image: string) =>
    valuesOf(`[runners.docker]\nimage = "${image}"\nhelper_image = "{{ h }}"\ndisable_cache = true\n`, '  image')[1];
  for (const [image, whole] of counted(
    [
      ['alpine', 'docker.io/library/alpine:latest'],
      ['{{ i }}', '{{ i }}'],
      ['{{ i }}:3', '{{ i }}:3'],
      ['my-{{ i }}', 'my-{{ i }}'],
      ['alpine:{{ v }}', 'docker.io/library/alpine:{{ v }}'],
      ['{{ registry }}/app', '{{ registry }}/app:latest'],
      ['{{ registry }}/{{ i }}', '{{ registry }}/{{ i }}'],
      ['{{ host }}:5000/app', '{{ host }}:5000/app:latest'],
      ['group/{{ i }}', 'docker.io/group/{{ i }}'],
      ['docker.io/{{ i }}', 'docker.io/{{ i }}'],
      ['quay.io/a/{{ i }}', 'quay.io/a/{{ i }}'],
      ['quay.io/a/b@{{ digest }}', 'quay.io/a/b@{{ digest }}'],
    ] as const,
    12,
  )) {
    assert.equal(pulled(image), whole, image);
  }

  const service = (name: string) => `[runners.docker]\nimage = "a"\n[[runners.docker.services]]\nname = "${name}"\n`;
  assert.ok(valuesOf(service('{{ s }}'), 'Image').includes('image({{ s }})'));
  assert.deepEqual(valuesOf(service('{{ s }}'), 'service.version'), ['{{ s }}']);
  assert.deepEqual(valuesOf(service('{{ r }}/s'), 'service.version'), ['latest']);

  const volumes =
    '[runners.docker]\nimage = "a"\nvolumes = ["/cache/{{ c }}", "{{ v }}", "{{ from }}:{{ to }}", "{{ d }}/c"]\n';
  const { lines } = show(
    `[[runners]]\nexecutor = "docker"\ntoken = "glrt-{{ t }}"\nbuilds_dir = "{{ b }}"\n${volumes}`,
  );
  const binds = lines.slice(lines.lastIndexOf('        Binds:') + 1).map((line) => line.trim());
  assert.deepEqual(binds.slice(0, 5), [
    '- "runner-sha256({{ t }})-cache-md5(/cache/{{ c }}):/cache/{{ c }}"',
    '- "{{ v }}"',
    '- "{{ from }}:{{ to }}"',
    '- "runner-sha256({{ t }})-cache-md5({{ d }}/c):{{ d }}/c"',
    '- "runner-sha256({{ t }})-cache-md5({{ b }}):{{ b }}"',
  ]);
  assert.ok(!lines.some((line) => line.startsWith('# What the template gives')), lines[0]);
});

test('tags in strings are blanks in a file that is no template by any other sign, too', () => {
  const { text } = show(
    '[[runners]]\nexecutor = "docker"\n[runners.docker]\nimage = "{{ a }}"\nmemory = "<%= m %>"\nhostname = "a{%h%}"\n',
  );
  assert.match(text, /image: "\{\{ a }}"/);
  assert.match(text, /^# What the template gives for .*`runners\.docker\.memory` is not known/m);
  assert.match(text, /Hostname: "a\{%h%}"/);
  // What Docker fills in stays as it is.
  assert.match(
    show(
      '[[runners]]\nexecutor = "docker"\n[runners.docker]\nimage = "a"\n[runners.docker.log_options]\nlabels = "{{.Name}}"\n',
    ).text,
    /labels: "\{\{\.Name}}"/,
  );
});

test('the effective configuration of a template has its blanks, and no key is foreign to an executor that is one', () => {
  const view = (text: string) => show(text, { index: 0 }, 'gitlab-runner-config', undefined, 'effective').lines;
  const lines = view(TEMPLATE);
  assert.equal(lines[0], '# Runner "{{ name }}", executor `kubernetes`, GitLab Runner 19.3');
  for (const line of [
    '  limit = {{ limit }}',
    '    privileged = {{ privileged }}',
    '      "{{ key }}" = "{{ value }}"',
  ]) {
    assert.ok(lines.includes(line), line);
  }
  const unknown = view('[[runners]]\nlimit = {{ l }}\nexecutor = "{{ e }}"\n[runners.docker]\nimage = "a"\n');
  assert.ok(unknown.includes('    image = "a"'), unknown.join('\n'));
  assert.ok(!unknown.some((line) => /qz\d|xxx/.test(line)));
});

test('a value, or a table, that the runner cannot put where it belongs keeps it from loading the file', () => {
  for (const fault of [
    '[runners.docker]\nprivileged = "yes"\n',
    '[runners.docker.services]\nname = "a"\n',
    '[[runners.cache]]\n',
  ])
    assert.match(show(`${TOML}${fault}`).lines[0] ?? '', /^# The runner does not load this file/, fault);
});
