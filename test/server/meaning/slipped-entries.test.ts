import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDocument } from '../../../server/check/check';
import { fixAll } from '../../../server/features/code-actions';
import { applyEdits } from '../../../server/text/edit';
import { briefReportOf, context, dataReportOf, documentOf, fixed, fixTitles } from '../findings';

const runner = '[[runners]]\n  name = "a"\n  url = "https://gitlab.com"\n  token = "t"\n  executor = "docker"\n';
/** One that needs no table of its own. */
const shellRunner = runner.replace('docker', 'shell');

const belowTmpfs = `${runner}  [runners.docker]
    image = "x"
    [runners.docker.tmpfs]
      "/run" = "rw"
    volumes = ["/cache"]
    privileged = true
  limit = 2
`;

test('keys below a map that cannot hold them', () => {
  assert.deepEqual(dataReportOf(belowTmpfs), [
    '10 error misplaced-key «volumes»: misplaced-key.in-map home=[runners.docker] key=volumes outcome=refused table=[runners.docker.tmpfs]',
    '11 error misplaced-key «privileged»: misplaced-key.in-map home=[runners.docker] key=privileged outcome=refused table=[runners.docker.tmpfs]',
    '12 error misplaced-key «limit»: misplaced-key.in-map home=[[runners]] key=limit outcome=refused table=[runners.docker.tmpfs]',
  ]);
  const after = fixed(belowTmpfs, 'Move to `[[runners]]`');
  assert.equal(
    fixed(fixed(after, 'Move to `[runners.docker]`'), 'Move to `[runners.docker]`'),
    `${runner}  limit = 2
  [runners.docker]
    image = "x"
    volumes = ["/cache"]
    privileged = true
    [runners.docker.tmpfs]
      "/run" = "rw"
`,
  );
});

test('"fix all" does not make entries of them', () => assert.deepEqual(fixAll(documentOf(belowTmpfs), context), []));

test('a label may be called like a key, so both are offered', () => {
  const text = `[labels]\n  team = "ci"\nconcurrent = 3\n${shellRunner}`;
  assert.deepEqual(briefReportOf(text), ['3 error misplaced-key «concurrent»']);
  assert.deepEqual(fixTitles(text), ['Move to the top of the file', 'Change to `"3"`']);
  assert.equal(fixed(text, 'Move to the top of the file'), `concurrent = 3\n\n[labels]\n  team = "ci"\n${shellRunner}`);
  assert.deepEqual(fixAll(documentOf(text), context), []);
});

test('a key that is there already makes the other one an entry, though not for sure', () => {
  const text = `${shellRunner}  limit = 1\n  [runners.labels]\n    limit = 2\n`;
  assert.deepEqual(briefReportOf(text), ['8 error wrong-type «2»']);
  assert.deepEqual(fixTitles(text), ['Change to `"2"`']);
  assert.deepEqual(fixAll(documentOf(text), context), []);
});

test('names that are no feature flag, in one finding', () => {
  const text = `${runner.replace('"t"', '""')}  [runners.feature_flags]\n    FF_SCRIPT_SECTIONS = true\n    limit = 2\n    debug_trace_disabled = true\n    privileged = true\n    shell = "bash"\n`;
  assert.deepEqual(dataReportOf(text), [
    '4 warning token-empty «""»: token-empty',
    '8 error misplaced-key «limit»: misplaced-key.in-map home=[[runners]] key=limit outcome=refused table=[runners.feature_flags]',
    '9 warning misplaced-key «debug_trace_disabled»: misplaced-key.in-map home=[[runners]] key=debug_trace_disabled outcome=ignored table=[runners.feature_flags]',
    '10 warning misplaced-key «privileged»: misplaced-key.in-map home=[runners.docker] key=privileged outcome=ignored table=[runners.feature_flags]',
    '11 error misplaced-key «shell»: misplaced-key.in-map home=[[runners]] key=shell outcome=refused table=[runners.feature_flags]',
  ]);
  assert.equal(fixTitles(text).length, 4);
});

test('the name of a sysctl has dots, that of a tmpfs begins with a slash, a log option is one of two', () => {
  const text = `${runner}  [runners.docker]
    image = "x"
    [runners.docker.sysctls]
      "net.core.somaxconn" = "1024"
      network_mode = "host"
    [runners.docker.tmpfs]
      runtime = "runsc"
    [runners.docker.log_options]
      labels = "a"
      hostname = "b"
`;
  assert.deepEqual(briefReportOf(text), [
    '10 warning misplaced-key «network_mode»',
    '12 warning misplaced-key «runtime»',
    '15 warning misplaced-key «hostname»',
  ]);
  assert.deepEqual(fixTitles(text), Array(3).fill('Move to `[runners.docker]`'));
});

test('a text in a map of texts: silence, or a hint where the name is hardly one of theirs', () => {
  const text = `[[runners]]
  [runners.kubernetes]
    image = "x"
    [runners.kubernetes.node_selector]
      namespace = "ci"
      name = "a"
    [runners.kubernetes.pod_annotations]
      cpu_limit = "1"
`;
  assert.deepEqual(dataReportOf(text), [
    '8 hint misplaced-key «cpu_limit»: misplaced-key.doubtful home=[runners.kubernetes] key=cpu_limit table=[runners.kubernetes.pod_annotations]',
  ]);
  assert.deepEqual(fixTitles(text), ['Move to `[runners.kubernetes]`']);
});

test('what is in braces was put there, and a plugin has keys of its own', () =>
  assert.deepEqual(
    briefReportOf(`[[runners]]
  [runners.docker]
    container_labels = { memory_swap = "a", privileged = true }
  [runners.autoscaler.plugin_config]
    max_instances = 3
    concurrent = 4
`),
    ['3 error wrong-type «true»'],
  ));

test('a template may leave the header out', () => {
  const text = `${shellRunner}{{ if .labels }}
  [runners.labels]
    team = "ci"
{{ end }}
  limit = 2
`;
  assert.equal(documentOf(text).isTemplate, true);
  assert.deepEqual(briefReportOf(text), []);
  assert.equal(applyEdits(text, fixAll(documentOf(text), context)), text);
});

test('a file that is not changed may be checked for another runner', () => {
  const document = documentOf(
    `${runner}  [runners.docker]\n    image = "x"\n    [runners.docker.tmpfs]\n      "/run" = "rw"\n    services_limit = 3\n`,
  );
  const codes = (minor: number) =>
    checkDocument(document, { ...context, runnerVersion: { major: 16, minor } }).map(({ code }) => code);
  assert.deepEqual(codes(6), ['wrong-type']);
  assert.deepEqual(codes(9), ['misplaced-key']);
  assert.deepEqual(codes(6), ['wrong-type']);
});
