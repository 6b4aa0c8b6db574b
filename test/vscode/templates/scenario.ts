import { assert } from 'chai';
import { Uri, workspace } from 'vscode';
import { closeAll, folder, open, problemsBecome } from '../harness/documents';
import { eventually } from '../harness/eventually';

describe('a template of TOML whose language no extension knows', () => {
  after(closeAll);

  // In a window of its own: nothing else there activates us.
  it('is recognised, checked between its expressions, and gets our language', async () => {
    const uri = Uri.joinPath(folder('templates'), 'roles', 'runner', 'templates', 'config.toml.j2');
    await open(uri);
    const current = () => workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    await eventually(() => assert.equal(current()?.languageId, 'gitlab-runner-config'));
    await problemsBecome(current() ?? assert.fail(), ['unknown-key at "limt"']);
  });
});
