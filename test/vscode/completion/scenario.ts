import { assert } from 'chai';
import { type CompletionList, commands, Uri } from 'vscode';
import { acceptShownSuggestion, acceptSuggestion, type } from '../harness/completing';
import { closeAll, folder, open, openNew, problemsBecome } from '../harness/documents';
import { eventually } from '../harness/eventually';

const RUNNER = '[[runners]]\n  executor = "kubernetes"\n';

describe('completion', () => {
  afterEach(closeAll);

  it('offers the keys of the table at the cursor, and only those', async () => {
    const { document } = await open(Uri.joinPath(folder('completion'), 'gitlab-runner', 'config.toml'));
    const end = document.positionAt(document.getText().length);
    const labels = await eventually(async () => {
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        end,
      );
      const found = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      // VS Code itself gives the snippets, before the server answers too.
      assert.include(found, 'privileged');
      return found;
    });
    assert.notInclude(labels, 'image', 'it is there already');
    assert.notInclude(labels, 'namespace', 'a key of Kubernetes');
  });

  it('completes a key that is typed, with its value ready to be written', async () => {
    const editor = await openNew(folder('completion'), `${RUNNER}  [runners.kubernetes]\n    |`);
    await type('namesp');
    await acceptSuggestion(editor);
    await type('ci');
    assert.equal(editor.document.getText(), `${RUNNER}  [runners.kubernetes]\n    namespace = "ci"`);
    await problemsBecome(editor.document, []);
  });

  it('completes a header that is typed, and closes its brackets once', async () => {
    const editor = await openNew(folder('completion'), `${RUNNER}  |\n`);
    await type('[runners.kub');
    await acceptSuggestion(editor);
    assert.match(editor.document.getText(), /^ {2}\[runners\.kubernetes\]$/m);
    assert.notInclude(editor.document.getText(), ']]\n  [runners.kubernetes]]');
    await problemsBecome(editor.document, []);
  });

  it('finds a key by its Chinese name while that is typed, and by a part of it', async () => {
    const table = `${RUNNER}  [runners.kubernetes]\n    `;
    const editor = await openNew(folder('completion'), `${table}|`);
    await type('特权');
    await acceptShownSuggestion(editor.document);
    await eventually(() => assert.equal(editor.document.getText(), `${table}privileged = false`));
    await closeAll();
    const another = await openNew(folder('completion'), `${table}|`);
    await type('镜像拉取策');
    await acceptSuggestion(another);
    await eventually(() => assert.equal(another.document.getText(), `${table}pull_policy = "if-not-present"`));
    await problemsBecome(another.document, []);
  });

  it('completes a value within the quotes that are there', async () => {
    const editor = await openNew(folder('completion'), '[[runners]]\n  executor = "|"\n');
    await type('docker-w');
    await acceptSuggestion(editor);
    assert.equal(editor.document.getText(), '[[runners]]\n  executor = "docker-windows"\n');
  });

  it('is undone in one step', async () => {
    const editor = await openNew(folder('completion'), `${RUNNER}  output_l|\n`);
    const before = editor.document.getText();
    await acceptSuggestion(editor);
    assert.include(editor.document.getText(), '  output_limit = ');
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });
});
