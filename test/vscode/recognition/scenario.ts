import { assert } from 'chai';
import { type CompletionList, commands, languages, Position, type TextDocument, Uri, workspace } from 'vscode';
import { closeAll, folder, open, openNew, problems, problemsBecome } from '../harness/documents';
import { eventually, pause } from '../harness/eventually';

const MISSPELLED = ['unknown-key at "limt"'];

describe('recognition', () => {
  afterEach(closeAll);

  const openFile = async (path: string): Promise<TextDocument> =>
    (await open(Uri.joinPath(folder('recognition'), path))).document;

  it('takes gitlab-runner/config.toml by its path', async () => {
    const document = await openFile('gitlab-runner/config.toml');
    assert.equal(document.languageId, 'gitlab-runner-config');
    await problemsBecome(document, MISSPELLED);
  });

  it('takes a file at another path by its content, and gives it our language', async () => {
    const document = await openFile('etc/runner.toml');
    await eventually(() => assert.equal(current(document).languageId, 'gitlab-runner-config'));
    await problemsBecome(document, MISSPELLED);
  });

  it('indents by two blanks from the first line of an empty file on', async () => {
    const editor = await openNew(folder('recognition'), '');
    await eventually(() => assert.equal(editor.options.tabSize, 2));
    assert.isTrue(editor.options.insertSpaces);
  });

  for (const path of ['infra/config.toml', 'gitlab-runner.toml', 'runner-1.toml']) {
    it(`offers whole runners in an empty ${path}, whose language is still TOML`, async () => {
      const { document } = await openNew(folder('recognition'), 'run|', path);
      await eventually(async () => {
        const { items } = await commands.executeCommand<CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          new Position(0, 3),
        );
        assert.include(
          items.map(({ label }) => label),
          'runner-docker',
        );
      });
      assert.equal(document.languageId, 'toml');
    });
  }

  it('takes a new file as soon as a line has made a configuration of its text', async () => {
    const editor = await openNew(folder('recognition'), '', 'new.toml');
    await editor.edit((edit) => edit.insert(editor.selection.active, '[[runners]]\n  limt = 1\n'));
    await problemsBecome(editor.document, MISSPELLED);
    assert.equal(current(editor.document).languageId, 'gitlab-runner-config');
    assert.isTrue(current(editor.document).isDirty);
  });

  // Which language the others have is VS Code's affair: it must only stay what it was.
  const others = {
    'hugo/config.toml': 'toml',
    'Cargo.toml': 'toml',
    'notes.txt': 'plaintext',
    'other.yaml': 'yaml',
    'README.md': 'markdown',
  };
  for (const [path, language] of Object.entries(others)) {
    it(`leaves ${path} alone`, async () => {
      const document = await openFile(path);
      await pause(400);
      assert.equal(current(document).languageId, language);
      assert.deepEqual(problems(document), []);
      const symbols = await commands.executeCommand<unknown[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      const names = (symbols ?? []).map((symbol) => (symbol as { name: string }).name);
      assert.notInclude(names, '[[runners]]');
    });
  }

  it('takes a file that the user gives our language, and leaves it when it is taken away', async () => {
    const { document } = await openNew(folder('recognition'), 'limt = 1\n', 'some/other.toml');
    await pause(200);
    assert.deepEqual(problems(document), []);
    const ours = await languages.setTextDocumentLanguage(document, 'gitlab-runner-config');
    await problemsBecome(ours, ['unknown-key at "limt"']);
    const theirs = await languages.setTextDocumentLanguage(ours, 'plaintext');
    await problemsBecome(theirs, []);
    await pause(300);
    assert.equal(current(theirs).languageId, 'plaintext');
  });
});

/** VS Code makes another object of a document whose language changes. */
function current({ uri }: TextDocument): TextDocument {
  const found = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return found ?? assert.fail(`${uri} is not open.`);
}
