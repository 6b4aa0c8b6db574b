import { assert } from 'chai';
import { commands, DiagnosticSeverity, languages, TabInputCustom, Uri, window, workspace } from 'vscode';
import { closeAll, folder, open, problems, problemsBecome, replace } from '../harness/documents';
import { eventually, pause } from '../harness/eventually';

describe('diagnostics', () => {
  after(closeAll);

  it('appear while a mistake is typed and vanish when it is corrected', async () => {
    const editor = await open(Uri.joinPath(folder('diagnostics'), 'gitlab-runner', 'config.toml'));
    const { document } = editor;
    await pause(500);
    assert.deepEqual(problems(document), []);

    await replace(editor, 'image =', 'imgae =');
    await problemsBecome(document, ['unknown-key at "imgae"']);
    await replace(editor, 'concurrent = 4', 'concurrent = "4"');
    await problemsBecome(document, ['wrong-type at "\\"4\\""', 'unknown-key at "imgae"']);

    const [first, second] = languages
      .getDiagnostics(document.uri)
      .sort((a, b) => a.range.start.compareTo(b.range.start));
    assert.equal(first?.severity, DiagnosticSeverity.Error, 'the runner refuses it');
    assert.equal(second?.severity, DiagnosticSeverity.Warning, 'the runner ignores it');

    await replace(editor, 'imgae =', 'image =');
    await problemsBecome(document, ['wrong-type at "\\"4\\""']);
    await replace(editor, '"4"', '4');
    await problemsBecome(document, []);
  });

  it('stay on their text when lines are inserted above', async () => {
    const editor = await open(Uri.joinPath(folder('diagnostics'), 'gitlab-runner', 'config.toml'));
    await replace(editor, 'executor = "docker"', 'executor = "dokcer"');
    await problemsBecome(editor.document, ['invalid-value at "\\"dokcer\\""']);
    await replace(editor, 'concurrent = 4', '# one\n# two\nconcurrent = 4');
    await problemsBecome(editor.document, ['invalid-value at "\\"dokcer\\""']);
  });

  it('have a code that leads to its section of the reference, as a preview and without a question', async () => {
    const editor = await open(Uri.joinPath(folder('diagnostics'), 'gitlab-runner', 'config.toml'));
    await replace(editor, 'image =', 'imgae =');
    const target = await eventually(() => {
      const codes = languages.getDiagnostics(editor.document.uri).map(({ code }) => code);
      const code = codes.find((each) => typeof each === 'object' && each.value === 'unknown-key');
      return typeof code === 'object' ? code.target : assert.fail(`${JSON.stringify(codes)} lead nowhere`);
    });

    const page = await workspace.openTextDocument(target);
    assert.match(page.getText(), /^# `unknown-key`\n/);
    assert.match(page.getText(), /\(https:\/\/docs\.gitlab\.com\/runner\/[^)]*\)$/);
    await commands.executeCommand('vscode.open', target);
    await eventually(() => {
      const input = window.tabGroups.activeTabGroup.activeTab?.input;
      assert.instanceOf(input, TabInputCustom);
      assert.equal((input as TabInputCustom).viewType, 'vscode.markdown.preview.editor');
      assert.equal((input as TabInputCustom).uri.path, '/unknown-key.md');
    });
  });
});
