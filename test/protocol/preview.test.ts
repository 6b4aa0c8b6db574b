/** A client asks for the runners of a document and for the preview of one of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  JOBS_REQUEST,
  type JobsResult,
  PREVIEW_REQUEST,
  type PreviewResult,
  RUNNERS_REQUEST,
  type RunnersResult,
} from '../../protocol/preview';
import { message } from '../../server/text/message';
import { spoken, URI } from './client';
import { initialized } from './in-memory';

const TEXT = '[[runners]]\n  name = "a"\n  executor = "docker"\n  [runners.docker]\n    image = "alpine"\n';
const textDocument = { uri: URI };

test('the runners, and the preview of the document as it is now', async (t) => {
  const client = await initialized(t);
  await client.open(TEXT);
  const { runners } = await client.request<RunnersResult>(RUNNERS_REQUEST, { textDocument });
  assert.deepEqual(
    runners.map(({ index, name }) => ({ index, name })),
    [{ index: 0, name: 'a' }],
  );
  const [runner] = runners;
  const before = await client.request<PreviewResult>(PREVIEW_REQUEST, { textDocument, runner });
  assert.match(before?.text ?? '', /image\(alpine\)/);
  await client.replace('alpine', 'debian');
  const after = await client.request<PreviewResult>(PREVIEW_REQUEST, { textDocument, runner });
  assert.match(after?.text ?? '', /image\(debian\)/);
});

test('nothing of a document that is not open, or has no runner', async (t) => {
  const client = await initialized(t);
  const params = { textDocument, runner: { index: 0 } };
  assert.equal(await client.request(PREVIEW_REQUEST, params), null);
  assert.deepEqual(await client.request(RUNNERS_REQUEST, { textDocument }), { runners: [] });
  await client.open('concurrent = 1\n');
  assert.equal(await client.request(PREVIEW_REQUEST, params), null);
});

test('with another job, one of a pipeline', async (t) => {
  const client = await initialized(t);
  await client.open(TEXT);
  const text = 'unit:\n  image: ruby:3\n  script: [make]\n';
  const { jobs } = await client.request<JobsResult>(JOBS_REQUEST, { text });
  assert.deepEqual(jobs, [{ name: 'unit', image: 'ruby:3', variables: {} }]);
  const [job] = jobs;
  const shown = await client.request<PreviewResult>(PREVIEW_REQUEST, { textDocument, runner: { index: 0 }, job });
  const said = [message('preview.job.name', { name: 'unit' }), message('preview.job.image', { image: 'ruby:3' })];
  assert.ok(shown?.text.includes(said.map((each) => `# ${spoken(each)}\n`).join('')), shown?.text);
});
