/** `helper_image` that names the runner's own image. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import helperImages from '../../../../schemas/helper-images.json';
import { checkDocument } from '../../../../server/check/check';
import { editsOf } from '../../../../server/edits/changes';
import { createContext } from '../../../../server/meaning/context';
import { createDocument } from '../../../../server/meaning/create-document';
import { applyEdits } from '../../../../server/text/edit';
import { message } from '../../../../server/text/message';

const context = createContext({ snippets: true });

function found(image: string) {
  const text = `[[runners]]\n  [runners.kubernetes]\n    helper_image = "${image}"\n`;
  return { text, findings: checkDocument(createDocument('file:///config.toml', text), context) };
}

test("the runner's image is no helper image; the fixes follow the runner's version, or keep this one", () => {
  const { text, findings } = found('gitlab/gitlab-runner:v16.6.1');
  assert.deepEqual(
    findings.map(({ code, severity, start, end }) => [code, severity, text.slice(start, end)]),
    [['helper-image', 'error', '"gitlab/gitlab-runner:v16.6.1"']],
  );
  const [following, keeping] = findings[0]?.fixes?.() ?? [];
  assert.deepEqual(following?.title, message('fix.helper-image', { tag: helperImages.tags[0] ?? '' }));
  assert.deepEqual(keeping?.title, message('fix.helper-image', { tag: 'x86_64-v16.6.1' }));
  assert.equal(
    applyEdits(text, (keeping && editsOf(createDocument('file:///config.toml', text), keeping.changes)) ?? []),
    '[[runners]]\n  [runners.kubernetes]\n    helper_image = "registry.gitlab.com/gitlab-org/gitlab-runner/gitlab-runner-helper:x86_64-v16.6.1"\n',
  );
});

for (const image of [
  'gitlab/gitlab-runner',
  'gitlab/gitlab-runner:latest',
  'docker.io/gitlab/gitlab-runner:alpine-v17.0.0',
  'mirror.example.com:5000/hub/gitlab/gitlab-runner:v17.0.0',
  'registry.gitlab.com/gitlab-org/gitlab-runner:v17.0.0',
]) {
  test(`${image} is reported`, () => assert.equal(found(image).findings[0]?.code, 'helper-image'));
}

for (const image of [
  '',
  'gitlab/gitlab-runner-helper:x86_64-8925d9a0',
  'registry.gitlab.com/gitlab-org/gitlab-runner/gitlab-runner-helper:arm64-latest',
  'registry.gitlab.com/gitlab-org/ci-cd/gitlab-runner-ubi-images/gitlab-runner-helper-ocp:v16.0.1',
  'public.ecr.aws/n2j0t2f9/gitlab-runner:runner-2',
  'registry.example.com/tools/gitlab-runner:helper',
  '$HELPER_IMAGE',
]) {
  test(`${image || 'an empty image'} is not`, () => assert.deepEqual(found(image).findings, []));
}
