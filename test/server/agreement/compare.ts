/** Compares our findings with a verdict of the runner. */

import { checkDocument } from '../../../server/check/check';
import type { Context } from '../../../server/meaning/context';
import { createContext } from '../../../server/meaning/context';
import { createDocument } from '../../../server/meaning/create-document';
import type { ConfigDocument } from '../../../server/meaning/document';
import type { Finding } from '../../../server/meaning/finding';
import { locate } from '../../../server/meaning/locate';
import { factsOf } from '../../../server/text/code';
import { type Judged, lineOf, type Verdict } from './verdicts';

/** What can differ. `detail` says it to a person; `key` is the key that it is about. */
export interface Disagreement {
  readonly kind: 'missed-refusal' | 'false-error' | 'other-line' | 'unreported-key' | 'reported-key';
  readonly detail: string;
  readonly key?: string;
}

const context: Context = createContext({ snippets: true });

/** Say that the runner does not use a key. */
const unusedCodes = new Set(['unknown-key', 'unknown-table', 'misplaced-key', 'removed-key']);

/** Say that a table is none of the runner's, so that what is in it is not used either. */
const unusedTableCodes = new Set([...unusedCodes, 'array-for-single-table', 'wrong-type']);

/** The findings in a text. */
export function findingsIn(text: string): { document: ConfigDocument; findings: readonly Finding[] } {
  const document = createDocument('file:///config.toml', text);
  return { document, findings: checkDocument(document, context) };
}

/** Where we and the runner differ about a text. */
export function disagreements({ text, verdict }: Judged): Disagreement[] {
  const { document, findings } = findingsIn(text);
  const errors = findings.filter(stopsRunner);
  return verdict.accepted
    ? [...falseErrors(document, errors), ...keyDifferences(document, findings, verdict)]
    : refusal(document, errors, verdict);
}

/** Whether a finding says that the runner does not start. */
export function stopsRunner({ severity, code, loads = factsOf(code).loads }: Finding): boolean {
  return severity === 'error' && !loads;
}

function falseErrors(document: ConfigDocument, errors: readonly Finding[]): Disagreement[] {
  return errors.map((error) => ({
    kind: 'false-error',
    detail: `line ${startLine(document, error)}: ${error.message}`,
  }));
}

function refusal(document: ConfigDocument, errors: readonly Finding[], verdict: Verdict): Disagreement[] {
  if (errors.length === 0) return [{ kind: 'missed-refusal', detail: verdict.message ?? '' }];
  const line = lineOf(verdict);
  if (line === undefined || errors.some((error) => covers(document, error, line))) return [];
  const ours = errors.map((error) => `${error.code} on line ${startLine(document, error)}`);
  return [{ kind: 'other-line', detail: `${ours.join(', ')}, but: ${verdict.message}` }];
}

function keyDifferences(document: ConfigDocument, findings: readonly Finding[], verdict: Verdict): Disagreement[] {
  const unused = (verdict.unknown ?? []).map((key) => ({ key, path: pathOfKey(key) }));
  const covering = findings.filter((finding) => unusedTableCodes.has(finding.code)).map((at) => pathAt(document, at));
  const unreported = unused.filter(({ path }) => !covering.some((ours) => isAtOrBelow(path, ours)));
  const reported = findings
    .filter((finding) => unusedCodes.has(finding.code))
    .map((finding) => pathAt(document, finding))
    .filter((ours) => !unused.some(({ path }) => isAtOrBelow(path, ours)));
  return [
    ...unreported.map(({ key }): Disagreement => ({ kind: 'unreported-key', detail: key, key })),
    ...reported.map((path): Disagreement => ({ kind: 'reported-key', detail: path.join('.'), key: path.join('.') })),
  ];
}

/** The path of the key that a finding is about. */
export function pathAt(document: ConfigDocument, finding: Finding): readonly string[] {
  const place = locate(document, finding.start + 1);
  return place.kind === 'comment' ? [] : place.path;
}

/** The names in a key as the verdicts write it: `runners."a.b".c`. */
export function pathOfKey(key: string): string[] {
  const parts = key.match(/"(?:[^"\\]|\\.)*"|[^."]+/g) ?? [];
  return parts.map((part) => (part.startsWith('"') ? JSON.parse(part) : part));
}

function isAtOrBelow(path: readonly string[], ancestor: readonly string[]): boolean {
  return ancestor.length <= path.length && ancestor.every((name, index) => path[index] === name);
}

function startLine(document: ConfigDocument, finding: Finding): number {
  return document.position(finding.start).line + 1;
}

function covers(document: ConfigDocument, finding: Finding, line: number): boolean {
  return startLine(document, finding) <= line && line <= document.position(finding.end).line + 1;
}
