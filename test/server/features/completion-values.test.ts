import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completion } from '../../../server/features/completion';
import { createDocument } from '../../../server/meaning/create-document';
import { accepted, acceptedAnyway, context, labels, plainContext } from './completing';
import { contextFor } from './target';

const docker = '[[runners]]\n[runners.docker]\n';
const kubernetes = '[[runners]]\n[runners.kubernetes]\n';

test('enumerations, most useful first', () => {
  assert.deepEqual(labels('[[runners]]\nexecutor = |').slice(0, 3), ['docker', 'shell', 'kubernetes']);
  assert.deepEqual(labels('[[runners]]\nshell = "|"'), ['bash', 'sh', 'pwsh', 'powershell']);
  assert.deepEqual(labels(`${docker}pull_policy = "|"`), ['if-not-present', 'always', 'never']);
  assert.deepEqual(labels('[[runners]]\n[runners.cache]\nType = "|"'), ['s3', 'gcs', 'azure', 's3v2', 'gcsv2']);
  assert.deepEqual(labels(`${kubernetes}dns_policy = "cl|"`), ['cluster-first', 'cluster-first-with-host-net']);
  assert.equal(labels('log_level = "|"')[0], 'info');
});

test('with or without quotes, closed or not', () => {
  const whole = '[[runners]]\nexecutor = "docker"';
  for (const typed of ['|', 'do|', '"|', '"do|', '"|"', '"do|"', '"do|cker"', '"|shell"']) {
    assert.equal(accepted(`[[runners]]\nexecutor = ${typed}`, 'docker'), whole, typed);
  }
  assert.equal(accepted("[[runners]]\nexecutor = 'do|'", 'docker'), "[[runners]]\nexecutor = 'docker'");
  assert.equal(accepted('[[runners]]\nexecutor =|\nname = "x"', 'docker'), `${whole}\nname = "x"`);
  assert.equal(accepted('[[runners]]\nexecutor=|', 'docker'), '[[runners]]\nexecutor="docker"');
  assert.equal(accepted('[[runners]]\nexecutor = "do|  # mine', 'docker'), `${whole}  # mine`);
  assert.equal(accepted('[[runners]]\nexecutor = |  # mine', 'docker'), `${whole}  # mine`);
});

test('booleans', () => {
  assert.deepEqual(labels(`${docker}disable_cache = |`), ['true', 'false']);
  assert.deepEqual(labels(`${docker}privileged = |`), ['false', 'true'], 'power over the machine is never the first');
  assert.equal(accepted(`${docker}privileged = fal|`, 'false'), `${docker}privileged = false`);
  assert.equal(accepted(`${docker}privileged = "fal|"`, 'false'), `${docker}privileged = false`);
  assert.equal(
    accepted('[[runners]]\n[runners.feature_flags]\nFF_CONCRETE = |', 'true').split('\n')[2],
    'FF_CONCRETE = true',
  );
});

test('defaults of other values', () => {
  assert.deepEqual(labels('check_interval = |'), ['3']);
  assert.equal(accepted('connection_max_age = |', '15m'), 'connection_max_age = "15m"');
  assert.deepEqual(labels('[[runners]]\nname = |'), []);
});

test('a list where a list is wanted', () => {
  assert.equal(accepted(`${docker}allowed_pull_policies = |`, 'always'), `${docker}allowed_pull_policies = ["always"]`);
  assert.equal(accepted(`${docker}volumes = |`, '[ ]'), `${docker}volumes = [""]`);
  assert.equal(accepted(`${docker}volumes = |`, '[ ]', plainContext), `${docker}volumes = [""]`);
});

test('items of an array, without those it has', () => {
  assert.deepEqual(labels(`${docker}pull_policy = ["always", "|"]`), ['if-not-present', 'never']);
  assert.equal(accepted(`${docker}pull_policy = ["always", |]`, 'never'), `${docker}pull_policy = ["always", "never"]`);
  assert.equal(accepted(`${docker}pull_policy = ["always" |]`, 'never'), `${docker}pull_policy = ["always", "never"]`);
  assert.equal(accepted(`${docker}pull_policy = [| "always"]`, 'never'), `${docker}pull_policy = ["never", "always"]`);
  assert.equal(accepted(`${docker}pull_policy = [|]`, 'never'), `${docker}pull_policy = ["never"]`);
  assert.equal(
    accepted(`${docker}pull_policy = [\n  "always",\n  |\n]\n`, 'never'),
    `${docker}pull_policy = [\n  "always",\n  "never"\n]\n`,
  );
  assert.deepEqual(labels(`${docker}pull_policy = ["always"|]`), []);
});

test('an array or inline table that is still open is closed', () => {
  assert.equal(accepted(`${docker}pull_policy = ["always", |`, 'never'), `${docker}pull_policy = ["always", "never"]`);
  assert.equal(accepted(`${docker}pull_policy = ["al|`, 'always'), `${docker}pull_policy = ["always"]`);
  assert.equal(accepted(`${docker}pull_policy = ["al|]`, 'always'), `${docker}pull_policy = ["always"]`);
  assert.equal(
    accepted(`${docker}pull_policy = ["always",\n  |\n[runners.cache]\n`, 'never'),
    `${docker}pull_policy = ["always",\n  "never"]\n[runners.cache]\n`,
  );
  assert.equal(accepted('[[runners]]\ncache = { Type = |', 's3'), '[[runners]]\ncache = { Type = "s3" }');
});

test('values in inline tables and behind dotted and quoted keys', () => {
  assert.equal(accepted('[[runners]]\ncache = { Type = | }', 's3'), '[[runners]]\ncache = { Type = "s3" }');
  assert.equal(
    accepted('[[runners]]\ncache = { Type = |, Shared = true }', 's3'),
    '[[runners]]\ncache = { Type = "s3", Shared = true }',
  );
  assert.equal(accepted('[[runners]]\ncache.Type = |', 's3'), '[[runners]]\ncache.Type = "s3"');
  assert.equal(accepted('[[runners]]\n"executor" = "|"', 'ssh'), '[[runners]]\n"executor" = "ssh"');
});

test('feature flags in the environment', () => {
  const environment = '[[runners]]\nenvironment = ["FF_CONCRETE=false", "|"]';
  assert.equal(labels(environment).includes('FF_CONCRETE=true'), false);
  assert.equal(
    accepted('[[runners]]\nenvironment = ["A=b", "FF_CONC|"]', 'FF_CONCRETE=true'),
    '[[runners]]\nenvironment = ["A=b", "FF_CONCRETE=true"]',
  );
});

test('helper images, for the runner that is there', () => {
  for (const table of [docker, kubernetes]) {
    const [first] = labels(`${table}helper_image = "|"`);
    assert.match(first ?? '', /^registry\.gitlab\.com\/.*\/gitlab-runner-helper:x86_64-v\$\{CI_RUNNER_VERSION\}$/);
    assert.equal(accepted(`${table}helper_image = "|"`, first as string), `${table}helper_image = "${first}"`);
  }
});

test('nothing in scripts, templates, behind a value, for unknown keys', () => {
  assert.deepEqual(labels('[[runners]]\npre_build_script = """\n  executor = |\n"""'), []);
  assert.deepEqual(labels("[[runners]]\nexecutor = '''do|'''"), []);
  assert.deepEqual(labels('[[runners]]\nexecutor = {{ .Values.exec|utor }}'), []);
  assert.deepEqual(labels('[[runners]]\nexecutor = "docker" |'), []);
  assert.deepEqual(labels('[[runners]]\nexecutor = "docker"|'), []);
  assert.deepEqual(labels('[[runners]]\nexecutor = | "docker"'), []);
  assert.deepEqual(labels('[[runners]]\nnothing = |'), []);
});

test('in a text that is broken elsewhere', () => {
  assert.equal(
    acceptedAnyway('[[runners\nexecutor = "do|"\n[runners.\n', 'docker'),
    '[[runners\nexecutor = "docker"\n[runners.\n',
  );
});

test('the list closes with the last letter of a value, so that Enter ends the line', () => {
  assert.deepEqual(labels(`${docker}privileged = tru|`), ['true']);
  assert.deepEqual(labels(`${docker}privileged = true|`), []);
  assert.deepEqual(labels(`${docker}privileged = false|`), []);
  assert.deepEqual(labels('[[runners]]\nexecutor = "docker|"').slice(0, 1), ['docker']);
});

test('no number is offered for another that begins with the same digits', () => {
  assert.deepEqual(labels('check_interval = |'), ['3']);
  assert.deepEqual(labels('check_interval = 3|'), []);
  assert.deepEqual(labels(`${docker}wait_for_services_timeout = 3|`), []);
});

test('behind a bracket that opens a list nothing is offered unasked', () => {
  const text = `${docker}pull_policy = []`;
  const document = createDocument('file:///config.toml', text);
  assert.deepEqual(completion(document, text.length - 1, contextFor(document, context), '['), []);
  assert.ok(completion(document, text.length - 1, contextFor(document, context)).length > 0);
});
