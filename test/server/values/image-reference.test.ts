import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageOfService, imageReference } from '../../../server/values/image-reference';
import { counted } from '../../counted';
import { verdictsOn } from './verdict-of';
import { skip, verdictsOf } from './verdicts';

const ofDocker = (line: string, executor = 'docker') => verdictsOn(line, '[runners.docker]', executor);

test('an image is what the library reads as a reference', { skip }, () => {
  for (const { input, accepted } of counted(verdictsOf('image-reference'), 10)) {
    const isRead = imageReference.read(input).problems.length === 0;
    // The runner expands variables before it looks.
    assert.equal(isRead, accepted || input.includes('$'), JSON.stringify(input));
  }
});

test('an image that is none fails each job, and the one that was meant is offered', () => {
  assert.deepEqual(ofDocker('image = "https://r.example.com/a:1"'), ['error «https://» → image = "r.example.com/a:1"']);
  assert.deepEqual(ofDocker('image = "Ruby:3.3"'), ['error «R» → image = "ruby:3.3"']);
  assert.deepEqual(ofDocker('image = "r.example.com:5000/Group/App:V1"'), [
    'error «Group/A» → image = "r.example.com:5000/group/app:V1"',
  ]);
  assert.deepEqual(ofDocker(`image = '"docker:27"'`), [`error «'"docker:27"'» → image = "docker:27"`]);
  assert.deepEqual(ofDocker('image = " alpine"'), ['error «" alpine"» → image = "alpine"']);
  assert.deepEqual(ofDocker('image = "al pine"'), ['error « »']);
  assert.deepEqual(ofDocker('image = "alpine:"'), ['error «:» → image = "alpine"']);
  assert.deepEqual(ofDocker('image = "alpine:3.20:1"'), ['error «:3.20:1»']);
  assert.deepEqual(ofDocker('image = "a//b"'), ['error «"a//b"»']);
  assert.deepEqual(ofDocker('image = "https://hub.docker.com/_/postgres"'), ['error «https://» → image = "postgres"']);
  assert.deepEqual(ofDocker('helper_image = "Gitlab/Helper:x"'), [
    'error «Gitlab/H» → helper_image = "gitlab/helper:x"',
  ]);
  assert.deepEqual(verdictsOn('image = "https://r/Alpine"'), ['error «https://» → image = "r/alpine"']);
  assert.deepEqual(verdictsOn('helper_image = "a:b:c"'), ['error «:b:c»']);
});

test('the image of a service, of steps and of pause pods', () => {
  const service = (table: string, executor: string) =>
    verdictsOn('name = "https://Example/Postgres"', `[[runners.${table}.services]]`, executor);
  assert.deepEqual(service('docker', 'docker'), ['warning «https://» → name = "example/postgres"']);
  assert.deepEqual(service('kubernetes', 'kubernetes'), ['error «https://» → name = "example/postgres"']);
  assert.deepEqual(verdictsOn('step_runner_image = "Steps"', '').slice(1), [
    'warning «S» → step_runner_image = "steps"',
  ]);
  assert.deepEqual(verdictsOn('pause_pod_image = "Pause"', '[runners.kubernetes.autoscaler]'), [
    'warning «P» → pause_pod_image = "pause"',
  ]);
});

test('what may be an image draws nothing', () => {
  const right = [
    'alpine',
    'ruby:3.3',
    'registry.example.com:5000/a/b:1',
    'localhost/x',
    'UPPER/case',
    '10.0.0.1:5000/x',
    '[2001:db8::1]:5000/x:1',
    'x_y/z__w/a--b',
    'alpine@sha256:0000000000000000000000000000000000000000000000000000000000000000',
    'alpine:3.20@sha256:0000000000000000000000000000000000000000000000000000000000000000',
    '$CI_REGISTRY/Group/App',
    'registry/$IMAGE:latest',
    '{{ .Values.image }}',
    '<REGISTRY>/alpine',
    '__IMAGE__',
    '%IMAGE%',
    '',
  ];
  for (const image of right) assert.deepEqual(ofDocker(`image = "${image}"`), [], image);
});

test('an executor that does not read the table is no reason for an error', () => {
  assert.deepEqual(
    ofDocker('image = "Ruby"', 'shell').filter((found) => found.startsWith('error')),
    [],
  );
});

test('a digest that the runner leaves out of a service', () => {
  const digest = (algorithm: string, length: number) => `${algorithm}:${'0123456789abcdef'.repeat(8).slice(0, length)}`;
  const spans = (text: string) =>
    imageOfService.read(text).problems.map(({ start, end, message }) => `${message.id} ${text.slice(start, end)}`);
  for (const lost of counted([digest('sha512', 128), digest('sha256', 40), digest('sha384', 96)])) {
    assert.deepEqual(spans(`r.example.com:5000/a/postgres@${lost}`), [`invalid-value.image.digest @${lost}`]);
    assert.deepEqual(spans(`postgres:16@${lost}`), []);
    assert.deepEqual(imageReference.read(`postgres@${lost}`).problems, []);
  }
  assert.deepEqual(spans(`r.example.com:5000/a/postgres@${digest('sha256', 64)}`), []);
});
