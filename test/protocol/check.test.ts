/** The problems of files that are not open, asked for by a request of ours. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHECK_REQUEST, type CheckResult, type UnopenedFile } from '../../protocol/check';
import { URI } from './client';
import { initialized } from './in-memory';

const TOML = '[[runners]]\n  limt = 3\n';
const file = (uri: string, languageId: string, text: string): UnopenedFile => ({
  ...{ uri, languageId, text, isVersioned: false },
  encoding: { encoding: 'utf8', invalidByte: null },
});

const codes = ({ problems }: CheckResult) => problems.map((found) => found?.map(({ code }) => code) ?? null);

test('each file gets its problems, and one without a configuration none at all', async (t) => {
  const client = await initialized(t);
  const secret =
    '[[runners]]\n  name = "a"\n  url = "https://gitlab.example.com"\n  token = "glrt-q7Zr4vT1mXw8Lp3Kd6Yb"\n';
  const files = [
    file('file:///a.toml', 'toml', TOML),
    file('file:///values.yaml', 'yaml', `runners:\n  config: |\n    [[runners]]\n      limt = 3\n`),
    file('file:///other.yaml', 'yaml', 'runners: 3\n'),
    { ...file('file:///b.toml', 'toml', `${secret}  executor = "shell"\n`), isVersioned: true },
    { ...file('file:///c.toml', 'toml', 'concurrent = 1\n'), encoding: { encoding: 'utf16le' } },
  ];
  const result = await client.request<CheckResult>(CHECK_REQUEST, { files });
  assert.deepEqual(codes(result), [['unknown-key'], ['unknown-key'], null, ['secret-in-clear'], ['not-utf8']]);
});

test('the settings of each count, and nothing is published nor kept', async (t) => {
  const client = await initialized(t, { severity: { 'unknown-key': 'error' } });
  const files = [file(URI, 'toml', TOML)];
  const [found] = (await client.request<CheckResult>(CHECK_REQUEST, { files })).problems;
  assert.equal(found?.[0]?.severity, 1);
  assert.deepEqual(
    (await client.open('[[runners]]\n')).map(({ code }) => code),
    [],
  );
});

test('of an open one the open text counts', async (t) => {
  const client = await initialized(t);
  await client.open('[[runners]]\n');
  const result = await client.request<CheckResult>(CHECK_REQUEST, { files: [file(URI, 'toml', TOML)] });
  assert.deepEqual(codes(result), [[]]);
});
