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
    {
      name: 'broken',
      variables: { B: 'plain' },
      unread: [
        '!reference [".nothing","image"]',
        '!reference ["broken","services"]',
        '!reference [".base","variables","Z"]',
      ],
    },
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
  const elsewhere = ['remote: https://example.com/remote.yml', 'project: a/b', 'local: $DYNAMIC.yml'];
  const unread = ['local: /ci/base.yml', 'local: ci/jobs/*.yml', ...elsewhere, 'extends: .base'];
  assert.deepEqual(
    found.jobs.map((job) => ({ ...job, unread: [...(job.unread ?? [])].sort() })),
    [{ name: 'own', variables: { A: 'own' }, unread: unread.sort() }],
  );
  const included = {
    '/ci/base.yml': ['include: /ci/deeper.yml\n.base: { image: alpine, variables: { A: base, B: base } }\n'],
    'ci/jobs/*.yml': ['one: { script: [a], image: ruby }\n', '[', 'own: { image: debian, script: [b] }\n'],
  };
  const both = pipeline.pipelineJobs(text, included);
  assert.deepEqual(both.missing, ['/ci/deeper.yml']);
  assert.deepEqual(
    both.jobs.map(({ unread: _unread, ...job }) => job),
    [
      { name: 'one', image: 'ruby', variables: {} },
      { name: 'own', image: 'debian', variables: { A: 'own', B: 'base' } },
    ],
  );
  // One of the files of the pattern cannot be read, and one was not looked for.
  const lacking = [...elsewhere, 'local: ci/jobs/*.yml', 'local: /ci/deeper.yml'].sort();
  for (const { unread: left = [] } of both.jobs) assert.deepEqual([...left].sort(), lacking);
});

test('what is included from elsewhere is named by its kind', () => {
  const entries = [
    ...['{ component: example.com/a/b@1, inputs: { x: y } }', '{ template: Jobs/Build.gitlab-ci.yml }'],
    ...['{ remote: "https://example.com/a.yml" }', '{ odd: 1 }', '5'],
  ];
  const [job] = pipelineJobs(`include:\n${entries.map((entry) => `  - ${entry}\n`).join('')}job:\n${SCRIPT}`);
  assert.deepEqual(job?.unread, [
    'component: example.com/a/b@1',
    'template: Jobs/Build.gitlab-ci.yml',
    'remote: https://example.com/a.yml',
    'include: null',
    'local: 5',
  ]);
});

const HEADER = `spec:
  inputs:
    image: { default: "alpine:3" }
    count: { default: 3, type: number }
    list: { default: [postgres, "redis:7"], type: array }
    nothing: { default: null }
    asked: {}
    chosen: { default: x, rules: [] }
---
`;

test('inputs have the defaults of the header', () => {
  const text = `${HEADER}job:
  image: $[[ inputs.image ]]
  services: $[[inputs.list]]
  variables:
    COUNT: "$[[ inputs.count ]] of $[[ inputs.image | expand_vars | truncate(0, 6) ]]"
    EMPTY: "$[[ inputs.nothing ]]"
${SCRIPT}`;
  assert.deepEqual(pipelineJobs(text), [
    {
      name: 'job',
      image: 'alpine:3',
      services: [{ name: 'postgres' }, { name: 'redis:7' }],
      variables: { COUNT: '3 of alpine', EMPTY: '' },
    },
  ]);
});

test('an input that only a pipeline knows stays as it is written, and is named', () => {
  const text = `${HEADER}job:
  image: $[[ inputs.asked ]]
  variables: { A: "$[[ inputs.chosen ]]", B: "$[[ inputs.image | posix_escape ]]", C: "$[[ component.sha ]]" }
${SCRIPT}other:
${SCRIPT}`;
  assert.deepEqual(pipelineJobs(text), [
    {
      name: 'job',
      image: '$[[ inputs.asked ]]',
      variables: { A: '$[[ inputs.chosen ]]', B: '$[[ inputs.image | posix_escape ]]', C: '$[[ component.sha ]]' },
      unread: ['inputs.asked', 'inputs.chosen', 'inputs.image | posix_escape', 'component.sha'],
    },
    { name: 'other', variables: {} },
  ]);
});

test('what is included gets the inputs that are passed to it', () => {
  const text = `include:
  - { local: a.yml, inputs: { image: ruby, asked: "$[[ inputs.x ]]" } }
  - local: a.yml
`;
  const included = {
    'a.yml': [`${HEADER}"$[[ inputs.image ]]": { image: "$[[ inputs.image ]]", script: ["$[[ inputs.asked ]]"] }\n`],
  };
  const { jobs } = pipeline.pipelineJobs(text, included);
  assert.deepEqual(jobs, [
    { name: 'ruby', image: 'ruby', variables: {} },
    { name: 'alpine:3', image: 'alpine:3', variables: {} },
  ]);
});

test('inputs that grow without end do not', () => {
  const long = 'x'.repeat(100_000);
  const text = `spec:\n  inputs:\n    a: { default: ${long} }\n---\njob:\n  image: "${'$[[ inputs.a ]]'.repeat(1000)}"\n${SCRIPT}`;
  const [job] = pipelineJobs(text);
  assert.ok((job?.image?.length ?? 0) < 1_100_000);
});

test('files that include each other come to an end', () => {
  const included = { a: ['include: [b, b, a]\na: { script: [a] }\n'], b: ['include: [a, b]\nb: { script: [b] }\n'] };
  const { jobs, missing } = pipeline.pipelineJobs('include: [a, b, a]\n', included);
  assert.deepEqual(jobs.map(({ name }) => name).sort(), ['a', 'b']);
  assert.deepEqual(missing, []);
});
