/** What the API server refuses of the pods that a real runner sent is an error on the key that causes it: facts/preview/api-validation.json. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { checkDocument } from '../../../../server/check/check';
import { counted } from '../../../counted';
import { SHARED } from '../../../shared';
import { context, documentOf } from '../../findings';
import { recorded, skip as skipPods } from '../../preview/recorded';

const FILE = `${SHARED}/facts/preview/api-validation.json`;
const skip = existsSync(FILE)
  ? skipPods
  : `${FILE} is not here: what Kubernetes refuses is NOT compared with what is said`;
if (skip) console.error(`*** ${skip} ***`);

/** What is refused, and a part of the line that the error is on. What follows from another refusal has none. */
const CAUSES: readonly (readonly [RegExp, string | undefined])[] = [
  [/volumeMounts\[\d+\]\.name: Not found: "(?:scripts|logs)"/, 'volumes'],
  [/volumeMounts\[\d+\]\.name: Not found/, undefined],
  [/\.mountPropagation: /, 'mount_propagation = '],
  [/\.mountPath: /, 'mount_path = '],
  [/\.subPath: /, 'sub_path = '],
  [/^spec\.volumes\[\d+\]\.name: /, 'name = '],
  [/\.procMount: /, 'proc_mount = '],
  [/\.runAsUser: /, 'run_as_user = '],
  [/\.securityContext: /, 'allow_privilege_escalation = '],
  [/\.matchExpressions\[/, 'values = '],
  [/\.hostnames\[/, 'hostnames = '],
  [/\.ip: /, 'ip = '],
  [/\.lifecycle\.preStop: /, 'pre_stop'],
  [/^spec\.dnsConfig: /, 'dns_policy = '],
  [/^spec\.nodeSelector: /, '$CI_PROJECT_NAMESPACE'],
  [/^spec\.tolerations\[\d+\]\.operator: /, 'a=b=c'],
  [/^spec\.nodeName: /, 'nodeName'],
  [/^spec\.resources\.requests\[cpu\]/, 'pod_cpu_request = '],
  [/^spec\.resources\.requests\[memory\]/, 'pod_memory_request = '],
];

/** Refusals whose cause is not in the file. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['helper-image-only-undefined', 'a variable of this name may be there'],
  ['services-alias-build', 'the service is of the job'],
]);

/** A namespace that something fills in before the runner reads it. */
const TEMPLATE = /namespace\s*=\s*"[^"]*(?:\{\{|\$)/;

describe('what Kubernetes refuses', { skip }, () => {
  const refused: Readonly<Record<string, readonly string[]>> = skip ? {} : JSON.parse(readFileSync(FILE, 'utf8'));
  const pods = skip
    ? []
    : recorded('kubernetes.jsonl').filter(
        ({ name, toml }) => Object.hasOwn(refused, name) && !ELSEWHERE.has(name) && !TEMPLATE.test(toml),
      );
  test('is of some pods', () => {
    counted(pods, 15);
  });
  for (const { name, toml } of pods) {
    test(name, () => {
      const document = documentOf(toml);
      const found = checkDocument(document, context);
      const linesOf = (severities: readonly string[]) =>
        found
          .filter(({ severity }) => severities.includes(severity))
          .map(({ start }) => toml.split('\n')[document.position(start).line] ?? '');
      for (const refusal of refused[name] ?? []) {
        const cause = CAUSES.find(([pattern]) => pattern.test(refusal)) ?? assert.fail(`no key causes: ${refusal}`);
        const [, part] = cause;
        // Services are of the job here: only with one is the pod refused.
        const lines = linesOf(refusal.startsWith('spec.containers[2]') ? ['error', 'warning'] : ['error']);
        if (part !== undefined)
          assert.ok(
            lines.some((line) => line.includes(part)),
            `${refusal}: ${lines.join(' | ')}`,
          );
      }
    });
  }
});
