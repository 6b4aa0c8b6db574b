/** Where a cure belongs in a file, which runner it is for, and how one sees that the user has filled in what was left to him. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainText } from '../../../server/joblog/explain';
import { Service } from '../../../server/service';

const NO_API = 'invalid configuration: no configuration has been provided, try setting KUBERNETES_MASTER';
const UNAUTHORIZED = 'ERROR: Job failed (system failure): prepare environment: setting up credentials: Unauthorized';
const NO_START = 'timed out waiting for pod to start';

function curesIn(text: string, log: string, { uri = 'config.toml', languageId = 'gitlab-runner-config' } = {}) {
  const { errors, runner } = explainText(log);
  const [error] = errors;
  assert.ok(error, log);
  return new Service().logs.cures({ uri, languageId, version: 0, getText: () => text }, error, runner);
}

/** The text at the place of the best cure. */
function placeIn(text: string, log: string, given = {}): string | undefined {
  const { start, end } = curesIn(text, log, given)[0]?.filePlace ?? {};
  return start && end && text.split('\n')[start.line]?.slice(start.character, end.character);
}

const kubernetes = (lines: string) =>
  `[[runners]]\n  name = "pods"\n  executor = "kubernetes"\n  [runners.kubernetes]\n    image = "a"\n${lines}`;

test('at the key that gets another value', () => {
  assert.equal(placeIn(kubernetes('    poll_timeout = 180\n'), NO_START), 'poll_timeout');
});

test('at the header of the table that lacks the key, or of the runner that lacks the table', () => {
  assert.equal(placeIn(kubernetes(''), NO_START), '[runners.kubernetes]');
  assert.equal(placeIn('[[runners]]\n  executor = "kubernetes"\n', NO_START), '[[runners]]');
  assert.equal(placeIn('[[runners]]\nexecutor = "kubernetes"\nkubernetes.image = "a"\n', NO_START), 'kubernetes');
});

test('in YAML where it stands in the file', () => {
  const values = `runners:\n  config: |\n${kubernetes('').replace(/^(?=.)/gm, '    ')}`;
  assert.equal(placeIn(values, NO_START, { uri: 'values.yaml', languageId: 'yaml' }), '[runners.kubernetes]');
});

test('names the runner by its place and its name', () => {
  const runners = curesIn(`${kubernetes('')}[[runners]]\n  executor = "kubernetes"\n`, NO_START).map(
    (cure) => cure.runner,
  );
  assert.deepEqual(runners, [{ index: 0, name: 'pods' }, { index: 1 }]);
});

test('says what is held where the user is to fill something in, and nothing where the cure says it all', () => {
  const held = (lines: string, log: string) => curesIn(kubernetes(lines), log)[0]?.held;
  assert.equal(held('', NO_API), 'null');
  assert.equal(held('', NO_START), undefined);
  const before = held('    bearer_token = "old"\n', UNAUTHORIZED);
  const after = held('    bearer_token = "new"\n', UNAUTHORIZED);
  assert.deepEqual([before, after], ['"old"', '"new"']);
});
