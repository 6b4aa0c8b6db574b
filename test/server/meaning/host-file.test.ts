import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HostFile, readToml, readYaml, touches } from '../../../server/meaning/host-file';

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
  const { uri, documents } = readYaml(URI, VALUES);
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
  const file = readYaml(URI, VALUES);
  const [finding, ...more] = file.findings;
  assert.equal(finding?.code, 'chart-key-registration');
  assert.deepEqual(file.range(finding), { start: { line: 4, character: 2 }, end: { line: 4, character: 6 } });
  assert.deepEqual(more, []);
});

test('a YAML file without a configuration has nothing, not even findings', () => {
  const { documents, findings } = readYaml(URI, 'runners:\n  privileged: true\n  config: ""\ngitlabUrl: x\n');
  assert.deepEqual(documents, []);
  assert.deepEqual(findings, []);
});

test('a language that is no YAML has none, whatever it holds', () => {
  assert.deepEqual(readYaml(URI, VALUES, 'markdown').documents, []);
  for (const language of ['yaml', 'helm', 'ansible', undefined])
    assert.equal(readYaml(URI, VALUES, language).documents.length, 2, language);
});

test('what is no YAML at all is read without a word', () => {
  for (const text of ['', '\0', '{{', 'runners:\n\tconfig: |\n [[runners]]\n', 'runners: {config: "[[runners]]'])
    assert.doesNotThrow(() => readYaml(URI, text));
});

test('the configuration at a position, its ends included', () => {
  const file = readYaml(URI, VALUES);
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
  const file = readToml('file:///config.toml', 'concurrent = 1\n');
  assert.equal(file.documents.length, 1);
  assert.deepEqual(file.findings, []);
  assert.equal(at(file, 0, 3), file.documents[0]);
  assert.equal(at(file, 99, 0), file.documents[0]);
  assert.deepEqual(file.range({ start: 0, end: 10 }), {
    start: { line: 0, character: 0 },
    end: { line: 0, character: 10 },
  });
});
