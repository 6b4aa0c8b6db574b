/** The jobs that a `.gitlab-ci.yml` offers to a preview. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as pipeline from '../../../server/preview/pipeline/pipeline-jobs';

const pipelineJobs = (text: string) => pipeline.pipelineJobs(text).jobs;

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

test('`!reference` is what it names, with what that extends; to nothing it is nothing', () => {
  const text = `.base:
  image: alpine
  services: [postgres, redis]
  variables: { A: one, B: two }
.more:
  extends: .base
  variables: { C: !reference [.base, variables, A] }
job:
  image: !reference [.base, image]
  services: [!reference [.base, services], "docker:dind"]
  variables: !reference [.more, variables]
${SCRIPT}broken:
  image: !reference [.nothing, image]
  services: !reference [broken, services]
  variables: { A: !reference [.base, variables, Z], B: plain }
  script: [!reference [.base, script]]
strange:
  image: !reference text
  services: !reference
${SCRIPT}`;
  const services = [{ name: 'postgres' }, { name: 'redis' }, { name: 'docker:dind' }];
  assert.deepEqual(pipelineJobs(text), [
    { name: 'job', image: 'alpine', services, variables: { A: 'one', B: 'two', C: 'one' } },
    { name: 'broken', variables: { B: 'plain' } },
    { name: 'strange', image: 'text', variables: {} },
  ]);
});

test('a job names its tags and what it inherits', () => {
  const text = `default: { image: alpine, tags: [linux], services: [redis] }
variables: { A: one, B: two }
plain:
${SCRIPT}none:
  inherit: { default: false, variables: false }
${SCRIPT}some:
  inherit: { default: [image], variables: [B] }
  tags: [arm, $SIZE]
${SCRIPT}`;
  assert.deepEqual(pipelineJobs(text), [
    {
      name: 'plain',
      image: 'alpine',
      services: [{ name: 'redis' }],
      variables: { A: 'one', B: 'two' },
      tags: ['linux'],
    },
    { name: 'none', variables: {} },
    { name: 'some', image: 'alpine', variables: { B: 'two' }, tags: ['arm', '$SIZE'] },
  ]);
});

test('files of the repository are asked for, and put below what the file says itself', () => {
  const text = `include:
  - local: /ci/base.yml
  - ci/jobs/*.yml
  - https://example.com/remote.yml
  - { project: a/b, file: c.yml }
  - { local: "$DYNAMIC.yml" }
own:
  extends: .base
  variables: { A: own }
${SCRIPT}`;
  const found = pipeline.pipelineJobs(text);
  assert.deepEqual(found.missing, ['/ci/base.yml', 'ci/jobs/*.yml']);
  assert.deepEqual(found.jobs, [{ name: 'own', variables: { A: 'own' } }]);
  const included = {
    '/ci/base.yml': ['include: /ci/deeper.yml\n.base: { image: alpine, variables: { A: base, B: base } }\n'],
    'ci/jobs/*.yml': ['one: { script: [a], image: ruby }\n', '[', 'own: { image: debian, script: [b] }\n'],
  };
  const both = pipeline.pipelineJobs(text, included);
  assert.deepEqual(both.missing, ['/ci/deeper.yml']);
  assert.deepEqual(both.jobs, [
    { name: 'one', image: 'ruby', variables: {} },
    { name: 'own', image: 'debian', variables: { A: 'own', B: 'base' } },
  ]);
});

test('files that include each other come to an end', () => {
  const included = { a: ['include: [b, b, a]\na: { script: [a] }\n'], b: ['include: [a, b]\nb: { script: [b] }\n'] };
  const { jobs, missing } = pipeline.pipelineJobs('include: [a, b, a]\n', included);
  assert.deepEqual(jobs.map(({ name }) => name).sort(), ['a', 'b']);
  assert.deepEqual(missing, []);
});
