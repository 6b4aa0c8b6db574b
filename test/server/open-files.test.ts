/** Which open documents are ours, and that each text is parsed once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenFiles } from '../../server/open-files';

const OURS = '[[runners]]\n  executor = "shell"\n';
const FOREIGN = '[package]\nname = "x"\n';

function open(languageId: string, text: string, uri = 'file:///project/file.toml', version = 1): TextDocument {
  return TextDocument.create(uri, languageId, version, text);
}

const isOurs = (document: TextDocument, documents = new OpenFiles()) => documents.get(document) !== undefined;

test('a document of our language is ours, whatever it holds', () => {
  assert.ok(isOurs(open('gitlab-runner-config', FOREIGN)));
  assert.ok(isOurs(open('gitlab-runner-config', '')));
});

test('a toml document is ours by its text or its path', () => {
  assert.ok(isOurs(open('toml', OURS)));
  assert.ok(isOurs(open('toml', '', 'file:///etc/gitlab-runner/config.toml')));
  assert.ok(!isOurs(open('toml', FOREIGN)));
});

test('the text of a document of another language is not even looked at', () => {
  for (const languageId of ['plaintext', 'markdown', 'json']) {
    const document = open(languageId, OURS);
    document.getText = () => assert.fail('nobody may read this');
    assert.ok(!isOurs(document), languageId);
  }
});

test('a text that is not ours is looked through once', () => {
  const document = open('toml', `${'[package]\nname = "x"\n'.repeat(50_000)}`);
  const documents = new OpenFiles();
  const timeOf = (act: () => void) => {
    const from = performance.now();
    act();
    return performance.now() - from;
  };
  const first = timeOf(() => assert.ok(!isOurs(document, documents)));
  const hundredMore = timeOf(() => {
    for (let index = 0; index < 100; index++) assert.ok(!isOurs(document, documents));
  });
  assert.ok(hundredMore < 10 * first + 5, `${first} ms, then ${hundredMore} ms`);
});

test('two texts of one version, or of one name in two languages, are two', () => {
  const documents = new OpenFiles();
  assert.equal(documents.get(open('toml', OURS))?.configurations[0]?.document.text, OURS);
  const other = OURS.replace('shell', 'docker');
  assert.equal(documents.get(open('toml', other))?.configurations[0]?.document.text, other);
  assert.ok(!isOurs(open('yaml', other), documents));
  assert.ok(isOurs(open('toml', other), documents));
  assert.ok(!isOurs(open('toml', FOREIGN), documents));
});

test('a YAML file is ours when a configuration is in it, and only that is one', () => {
  const values = `gitlabUrl: https://gitlab.example.com\nrunners:\n  config: |\n    [[runners]]\n      executor = "kubernetes"\n`;
  const document = new OpenFiles().get(open('yaml', values))?.configurations[0]?.document;
  assert.equal(document?.text, '[[runners]]\n  executor = "kubernetes"\n');
  assert.deepEqual(document?.position(0), { line: 3, character: 4 });
  assert.ok(!isOurs(open('yaml', 'runners: 3\n')));
});

test('a text is parsed once', () => {
  const documents = new OpenFiles();
  const document = open('toml', OURS);
  const first = documents.get(document);
  assert.equal(documents.get(document), first);
  TextDocument.update(document, [{ text: `${OURS}\n` }], 2);
  const second = documents.get(document);
  assert.notEqual(second, first);
  assert.equal(second?.configurations[0]?.document.text, `${OURS}\n`);
});

test('after a parse that failed the old tree is not handed out for the new text', () => {
  const documents = new OpenFiles();
  const document = open('toml', OURS);
  documents.get(document);
  TextDocument.update(document, [{ text: 'new' }], 2);
  const { getText } = document;
  document.getText = () => {
    throw new Error('no text today');
  };
  assert.throws(() => documents.get(document));
  assert.throws(() => documents.get(document));
  document.getText = getText;
  assert.equal(documents.get(document), undefined, 'the new text is not ours');
});

test("the user's word counts until the document is closed", () => {
  const documents = new OpenFiles();
  const document = open('toml', FOREIGN);
  assert.ok(!isOurs(document, documents));
  documents.choose(document.uri, 'ours');
  assert.ok(isOurs(document, documents));
  documents.choose(document.uri, 'not-ours');
  assert.ok(!isOurs(document, documents));
  documents.choose(document.uri, 'ours');
  documents.close(document.uri);
  assert.ok(!isOurs(document, documents));
});
