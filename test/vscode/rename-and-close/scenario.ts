import { assert } from 'chai';
import { commands, languages, Uri, WorkspaceEdit, workspace } from 'vscode';
import { closeAll, folder, open, problemsBecome } from '../harness/documents';
import { eventually } from '../harness/eventually';

const MISSPELLED = ['unknown-key at "imgae"'];

describe('rename and close', () => {
  after(closeAll);

  const home = () => Uri.joinPath(folder('rename-and-close'), 'gitlab-runner');

  it('a closed file has no problems in the list, and has them again when it is opened', async () => {
    const uri = Uri.joinPath(home(), 'config.toml');
    const { document } = await open(uri);
    await problemsBecome(document, MISSPELLED);
    await closeAll();
    await eventually(() => assert.isEmpty(languages.getDiagnostics(uri)));
    await problemsBecome((await open(uri)).document, MISSPELLED);
  });

  it('the problems of a renamed file go with it', async () => {
    const [from, to] = [Uri.joinPath(home(), 'config.toml'), Uri.joinPath(home(), 'config', 'config.toml')];
    await problemsBecome((await open(from)).document, MISSPELLED);
    const edit = new WorkspaceEdit();
    edit.renameFile(from, to);
    assert.ok(await workspace.applyEdit(edit));
    await eventually(() => assert.isEmpty(languages.getDiagnostics(from), 'under the old name'));
    await problemsBecome((await open(to)).document, MISSPELLED);
  });

  it('a file that is renamed to something else is let go', async () => {
    const [from, to] = [Uri.joinPath(home(), 'config', 'config.toml'), Uri.joinPath(home(), 'notes.txt')];
    await problemsBecome((await open(from)).document, MISSPELLED);
    const edit = new WorkspaceEdit();
    edit.renameFile(from, to);
    assert.ok(await workspace.applyEdit(edit));
    const { document } = await open(to);
    await eventually(() => assert.isEmpty([...languages.getDiagnostics(from), ...languages.getDiagnostics(to)]));
    assert.equal(document.languageId, 'plaintext');
    await commands.executeCommand('workbench.action.files.revert');
  });
});
