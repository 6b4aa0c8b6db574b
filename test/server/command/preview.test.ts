/** `preview` on the command line: what is printed, and with what status it ends. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { run } from '../../../server/command/command-line';

const folder = mkdtempSync(join(tmpdir(), 'preview-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const runner = (name: string, image: string) =>
  `[[runners]]\nname = "${name}"\nexecutor = "kubernetes"\n[runners.kubernetes]\nimage = "${image}"\n`;
const one = file('one.toml', runner('first', 'debian:12') + runner('second', 'debian:13'));
const other = file('other.toml', runner('first', 'debian:11'));

const nothing = () => assert.fail('nothing asks for standard input');
const preview = (...args: string[]) => run(['preview', ...args], nothing);
const imageOf = (output: string) => JSON.parse(output).pod.spec.containers[0].image;

test('JSON and YAML are the same pod', () => {
  const json = preview('--format', 'json', one);
  assert.equal(json.status, 0);
  const yaml = preview(one);
  assert.equal(yaml.status, 0);
  const [pod] = parseAllDocuments(yaml.output);
  assert.deepEqual(pod?.toJS(), JSON.parse(json.output).pod);
  assert.equal(JSON.parse(json.output).executor, 'kubernetes');
});

test('a runner is found by its name and by its number', () => {
  assert.equal(imageOf(preview('--format=json', '--runner', 'second', one).output), 'debian:13');
  assert.equal(imageOf(preview('--format=json', '--runner', '1', one).output), 'debian:13');
  assert.equal(imageOf(preview('--format=json', one).output), 'debian:12');
  assert.equal(preview('--runner', 'third', one).status, 2);
});

test('the job is a payload, or an image and variables', () => {
  const job = file('job.json', JSON.stringify({ image: { name: 'ruby:3' } }));
  assert.equal(imageOf(preview('--format=json', '--job', job, one).output), 'ruby:3');
  const args = ['--format=json', '--image', 'ruby:$V', '--variable', 'V=4', '--variable', 'W=5'];
  assert.equal(imageOf(preview(...args, one).output), 'ruby:4');
  assert.equal(preview('--job', job, '--image', 'x', one).status, 2);
  assert.equal(preview('--job', one, one).status, 2);
});

test('the difference of two files is one of their pods', () => {
  const { status, output } = preview('--diff', other, one);
  assert.equal(status, 1);
  assert.deepEqual(output.match(/^[-+] .*$/gm), ['-      image: debian:12', '+      image: debian:11']);
  assert.deepEqual(preview('--diff', one, one), { status: 0, output: '' });
});

test('the runner of a version has its own flags and helper', () => {
  const { output } = preview('--runner-version', '17.0', '--format', 'json', one);
  const { containers } = JSON.parse(output).pod.spec;
  assert.match(containers[1].image, /x86_64-v17\.0\.0$/);
  const names = containers[0].env.map(({ name }: { name: string }) => name);
  assert.ok(!names.includes('FF_CONCRETE') && names.includes('FF_USE_DIRECT_DOWNLOAD'));
});

test('what the runner does not load is said', () => {
  const broken = file('broken.toml', `concurrent = "4"\n${runner('a', 'b')}`);
  const { status, output } = preview('--format', 'json', broken);
  assert.equal(status, 0);
  assert.match(JSON.parse(output).error, /^load: decoding configuration file: toml: line 1: /);
});

test('what fails jobs or draws a word of lint does not keep the runner from loading', () => {
  const bad = file('bad.toml', `${runner('a', 'b')}memory_limit = "512MB"\n`);
  assert.match(JSON.parse(preview('--format', 'json', bad).output).error, /^prepare: couldn't prepare overwrites: /);
  const odd = file('odd.toml', `${runner('a', 'b')}[[runners.kubernetes.host_aliases]]\nip = "not-an-ip"\n`);
  assert.deepEqual(JSON.parse(preview('--format', 'json', odd).output).pod.spec.hostAliases, [{ ip: 'not-an-ip' }]);
});

test('without a name it is the first runner whose jobs run in containers', () => {
  const other = (executor: string) => `[[runners]]\nname = "s"\nexecutor = "${executor}"\n`;
  for (const executor of ['shell', 'nomad']) {
    const mixed = file('mixed.toml', `${other(executor)}${runner('k', 'debian:12')}`);
    assert.equal(imageOf(preview('--format=json', mixed).output), 'debian:12');
  }
});

test('an executor that there is no preview of says so', () => {
  const unknown = file('unknown.toml', '[[runners]]\nname = "s"\nexecutor = "nomad"\n');
  const { output, complaint } = preview('--format=json', '--runner', 's', unknown);
  assert.deepEqual(JSON.parse(output), { executor: 'nomad' });
  assert.match(complaint ?? '', /`nomad`/);
});

test('what cannot run ends with 2', () => {
  for (const args of [[], ['missing.toml'], [one, other], ['--frob', one], [file('none.toml', 'concurrent = 1\n')]]) {
    assert.equal(preview(...args).status, 2, args.join(' '));
  }
});

test('a pod is that of the version', () => {
  const keys =
    'service_account = "ci"\npod_disruption_budget = true\n[runners.kubernetes.pod_security_context]\nrun_as_user = 1';
  const text = `${runner('a', 'b')}${keys}\n`;
  const made = (version: string) => {
    const path = file('old.toml', text);
    const args = ['--format', 'json', '--variable', 'PRICE=5$$', '--runner-version', version];
    return JSON.parse(preview(...args, path).output);
  };
  const facts = (version: string) => {
    const { pod, objects } = made(version);
    const [build] = pod.spec.containers;
    return {
      price: build.env.find(({ name }: { name: string }) => name === 'PRICE').value,
      user: build.securityContext.runAsUser,
      project: pod.metadata.labels['project.runner.gitlab.com/id'],
      budget: objects.length,
      resources: pod.spec.resources,
    };
  };
  assert.deepEqual(facts('19.4'), { price: '5$$', user: 1, project: '42', budget: 1, resources: {} });
  assert.deepEqual(facts('18.3'), { price: '5$', user: undefined, project: '42', budget: 0, resources: undefined });
  assert.deepEqual(facts('17.8'), {
    price: '5$',
    user: undefined,
    project: undefined,
    budget: 0,
    resources: undefined,
  });
});

test('the runner is the newest release, and for a recorded job the newest that is known', () => {
  const versionOf = (...args: string[]) => {
    const { pod } = JSON.parse(preview('--format=json', ...args).output);
    return /-v([\d.]+)/.exec(pod.spec.containers[1].image)?.[1];
  };
  const recorded = file('recorded.json', JSON.stringify({ id: 1 }));
  const marked = file('marked.toml', `# gitlab-runner: version=18.2\n${runner('a', 'b')}`);
  assert.equal(versionOf(one), '19.3.0');
  assert.equal(versionOf('--job', recorded, one), '19.4.0');
  assert.equal(versionOf('--job', recorded, '--runner-version', '18.0', one), '18.0.0');
  assert.equal(versionOf('--job', recorded, marked), '18.2.0');
});
