import assert from 'node:assert/strict';
import { test } from 'node:test';
import fields from '../../../../schemas/pod-spec-fields.json';
import { fieldsOf } from '../../../../server/preview/kubernetes/pod-spec/schema';
import { readPodPatch } from '../../../../server/values/pod-patch';
import { counted } from '../../../counted';
import { SLACK } from '../../../slack';
import { briefReportOf, findingsOf, fixed, fixKinds } from '../../findings';

const configuration = (lines: string, flag = true) => `[[runners]]
  executor = "kubernetes"
  [runners.feature_flags]
    FF_USE_ADVANCED_POD_SPEC_CONFIGURATION = ${flag}
  [runners.kubernetes]
    namespace = "ci"
    image = "alpine:3.20"
    [[runners.kubernetes.pod_spec]]
      name = "p"
${lines}
`;

/** What the rules about patches say. */
function report(lines: string, flag?: boolean): string[] {
  return briefReportOf(configuration(lines, flag)).filter((line) =>
    /k8s-(?:patch-both|pod-spec-(?:shape|tabs))/.test(line),
  );
}

test('both a patch and a path', () => {
  const lines = '      patch = "hostname: ci"\n      patch_path = "/p.yaml"';
  assert.deepEqual(report(lines), ['11 error k8s-patch-both «patch_path»']);
  assert.deepEqual(fixKinds(configuration(lines)), ['Remove `patch_path`', 'Remove `patch`']);
  assert.deepEqual(report('      patch = ""\n      patch_path = "/p.yaml"'), []);
});

test('without the flag the runner reads no patch', () => {
  assert.deepEqual(report('      patch = "hostname: ci"\n      patch_path = "/p.yaml"', false), [
    '11 warning k8s-patch-both «patch_path»',
  ]);
});

test('tabs, in any string', () => {
  const escaped = '      patch = "containers:\\n\\t- name: build\\n\\t\\timage: x\\n"';
  assert.deepEqual(report(escaped), ['10 error k8s-pod-spec-tabs «\\t»']);
  assert.equal(
    fixed(configuration(escaped), 'Indent with spaces'),
    configuration('      patch = "containers:\\n  - name: build\\n    image: x\\n"'),
  );
  const raw = "      patch = '''\ncontainers:\n\t- name: build\n\t  image: x\n'''";
  assert.deepEqual(report(raw), ['12 error k8s-pod-spec-tabs «\t»']);
  assert.deepEqual(fixKinds(configuration(raw)), ['Indent with spaces']);
  const after = fixed(configuration(raw), 'Indent with spaces');
  assert.equal(after, configuration("      patch = '''\ncontainers:\n  - name: build\n    image: x\n'''"));
  assert.deepEqual(findingsOf(after), []);
});

test('a JSON patch is a list, the others are mappings', () => {
  const mapping = '      patch_type = "json"\n      patch = "hostPID: true"';
  assert.deepEqual(report(mapping), ['11 error k8s-pod-spec-shape «"hostPID: true"»']);
  assert.deepEqual(fixKinds(configuration(mapping)), [
    '* Set `patch_type` to `strategic`',
    'Set `patch_type` to `merge`',
  ]);
  assert.deepEqual(report(mapping.replace('json', 'merge')), []);
  const list = '      patch = \'[{"op": "add", "path": "/hostname", "value": "ci"}]\'';
  assert.deepEqual(report(list), [
    `10 error k8s-pod-spec-shape «'[{"op": "add", "path": "/hostname", "value": "ci"}]'»`,
  ]);
  const after = fixed(configuration(list), 'Set `patch_type` to `json`');
  assert.deepEqual(findingsOf(after), []);
  assert.deepEqual(report('      patch = "hostPID"'), ['10 error k8s-pod-spec-shape «"hostPID"»']);
});

test('an operation that is none', () => {
  const lines = "      patch_type = \"json\"\n      patch = '''\n- op: set\n  path: /hostname\n  value: ci\n'''";
  assert.deepEqual(report(lines), ['12 error k8s-pod-spec-shape «set»']);
});

test('a name that is no field of the spec, in each place of a mapping', () => {
  const block =
    "      patch = '''\ncontaners:\n  - name: build\n    nmae: x\nnodeSelector:\n  tolerations: a\nfoo: 1\n'''";
  assert.deepEqual(report(block), ['11 warning k8s-pod-spec-shape «contaners»', '16 hint k8s-pod-spec-shape «foo»']);
  assert.deepEqual(fixKinds(configuration(block)), ['* Rename to `containers`']);
  assert.equal(
    fixed(configuration(block), 'Rename to `containers`'),
    configuration(block.replace('contaners', 'containers')),
  );
  const braces = `      patch_type = "merge"\n      patch = '{"hostPID": true, "tolerations": [{"foo": {"bar": "{"}}], "nodeSelectr": {"a": "b"}}'`;
  assert.deepEqual(report(braces), ['11 warning k8s-pod-spec-shape «nodeSelectr»']);
  assert.deepEqual(report(`      patch = '{hostPID: true, contaners: [], subdomain: x}'`), [
    '10 warning k8s-pod-spec-shape «contaners»',
  ]);
});

test('a bracket that is not closed', () => {
  const found = (type: string, text: string) => report(`      patch_type = "${type}"\n      patch = '${text}'`);
  assert.deepEqual(found('merge', '{"tolerations": [{"key": "a"}'), ['11 error k8s-pod-spec-shape «[»']);
  assert.deepEqual(found('json', '[{"op": "add", "path": "/hostname", "value": "{"'), [
    '11 error k8s-pod-spec-shape «{»',
  ]);
  assert.deepEqual(found('strategic', '{"hostname": "a}'), ['11 error k8s-pod-spec-shape «{»']);
  for (const text of counted([
    '{"hostname": "["}',
    '{hostname: a, # {\n}',
    'hostname: "["',
    'hostname: a [b',
    '{"a": "\\\\"}'.replace('"a"', '"hostname"'),
  ]))
    assert.deepEqual(report(`      patch_type = "merge"\n      patch = '''${text}'''`), [], text);
});

test('fields of the spec in any case, and what a patch says of itself', () => {
  assert.deepEqual(report('      patch = "a: b"'), []);
  for (const name of counted(fields)) {
    assert.deepEqual(report(`      patch = "${name}: null"`), [], name);
    assert.deepEqual(report(`      patch = '{"$patch": "merge", "${name.toUpperCase()}": null}'`), [], name);
  }
  const type = fieldsOf('PodSpec') ?? assert.fail('there is no PodSpec');
  assert.deepEqual(fields, [...type.keys()]);
});

test('what is around the spec in a manifest', () => {
  assert.deepEqual(report("      patch = '''\nspec:\n  hostPID: true\n'''"), ['11 warning k8s-pod-spec-shape «spec»']);
  assert.deepEqual(report(`      patch = '{"spec": {"hostPID": true}}'`), ['10 warning k8s-pod-spec-shape «spec»']);
  assert.deepEqual(report(`      patch = '{"hostPID": true}'`), []);
});

test('right patches draw nothing', () => {
  const right = [
    'patch = "hostname: ci"',
    'patch = ""',
    'patch_path = "/p.yaml"',
    'patch = "{}"',
    'patch_type = "json"\npatch = "[]"',
    "patch = '''\n# a comment\n---\nhostname: ci\n'''",
    "patch = '''\n{\n\t\"hostname\": \"ci\"\n}\n'''",
    'patch_type = "json"\npatch = \'\'\'\n[\n\t{ "op": "add", "path": "/hostname", "value": "ci" }\n]\n\'\'\'',
    "patch_type = \"json\"\npatch = '''\n- op: add\n  path: /volumes/-\n  value:\n    name: op\n'''",
    "patch = '''\ncontainers:\n- name: build\n  command:\n  - |\n    if x; then\n    \ty: z\n    fi\n'''",
    "patch = '''\ncontainers:\n  - name: build\n    args: [\n\t\"a: b\"\n    ]\n'''",
    "patch = '''\n\"hostname\": ci\n'''",
    "patch = '''\nhostname: \"a\n\tb: c\"\n'''",
    "patch = '''\n{{ .Values.patch }}\n'''",
    'patch = "$PATCH"',
    "patch = '''\ninitContainers:\n- name: a\n  env:\n  - name: spec\n    value: \"it's # no comment\"\n'''",
  ];
  for (const lines of counted(right))
    assert.deepEqual(
      findingsOf(configuration(lines)).map(({ code }) => code),
      [],
      lines,
    );
});

test('50 kB of anything are read at once', () => {
  for (const part of [
    '\t',
    '- ',
    'a: ',
    '"',
    '[{',
    '\n',
    '\n\t- a',
    'op: ',
    "'",
    '|\n ',
    '#',
    'a:\n',
    ' ',
    'a ',
    '"a\\',
    ':',
  ]) {
    const start = performance.now();
    readPodPatch(part.repeat(50_000 / part.length));
    assert.ok(performance.now() - start < 200 * SLACK, JSON.stringify(part));
  }
});
