/** The jobs that a `.gitlab-ci.yml` offers to a preview. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pipelineJobs } from '../../../server/preview/pipeline-jobs';

const SCRIPT = '  script: [make]\n';

test('a job has what it says, what it extends, the defaults, and the globals', () => {
  const text = `default:
  image: { name: "ruby:3", entrypoint: [""] }
variables:
  DEPLOY: { value: "no", description: d }
  COUNT: 3
stages: [test]
.base:
  services: [postgres]
  variables: { A: base, B: base }
plain:
${SCRIPT}own:
  extends: .base
  image: alpine
  variables: { B: own }
${SCRIPT}deploy:
  services: [{ name: "docker:dind", alias: docker }]
  image: null
${SCRIPT}`;
  assert.deepEqual(pipelineJobs(text), [
    { name: 'plain', image: 'ruby:3', variables: { DEPLOY: 'no', COUNT: '3' } },
    {
      name: 'own',
      image: 'alpine',
      services: [{ name: 'postgres' }],
      variables: { DEPLOY: 'no', COUNT: '3', A: 'base', B: 'own' },
    },
    { name: 'deploy', services: [{ name: 'docker:dind', alias: 'docker' }], variables: { DEPLOY: 'no', COUNT: '3' } },
  ]);
});

test('anchors are followed, and the document behind the inputs is read', () => {
  const text = `spec:\n  inputs: {}\n---\n.a: &a\n  image: one\njob:\n  <<: *a\n${SCRIPT}`;
  assert.deepEqual(pipelineJobs(text), [{ name: 'job', image: 'one', variables: {} }]);
});

test('what is no job of a runner is left out: hidden ones, keywords, triggers', () => {
  const text = `.hidden:\n${SCRIPT}child:\n  trigger: other\nworkflow:\n  rules: []\npages:\n${SCRIPT}`;
  assert.deepEqual(
    pipelineJobs(text).map(({ name }) => name),
    ['pages'],
  );
});

test('a circle of `extends` ends, and so does what cannot be read', () => {
  assert.equal(pipelineJobs(`a:\n  extends: b\nb:\n  extends: a\n`).length, 2);
  for (const text of ['', '[', 'a: [', '- a\n', 'a: &a [*a]\n', 'text']) assert.deepEqual(pipelineJobs(text), [], text);
});

test('bases that name each other many times over come to an end', () => {
  const level = (index: number) =>
    `.b${index}:\n  extends: [${Array(40)
      .fill(`.b${index + 1}`)
      .join(', ')}]\n`;
  const text = `${Array.from({ length: 12 }, (_, index) => level(index)).join('')}job:\n  extends: .b0\n  image: alpine\n${SCRIPT}`;
  assert.deepEqual(pipelineJobs(text), [{ name: 'job', image: 'alpine', variables: {} }]);
});
