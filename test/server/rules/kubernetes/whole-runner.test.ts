/** What a whole runner for Kubernetes lacks, and lists with nothing in them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf, fixed } from '../../findings';

const HEAD = '[[runners]]\n  url = "https://gitlab.example.com"\n';
const TOKEN = '  token = "glrt-0123456789abcdefghij"\n';
const EXECUTOR = '  executor = "kubernetes"\n';
const TABLE = '  [runners.kubernetes]\n';
const NAMESPACE = '    namespace = "ci"\n';
const IMAGE = '    image = "alpine:3.20"\n';

test('no image, and a fix', () => {
  const text = HEAD + TOKEN + EXECUTOR + TABLE + NAMESPACE;
  assert.deepEqual(briefReportOf(text), ['5 hint k8s-no-image «runners.kubernetes»']);
  assert.deepEqual(briefReportOf(fixed(text, 'Set `image = "alpine:latest"`')), []);
  assert.deepEqual(briefReportOf(`${text}    image = ""\n`), ['7 hint k8s-no-image «""»']);
});

test('no namespace, and a fix', () => {
  const text = HEAD + TOKEN + EXECUTOR + TABLE + IMAGE;
  assert.deepEqual(briefReportOf(text), ['5 hint k8s-namespace-empty «runners.kubernetes»']);
  assert.deepEqual(briefReportOf(fixed(text, 'Set `namespace = "gitlab-runner"`')), []);
  assert.deepEqual(briefReportOf(`${text}    namespace = ""\n`), ['7 hint k8s-namespace-empty «""»']);
});

test('parts of runners and runners of templates say nothing of what they lack', () => {
  const texts = [
    HEAD + EXECUTOR + TABLE,
    TABLE + IMAGE,
    `${HEAD + TOKEN + EXECUTOR + TABLE}    {{ extra }}\n`,
    `${HEAD + TOKEN + EXECUTOR + TABLE}${IMAGE}    namespace_per_job = true\n`,
    `${HEAD + TOKEN + EXECUTOR + TABLE}${NAMESPACE}    image = "{{ image }}"\n`,
  ];
  for (const text of counted(texts)) {
    const absent = briefReportOf(text).filter((line) => /k8s-no-image|k8s-namespace-empty/.test(line));
    assert.deepEqual(absent, [], text);
  }
});

test('a misspelled key is not missing as well', () => {
  const codes = briefReportOf(`${HEAD + TOKEN + EXECUTOR + TABLE + IMAGE}    namspace = "ci"\n`);
  assert.deepEqual(codes, ['7 warning unknown-key «namspace»']);
});

test('an empty list changes no default', () => {
  const whole = HEAD + TOKEN + EXECUTOR + TABLE + NAMESPACE + IMAGE;
  const text = `${whole}    cap_drop = []\n`;
  assert.deepEqual(briefReportOf(text), ['8 hint k8s-empty-list «[]»']);
  assert.equal(fixed(text, 'Remove `cap_drop`'), whole);
  const context = '    [runners.kubernetes.build_container_security_context.capabilities]\n      drop = []\n';
  assert.deepEqual(briefReportOf(whole + context), ['9 hint k8s-empty-list «[]»']);
  assert.deepEqual(briefReportOf(`${whole}    cap_drop = ["ALL"]\n`), []);
});
