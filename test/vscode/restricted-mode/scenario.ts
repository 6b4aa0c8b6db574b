import { assert } from 'chai';
import { type CompletionList, commands, type Hover, Uri, workspace } from 'vscode';
import { applyFix } from '../harness/code-actions';
import { closeAll, find, folder, open, problemsBecome, replace, setCursor } from '../harness/documents';

describe('restricted mode', () => {
  after(closeAll);

  it('is what this window is in', () => assert.isFalse(workspace.isTrusted));

  it('a file is checked, fixed, explained and completed all the same: nothing of the workspace is run', async () => {
    const editor = await open(Uri.joinPath(folder('restricted-mode'), 'gitlab-runner', 'config.toml'));
    const { document } = editor;
    await replace(editor, 'image =', 'imgae =');
    await problemsBecome(document, ['unknown-key at "imgae"']);
    const position = find(document, 'imgae').translate(0, 1);
    setCursor(editor, position);
    await applyFix(editor, 'Rename to `image`');
    await problemsBecome(document, []);
    assert.isNotEmpty(await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position));
    const end = document.positionAt(document.getText().length);
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end,
    );
    assert.include(
      list.items.map(({ label }) => label),
      'privileged',
    );
  });
});
