import { assert } from 'chai';
import { type CompletionList, commands, type Hover, Uri } from 'vscode';
import { applyFix } from '../harness/code-actions';
import { closeAll, find, folder, open, problems, problemsBecome, setCursor } from '../harness/documents';
import { pause } from '../harness/eventually';

describe('beside an extension that owns TOML', () => {
  after(closeAll);

  const openFile = (path: string) => open(Uri.joinPath(folder('beside-toml'), path));

  it('a configuration keeps the language of that extension, and is served', async () => {
    const editor = await openFile('etc/runner.toml');
    const { document } = editor;
    assert.equal(document.languageId, 'toml');
    await problemsBecome(document, ['unknown-key at "limt"']);
    await pause(200);
    assert.equal(document.languageId, 'toml');
    const position = find(document, 'executor').translate(0, 1);
    assert.isNotEmpty(await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position));
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      find(document, 'limt'),
    );
    assert.include(
      list.items.map(({ label }) => label),
      'output_limit',
    );
    setCursor(editor, find(document, 'limt').translate(0, 1));
    await applyFix(editor, 'Rename to `limit`');
    await problemsBecome(document, []);
  });

  it('a file at a well-known path has our language', async () => {
    const { document } = await openFile('gitlab-runner/config.toml');
    assert.equal(document.languageId, 'gitlab-runner-config');
    await problemsBecome(document, ['unknown-key at "limt"']);
  });

  it('TOML of other programs is left to that extension', async () => {
    const { document } = await openFile('Cargo.toml');
    assert.equal(document.languageId, 'toml');
    await pause(400);
    assert.deepEqual(problems(document), []);
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      find(document, 'name'),
    );
    assert.isEmpty(hovers);
  });
});
