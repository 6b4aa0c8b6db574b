/** The rules of facts/rules.json that are about a value that Kubernetes reads: what is wrong is told, and its good twin draws nothing. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { counted } from '../../counted';
import { SHARED } from '../../shared';
import { findingsOf } from '../findings';

const FILE = `${SHARED}/facts/rules.json`;

interface Row {
  readonly id: string;
  readonly severity: string;
  readonly bad: string;
  readonly good: string;
  readonly variants?: readonly { readonly label: string; readonly bad: string }[];
}

const ids = new Set([
  'k8s-quantity',
  'k8s-overwrite-max',
  'k8s-emptydir-size',
  'k8s-suspend-pvc',
  'new:memory-milli',
  'k8s-invalid-image-name',
  'docker-service-name',
  'new:quoted-twice',
  'k8s-service-alias-dns',
  'k8s-host-aliases',
  'k8s-allowlist-nonnumeric',
  'k8s-dns-policy',
  'k8s-mount-path-relative',
  'k8s-sub-path',
  'k8s-overwrite-regex-syntax',
  'k8s-patch-type',
]);

test('each row', { skip: !existsSync(FILE) }, () => {
  const rows: readonly Row[] = JSON.parse(readFileSync(FILE, 'utf8'));
  for (const { id, severity, bad, good, variants = [] } of counted(
    rows.filter((row) => ids.has(row.id)),
    ids.size,
  )) {
    const told = findingsOf(bad).map((finding) => `${finding.code} ${finding.severity}`);
    assert.ok(told.includes(`invalid-value ${severity}`), `${id}: ${told}`);
    for (const variant of variants) assert.notDeepEqual(findingsOf(variant.bad), [], `${id}, ${variant.label}`);
    const noise = findingsOf(good).filter((finding) => finding.code !== 'requires-newer-runner');
    assert.deepEqual(
      noise.map(({ code }) => code),
      [],
      `${id}, the good one`,
    );
  }
});
