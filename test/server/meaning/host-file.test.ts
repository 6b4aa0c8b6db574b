import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HostFile, readFile, touches } from '../../../server/meaning/host-file';

const at = (file: HostFile, line: number, character: number) => {
  const position = { line, character };
  return file.documents.find((document) => touches(document, { start: position, end: position }));
};

const URI = 'file:///project/values.yaml';
const VALUES = `runners:
  config: |
    [[runners]]
      limit = 1
  tags: docker
---
data:
  config.toml: |
    concurrent = 4
    [[runners]]
      token = "x"
`;

test('the configurations of a YAML file, in its order, each with what its place means', () => {
  const { uri, documents } = readFile(URI, VALUES, 'yaml');
  assert.equal(uri, URI);
  assert.deepEqual(
    documents.map(({ uri: own, text, traits }) => [own, text, traits.role]),
    [
      [URI, '[[runners]]\n  limit = 1\n', 'template'],
      [URI, 'concurrent = 4\n[[runners]]\n  token = "x"\n', 'configuration'],
    ],
  );
});

test('the findings around them have spans of the file', () => {
  const file = readFile(URI, VALUES, 'yaml');
  const [finding, ...more] = file.findings;
  assert.equal(finding?.code, 'chart-key-registration');
  assert.deepEqual(file.range(finding), { start: { line: 4, character: 2 }, end: { line: 4, character: 6 } });
  assert.deepEqual(more, []);
});

test('a YAML file without a configuration has nothing, not even findings', () => {
  const { documents, findings } = readFile(URI, 'runners:\n  privileged: true\n  config: ""\ngitlabUrl: x\n', 'yaml');
  assert.deepEqual(documents, []);
  assert.deepEqual(findings, []);
});

test('a file of another kind has none of them, whatever it holds', () =>
  assert.deepEqual(readFile(URI, VALUES, 'markdown').documents, []));

test('what is no YAML at all is read without a word', () => {
  for (const text of ['', '\0', '{{', 'runners:\n\tconfig: |\n [[runners]]\n', 'runners: {config: "[[runners]]'])
    assert.doesNotThrow(() => readFile(URI, text, 'yaml'));
});

test('the configuration at a position, its ends included', () => {
  const file = readFile(URI, VALUES, 'yaml');
  const [first, second] = file.documents;
  assert.equal(at(file, 1, 10), undefined, 'the key');
  assert.equal(at(file, 2, 4), first);
  assert.equal(at(file, 3, 15), first);
  assert.equal(at(file, 4, 4), undefined, 'the key below');
  assert.equal(at(file, 7, 4), undefined);
  assert.equal(at(file, 8, 4), second);
  assert.equal(at(file, 10, 9), second);
});

test('a file that is a configuration is one everywhere', () => {
  const file = readFile('file:///config.toml', 'concurrent = 1\n');
  assert.equal(file.documents.length, 1);
  assert.deepEqual(file.findings, []);
  assert.equal(at(file, 0, 3), file.documents[0]);
  assert.equal(at(file, 99, 0), file.documents[0]);
  assert.deepEqual(file.range({ start: 0, end: 10 }), {
    start: { line: 0, character: 0 },
    end: { line: 0, character: 10 },
  });
});
