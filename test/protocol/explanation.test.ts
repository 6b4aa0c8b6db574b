/** A client asks what went wrong in a log: with the edits of an open document, and without one; and later what still cures it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CURES_REQUEST,
  type CuresResult,
  EXPLANATION_REQUEST,
  type ExplanationResult,
} from '../../protocol/explanation';
import { URI } from './client';
import { initialized } from './in-memory';

const TEXT = '[[runners]]\n  name = "a"\n  executor = "kubernetes"\n  [runners.kubernetes]\n    namespace = "ci"\n';
const LOG =
  'Preparing the environment\nERROR: Preparation failed: getting Kubernetes config: invalid configuration: no configuration has been provided, try setting KUBERNETES_MASTER environment variable\n';

test('with the edits of the document that is named', async (t) => {
  const client = await initialized(t);
  await client.open(TEXT);
  const result: ExplanationResult = await client.request(EXPLANATION_REQUEST, { log: LOG, uri: URI });
  const [error] = result.errors;
  assert.equal(result.verdict, 'runner');
  assert.deepEqual([error?.complaint.id, error?.line], ['k8s-no-api-config', 1]);
  assert.match(error?.message ?? '', /API (?:server|服务器)/);
  const [cure] = error?.cures ?? [];
  assert.deepEqual(cure?.lines[0], '[runners.kubernetes]');
  const document = TextDocument.create(URI, 'toml', 1, TEXT);
  assert.match(TextDocument.applyEdits(document, [...(cure?.edits ?? [])]), /^ {4}host = "https:/m);
});

test('without a document, and of a log that holds no fault of the runner', async (t) => {
  const client = await initialized(t);
  const result: ExplanationResult = await client.request(EXPLANATION_REQUEST, { log: LOG });
  assert.deepEqual(
    result.errors.map(({ complaint, cures }) => [complaint.id, cures]),
    [['k8s-no-api-config', []]],
  );
  const good: ExplanationResult = await client.request(EXPLANATION_REQUEST, { log: '$ make\nJob succeeded\n' });
  assert.deepEqual(good, { verdict: 'succeeded', errors: [] });
});

test('what was explained is asked for again by what was complained of, not by the log', async (t) => {
  const client = await initialized(t);
  await client.open(TEXT);
  const { errors }: ExplanationResult = await client.request(EXPLANATION_REQUEST, { log: LOG, uri: URI });
  const complaints = errors.map(({ complaint }) => complaint);
  const found: CuresResult = await client.request(CURES_REQUEST, { uri: URI, complaints });
  assert.deepEqual(found, [errors[0]?.cures]);
  const unknown = { id: 'of-another-version', captures: {}, runner: {} };
  assert.deepEqual(await client.request(CURES_REQUEST, { uri: URI, complaints: [unknown] }), [[]]);
});
