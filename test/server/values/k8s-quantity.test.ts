import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { k8sBytesMaximum } from '../../../server/values/k8s-quantity';
import { parseQuantity } from '../../../server/values/k8s-quantity-text';
import { counted } from '../../counted';
import { SHARED } from '../../shared';
import { messagesOf } from '../findings';
import { said } from '../said';
import { verdictsOn } from './verdict-of';
import { skip, verdictsOf } from './verdicts';

test('a quantity is what Kubernetes reads as one', { skip }, () => {
  for (const { input, accepted, means } of counted(verdictsOf('k8s-quantity'), 10)) {
    const amount = parseQuantity(input)?.value;
    assert.equal(amount !== undefined, accepted, JSON.stringify(input));
    assert.equal(k8sBytesMaximum.read(input).problems.length > 0, !accepted || input === 'Gi', input);
    if (typeof means === 'object' && amount !== undefined) {
      assert.ok(Math.abs(amount - Number(means.value)) <= Math.abs(amount) * 1e-9, `${input}: ${amount}`);
    }
  }
});

const FUNCTIONS = `${SHARED}/facts/preview/functions.json`;

test("it is what the runner's own function reads", { skip: !existsSync(FUNCTIONS) }, () => {
  const { quantity } = JSON.parse(readFileSync(FUNCTIONS, 'utf8')) as {
    quantity: { in: string; error: string | null }[];
  };
  for (const { in: input, error } of counted(quantity, 100))
    assert.equal(parseQuantity(input) === undefined, error !== null, JSON.stringify(input));
});

test('a limit or a request that is no quantity fails each job, and is told as it was meant', () => {
  assert.deepEqual(verdictsOn('memory_limit = "1GB"'), ['error «GB» → memory_limit = "1Gi"']);
  assert.deepEqual(verdictsOn('memory_request = "512MB"'), ['error «MB» → memory_request = "512Mi"']);
  assert.deepEqual(verdictsOn('helper_memory_limit = "2GiB"'), ['error «GiB» → helper_memory_limit = "2Gi"']);
  assert.deepEqual(verdictsOn('pod_memory_limit = "1gi"'), ['error «gi» → pod_memory_limit = "1Gi"']);
  assert.deepEqual(verdictsOn('memory_limit = "1 Gi"'), ['error « Gi» → memory_limit = "1Gi"']);
  assert.deepEqual(verdictsOn('memory_limit = " 1Gi"'), ['error «" 1Gi"» → memory_limit = "1Gi"']);
  assert.deepEqual(verdictsOn('memory_limit = "512 megabytes"'), ['error « megabytes» → memory_limit = "512Mi"']);
  assert.deepEqual(verdictsOn('ephemeral_storage_limit = "10K"'), ['error «K» → ephemeral_storage_limit = "10Ki"']);
  assert.deepEqual(verdictsOn('service_cpu_request = "0,5"'), ['error «,5» → service_cpu_request = "0.5"']);
  assert.deepEqual(verdictsOn('cpu_limit = "2 cores"'), ['error « cores» → cpu_limit = "2"']);
  assert.deepEqual(verdictsOn('cpu_limit = "500 m"'), ['error « m» → cpu_limit = "500m"']);
  assert.deepEqual(verdictsOn('cpu_limit = "500mcpu"'), ['error «mcpu» → cpu_limit = "500m"']);
  assert.deepEqual(verdictsOn('cpu_limit = "2GB"'), ['error «GB»']);
  assert.deepEqual(verdictsOn('cpu_limit = "50%"'), ['error «%»']);
  assert.deepEqual(verdictsOn('memory_limit = "lots"'), ['error «"lots"»']);
  assert.deepEqual(verdictsOn('memory_limit = "1,024Mi"'), ['error «,024Mi»']);
});

test('what else reads a quantity', () => {
  assert.deepEqual(verdictsOn('cpu_limit_overwrite_max_allowed = "4 cores"'), [
    'warning « cores» → cpu_limit_overwrite_max_allowed = "4"',
  ]);
  assert.deepEqual(verdictsOn('memory_limit_overwrite_max_allowed = "4GB"'), [
    'warning «GB» → memory_limit_overwrite_max_allowed = "4Gi"',
  ]);
  const volume = '[[runners.kubernetes.volumes.empty_dir]]\nname = "a"\nmount_path = "/a"';
  assert.deepEqual(verdictsOn('size_limit = "2GB"', volume), ['warning «GB» → size_limit = "2Gi"']);
  assert.deepEqual(verdictsOn('size_limit = " "', volume), []);
  assert.deepEqual(verdictsOn('suspend_pvc_size = "20GB"'), ['error «GB» → suspend_pvc_size = "20Gi"']);
});

test('another executor does not read it', () => {
  assert.deepEqual(verdictsOn('memory_limit = "1GB"', '[runners.kubernetes]', 'docker'), [
    'warning «GB» → memory_limit = "1Gi"',
  ]);
});

test('milli is no mega, and a byte is not enough', () => {
  assert.deepEqual(verdictsOn('memory_limit = "512m"'), ['error «m» → memory_limit = "512Mi"']);
  assert.deepEqual(verdictsOn('memory_request = "512m"'), ['warning «m» → memory_request = "512Mi"']);
  assert.deepEqual(verdictsOn('memory_limit = "512"'), ['error «"512"» → memory_limit = "512Mi"']);
  assert.deepEqual(verdictsOn('memory_limit = "1153433600m"'), ['error «m» → memory_limit = "1153433600Mi"'].slice(1));
  assert.deepEqual(verdictsOn('memory_limit = "0"'), []);
  assert.deepEqual(verdictsOn('memory_request = "64"'), []);
});

test('thousands of cores are thousandths, or bytes', () => {
  assert.deepEqual(verdictsOn('cpu_limit = "2000"'), ['warning «"2000"» → cpu_limit = "2000m"']);
  assert.deepEqual(verdictsOn('cpu_request = "500M"'), ['error «M» → cpu_request = "500m"']);
  assert.deepEqual(verdictsOn('cpu_request = "500Mi"'), ['error «Mi»']);
  assert.deepEqual(verdictsOn('cpu_limit_overwrite_max_allowed = "100000"'), []);
});

test('a unit alone is zero, and less than zero is refused', () => {
  assert.deepEqual(verdictsOn('memory_limit = "Gi"'), ['warning «"Gi"»']);
  assert.deepEqual(verdictsOn('cpu_limit = "-1"'), ['error «"-1"»']);
});

test('what is right draws nothing', () => {
  const right = [
    'cpu_limit = "500m"',
    'cpu_limit = "0.5"',
    'cpu_limit = ""',
    'cpu_request = "1e-1"',
    'cpu_request = "192"',
    'memory_limit = "2Gi"',
    'memory_limit = "1e9"',
    'memory_limit = "128M"',
    'memory_limit = "1073741824"',
    'memory_limit = "$MEMORY_LIMIT"',
    'memory_limit = "$(MEMORY)"',
    'memory_limit = "{{ .Values.memory }}"',
    'memory_limit = "<MEMORY>"',
    'ephemeral_storage_request = "100k"',
    'MEMORY_LIMIT_OVERWRITE_MAX_ALLOWED = "4Gi"',
    'helper_cpu_limit = "+1"',
    'suspend_pvc_size = "20Gi"',
  ];
  for (const line of right)
    assert.deepEqual(
      verdictsOn(line).filter((found) => !found.startsWith('hint')),
      [],
      line,
    );
});

test('what is said', () => {
  const sentence = (line: string) =>
    said(messagesOf(`[[runners]]\n[runners.kubernetes]\n${line}\n`)[0] ?? assert.fail(line));
  assert.equal(
    sentence('memory_limit = "512m"'),
    'In `512m`, `m` stands for a thousandth of a byte. No container starts with so little memory. Write `Mi` for mebibytes.',
  );
  assert.equal(
    sentence('cpu_limit = "2 cpus"'),
    '`2 cpus` is not a quantity of Kubernetes. Write a number of cores such as `2` or `0.5`, or thousandths of a core such as `500m`. Each job fails with this one.',
  );
});

test('a suffix without digits is zero, but for those of which the library of Kubernetes makes no number', () => {
  for (const text of ['Ki', 'Ti', 'k', 'E', 'E3', 'E-9', '.Gi', '+Mi'])
    assert.equal(Math.abs(parseQuantity(text)?.value ?? 1), 0, text);
  for (const text of ['Pi', 'Ei', '-Pi', '.Ei', 'E-10', 'e-20']) assert.equal(parseQuantity(text), undefined, text);
});
