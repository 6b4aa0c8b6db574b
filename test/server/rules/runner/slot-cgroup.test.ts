import assert from 'node:assert/strict';
import { test } from 'node:test';
import { briefReportOf, fixed } from '../../findings';

test('templates of slot cgroups that lack the slot', () => {
  const text = `[[runners]]
  use_slot_cgroups = true
  slot_cgroup_template = "ci/jobs/"
  [runners.docker]
    service_slot_cgroup_template = "ci/services"
`;
  assert.deepEqual(briefReportOf(text), [
    '3 warning slot-cgroup «"ci/jobs/"»',
    '5 warning slot-cgroup «"ci/services"»',
  ]);
  const after = fixed(
    fixed(text, `Change to \`"ci/jobs/slot-\${slot}"\``),
    `Change to \`"ci/services/slot-\${slot}"\``,
  );
  assert.deepEqual(briefReportOf(after), []);
});

test('the slot may be written in two ways, and an empty template is the default one', () => {
  for (const template of ['a/$slot', `a/\${slot}`, '']) {
    assert.deepEqual(
      briefReportOf(`[[runners]]\n  use_slot_cgroups = true\n  slot_cgroup_template = "${template}"\n`),
      [],
    );
  }
});

test('what is not in use is not looked at', () => {
  assert.deepEqual(briefReportOf('[[runners]]\n  slot_cgroup_template = "a"\n'), [
    '2 hint slot-unused «slot_cgroup_template»',
  ]);
  assert.deepEqual(briefReportOf('[[runners]]\n  use_slot_cgroups = false\n  slot_cgroup_template = "a"\n'), []);
});
