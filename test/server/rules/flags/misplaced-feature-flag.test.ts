import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../../server/text/message';
import { briefReportOf, fixed, fixTitles, messagesOf } from '../../findings';
import { environment, table } from './feature-flag-texts';

test('a flag as a key of the runner moves to its table', () => {
  const text = '[[runners]]\n  name = "a"\n  FF_SCRIPT_SECTIONS = true # wanted\n  executor = "shell"\n';
  assert.deepEqual(briefReportOf(text), ['3 warning misplaced-feature-flag «FF_SCRIPT_SECTIONS»']);
  assert.deepEqual(messagesOf(text), [message('misplaced-feature-flag', { key: 'FF_SCRIPT_SECTIONS', home: 'table' })]);
  assert.equal(
    fixed(text, 'Move to `[runners.feature_flags]`'),
    '[[runners]]\n  name = "a"\n  executor = "shell"\n  [runners.feature_flags]\n    FF_SCRIPT_SECTIONS = true # wanted\n',
  );
});

test('from a table of the runner, into the table that is there', () => {
  const text = `${table('FF_NETWORK_PER_BUILD = true')}  [runners.docker]\n    FF_SCRIPT_SECTIONS = true\n    image = "a"\n`;
  assert.deepEqual(briefReportOf(text), ['5 warning misplaced-feature-flag «FF_SCRIPT_SECTIONS»']);
  assert.equal(
    fixed(text, 'Move to `[runners.feature_flags]`'),
    `${table('FF_NETWORK_PER_BUILD = true', 'FF_SCRIPT_SECTIONS = true')}  [runners.docker]\n    image = "a"\n`,
  );
});

test('a global one moves when there is one runner', () => {
  const runner = '[[runners]]\n  name = "a"\n';
  assert.deepEqual(fixTitles(`FF_SCRIPT_SECTIONS = true\n${runner}`), ['Move to `[runners.feature_flags]`']);
  assert.deepEqual(fixTitles(`FF_SCRIPT_SECTIONS = true\n${runner}${runner}`), []);
  assert.deepEqual(fixTitles('[[runners]]\n  FF_SCRIPT_SECTIONS = "true"\n'), []);
});

test('a flag that the runner reads outside of jobs does nothing as a variable', () => {
  const text = `${environment('A=1', 'FF_USE_JOB_ROUTER=true')}`;
  assert.deepEqual(briefReportOf(text), ['2 warning misplaced-feature-flag «FF_USE_JOB_ROUTER»']);
  assert.deepEqual(messagesOf(text), [message('misplaced-feature-flag.variable', { key: 'FF_USE_JOB_ROUTER' })]);
  assert.equal(
    fixed(text, 'Move to `[runners.feature_flags]`'),
    `${environment('A=1')}  [runners.feature_flags]\n    FF_USE_JOB_ROUTER = true\n`,
  );
});

test('before 13.11 flags were variables only', () =>
  assert.deepEqual(messagesOf('# gitlab-runner: version=13.10\n[[runners]]\n  FF_NETWORK_PER_BUILD = true\n'), [
    message('misplaced-feature-flag', { key: 'FF_NETWORK_PER_BUILD', home: 'environment' }),
  ]));

test('in tables whose keys are free a name may be anything', () =>
  assert.deepEqual(
    briefReportOf(
      '[[runners]]\n  [runners.docker]\n    [runners.docker.container_labels]\n      FF_SCRIPT_SECTIONS = "x"\n',
    ),
    [],
  ));
