/** What the built program says that one of its bundles found for another: the tests beside the code have everything in one. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

function preview(patch: string): { error?: string; pod?: unknown } {
  const input = `[[runners]]
token = "glrt-abcdefghijklmnop"
executor = "kubernetes"
environment = ["FF_USE_ADVANCED_POD_SPEC_CONFIGURATION=true"]
[runners.kubernetes]
image = "a"
[[runners.kubernetes.pod_spec]]
name = "p"
patch = '''
${patch}
'''
`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/cli.js', 'preview', '--locale', 'en', '--format', 'json', '-'],
    { input, encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

for (const [what, patch, error] of [
  ['a tab', '\t- a', /converting patch to json \(p\): yaml: line \d+: /],
  ['a bracket that is open', 'hostNetwork: [', /converting patch to json \(p\): yaml: /],
  ['base64 that is none', 'hostname: !!binary "%%%"', /converting patch to json \(p\): yaml: !!binary value/],
  [
    'an anchor in itself',
    'hostAliases: &a [*a]',
    /converting patch to json \(p\): yaml: anchor 'a' value contains itself/,
  ],
  ['a list where a specification belongs', '- a', /p/],
] as const) {
  test(`a patch with ${what} fails the job, and the preview says so`, () => {
    assert.match(preview(patch).error ?? '', error);
  });
}

test('a patch that is read is applied', () => {
  assert.match(JSON.stringify(preview('hostname: b').pod), /"hostname":"b"/);
});
