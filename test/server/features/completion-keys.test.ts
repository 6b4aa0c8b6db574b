// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the syntax of snippets has placeholders of the same look.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompletionItemTag } from 'vscode-languageserver-types';
import { accepted, labels, offered, plainContext } from './completing';

/** The new text of an item as the server sends it. */
function newText(marked: string, label: string): string | undefined {
  return offered(marked).find((item) => item.label === label)?.textEdit?.newText;
}

test('keys that are there already are left out, in any spelling', () => {
  assert.equal(labels('concurrent = 1\n|').includes('concurrent'), false);
  assert.equal(labels('Concurrent = 1\n|').includes('concurrent'), false);
  assert.equal(labels('[[runners]]\nname = "a"\n[[runners]]\n|').includes('name'), true);
});

test('the most useful keys come first, the others of the executor, then those of other executors', () => {
  assert.deepEqual(labels('[[runners]]\n  |\n  x = 1\n').slice(0, 4), ['name', 'url', 'token', 'executor']);
  assert.deepEqual(labels('[[runners]]\n  [runners.docker]\n    |').slice(0, 3), ['image', 'volumes', 'privileged']);
  const docker = labels('[[runners]]\n  executor = "docker"\n  |');
  assert.equal(docker[0], 'docker');
  assert.ok(docker.indexOf('kubernetes') > docker.indexOf('limit'));
});

test('deprecated keys are marked and last', () => {
  const items = offered('[experimental.usage_logger]\n|');
  const marks = items.map((item) => item.tags?.includes(CompletionItemTag.Deprecated) ?? false);
  assert.ok(marks.includes(true));
  assert.equal(marks.indexOf(true) > marks.lastIndexOf(false), true);
});

test('the text after a key is of its type', () => {
  const docker = '[[runners]]\n  [runners.docker]\n    |';
  assert.equal(newText(docker, 'image'), 'image = "$1"');
  assert.equal(newText(docker, 'privileged'), 'privileged = ${1|false,true|}');
  assert.equal(newText(docker, 'volumes'), 'volumes = ["$1"]');
  assert.equal(newText(docker, 'wait_for_services_timeout'), 'wait_for_services_timeout = ${1:30}');
  assert.equal(newText(docker, 'shm_size'), 'shm_size = ${1:0}');
  assert.equal(newText(docker, 'pull_policy'), 'pull_policy = "${1|always,if-not-present,never|}"');
  assert.equal(
    newText(docker, 'allowed_pull_policies'),
    'allowed_pull_policies = ["${1|if-not-present,always,never|}"]',
  );
  assert.equal(newText('|', 'connection_max_age'), 'connection_max_age = "${1:15m}"');
  assert.equal(newText('[[runners]]\n|', 'url'), 'url = "$1"');
});

test('without snippets the text is plain', () => {
  const docker = '[[runners]]\n  [runners.docker]\n    |';
  assert.equal(accepted(docker, 'image', plainContext), '[[runners]]\n  [runners.docker]\n    image = ""');
  assert.equal(accepted(docker, 'privileged', plainContext), '[[runners]]\n  [runners.docker]\n    privileged = false');
  assert.equal(accepted('|', 'connection_max_age', plainContext), 'connection_max_age = "15m"');
});

test('the half-typed word is replaced, what stands behind it kept', () => {
  assert.equal(accepted('[[runners]]\n  li|', 'limit'), '[[runners]]\n  limit = 0');
  assert.equal(accepted('[[runners]]\n  li| # at most\n', 'limit'), '[[runners]]\n  limit = 0 # at most\n');
  assert.equal(accepted('con|\n\n[[runners]]\n', 'concurrent'), 'concurrent = 1\n\n[[runners]]\n');
});

test('a key that is renamed keeps its value', () => {
  assert.equal(accepted('con| = "x"', 'concurrent'), 'concurrent = "x"');
  assert.equal(accepted('[[runners]]\n  na|m = "x" # mine\n', 'name'), '[[runners]]\n  name = "x" # mine\n');
  assert.equal(accepted('[[runners]]\n  nam|="x"\n', 'name'), '[[runners]]\n  name="x"\n');
  assert.equal(labels('[[runners]]\n  do|c = "x"').includes('docker'), false);
  assert.equal(accepted('[[runners]]\n  do|c = { image = "x" }', 'docker'), '[[runners]]\n  docker = { image = "x" }');
});

test('dotted keys', () => {
  assert.equal(accepted('[[runners]]\n  docker.im|', 'image'), '[[runners]]\n  docker.image = ""');
  assert.equal(accepted('[[runners]]\n  docker.|', 'image'), '[[runners]]\n  docker.image = ""');
  assert.equal(
    accepted('[[runners]]\n  docker.image = "x"\n  docker.|', 'privileged'),
    '[[runners]]\n  docker.image = "x"\n  docker.privileged = false',
  );
  assert.equal(labels('[[runners]]\n  docker.image = "x"\n  docker.|').includes('image'), false);
  assert.equal(accepted('[[runners]]\n  do|.image = "x"', 'docker'), '[[runners]]\n  docker.image = "x"');
});

test('dotted keys may not add to a table that has a header', () => {
  assert.deepEqual(labels('[[runners]]\n  docker.|\n  [runners.docker]\n'), []);
});

test('quoted keys keep their quotes', () => {
  assert.equal(accepted('[[runners]]\n  "na|"', 'name'), '[[runners]]\n  "name" = ""');
  assert.equal(accepted('[[runners]]\n  "na|', 'name'), '[[runners]]\n  "name" = ""');
  assert.equal(accepted("[[runners]]\n  'na|' = 'x'", 'name'), "[[runners]]\n  'name' = 'x'");
});

test('inline tables: commas and the closing brace are taken care of', () => {
  assert.equal(accepted('[[runners]]\ndocker = { | }', 'image'), '[[runners]]\ndocker = { image = "" }');
  assert.equal(accepted('[[runners]]\ndocker = {|}', 'image'), '[[runners]]\ndocker = {image = ""}');
  assert.equal(accepted('[[runners]]\ndocker = { im|', 'image'), '[[runners]]\ndocker = { image = "" }');
  assert.equal(
    accepted('[[runners]]\ndocker = { host = "x" |}', 'image'),
    '[[runners]]\ndocker = { host = "x", image = "" }',
  );
  assert.equal(
    accepted('[[runners]]\ndocker = { host = "x", | }', 'image'),
    '[[runners]]\ndocker = { host = "x", image = "" }',
  );
  assert.equal(
    accepted('[[runners]]\ndocker = { | host = "x" }', 'image'),
    '[[runners]]\ndocker = { image = "", host = "x" }',
  );
  assert.equal(labels('[[runners]]\ndocker = { image = "x", | }').includes('image'), false);
  assert.equal(
    accepted('[[runners]]\n[runners.docker]\nservices = [{ na| }]', 'name'),
    '[[runners]]\n[runners.docker]\nservices = [{ name = "" }]',
  );
});

test('feature flags are keys with what is not their default', () => {
  const flags = '[[runners]]\n  [runners.feature_flags]\n    FF_CONCRETE = true\n    |';
  assert.equal(newText(flags, 'FF_USE_NATIVE_CONTAINER_STOP'), 'FF_USE_NATIVE_CONTAINER_STOP = ${1|true,false|}');
  assert.equal(labels(flags).includes('FF_CONCRETE'), false);
  assert.equal(
    accepted('[[runners]]\n  feature_flags = { FF_CONC| }', 'FF_CONCRETE'),
    '[[runners]]\n  feature_flags = { FF_CONCRETE = true }',
  );
  assert.equal(
    accepted('[[runners]]\n  feature_flags.FF_CONC|', 'FF_CONCRETE'),
    '[[runners]]\n  feature_flags.FF_CONCRETE = true',
  );
});

test('names that the user chooses are not guessed, known ones are', () => {
  assert.deepEqual(labels('[[runners]]\n[runners.docker.container_labels]\n|'), []);
  assert.deepEqual(labels('[[runners]]\n[runners.docker.log_options]\nenv = "x"\n|'), ['labels']);
});

test('nothing behind a finished statement, in front of one, in an unknown table', () => {
  assert.deepEqual(labels('concurrent = 1 |'), []);
  assert.deepEqual(labels('| concurrent = 1'), []);
  assert.deepEqual(labels('[[runners]] |'), []);
  assert.deepEqual(labels('[nowhere]\n|'), []);
  assert.deepEqual(labels('[[runners]]\npre_build_script = """\n|\n"""\n'), []);
});

test('keys of a table whose header is half typed', () => {
  assert.ok(labels('[[runners\n|').includes('name'));
});
