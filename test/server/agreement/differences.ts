/** Where we differ from the runner on purpose: differences.json, each with its reason. */
import assert from 'node:assert/strict';
import type { Disagreement } from './compare';
import allowed from './differences.json';
import type { Judged } from './verdicts';

interface Difference {
  readonly case?: string;
  readonly file?: string;
  readonly fragment?: boolean;
  readonly kind: string;
  readonly keys?: readonly string[];
  readonly reason: string;
}

const differences: readonly Difference[] = allowed;

/** Fails with every disagreement that is not allowed, and with every allowed one among `judged` that is none any more. */
export function assertAgreement(judged: readonly Judged[], compare: (judged: Judged) => readonly Disagreement[]): void {
  const wrong: string[] = [];
  for (const one of judged) {
    const unused = new Set(differences.filter((difference) => isAbout(difference, one)).flatMap(entries));
    for (const disagreement of compare(one)) {
      const entry = entryOf(disagreement.kind, disagreement.key);
      if (!unused.delete(entry)) wrong.push(`${title(one)}: ${disagreement.kind}: ${disagreement.detail}`);
    }
    for (const entry of unused)
      wrong.push(`${title(one)}: ${entry} is no difference any more: strike it from the list`);
  }
  assert.deepEqual(wrong, []);
}

/** Names in the list that nothing was compared under: misspelled, or gone from the verdicts. */
export function differencesOfNothing(judged: readonly Judged[]): string[] {
  return differences
    .filter((difference) => !judged.some((one) => isAbout(difference, one)))
    .map((difference) => difference.case ?? difference.file ?? 'a difference without a name');
}

export function differencesWithoutReason(): readonly Difference[] {
  return differences.filter((difference) => difference.reason.trim() === '');
}

function isAbout(difference: Difference, judged: Judged): boolean {
  return (difference.case ?? difference.file) === judged.name && (difference.fragment ?? false) === judged.fragment;
}

function entries({ kind, keys }: Difference): string[] {
  return keys ? keys.map((key) => entryOf(kind, key)) : [entryOf(kind, undefined)];
}

function entryOf(kind: string, key: string | undefined): string {
  return key === undefined ? kind : `${kind} ${key}`;
}

function title({ name, fragment }: Judged): string {
  return fragment ? `${name} (in a runner)` : name;
}
