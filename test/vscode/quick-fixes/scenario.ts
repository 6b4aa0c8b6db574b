import { assert } from 'chai';
import { commands, Uri, workspace } from 'vscode';
import { applyFix, settleLightBulb } from '../harness/code-actions';
import { closeAll, find, folder, open, openNew, problems, problemsBecome, setCursor } from '../harness/documents';
import { eventually } from '../harness/eventually';
import { FIX_CASES } from './cases';

const BROKEN = ['bare-word at "shell"', 'wrong-type at "\\"2\\""', 'unknown-key at "limt"'];
const FIXED = '[[runners]]\n  name = "shell"\n  executor = "shell"\n  limit = 2\n  limt = 3\n';

describe('quick fixes', () => {
  afterEach(closeAll);

  for (const { kind, before, problem, fix, after } of FIX_CASES) {
    it(`one ${kind}, and is undone in one step`, async () => {
      const editor = await openNew(folder('quick-fixes'), before);
      const { document } = editor;
      const original = before.replace('|', '');
      assert.equal(document.getText(), original);
      await eventually(() => assert.include(problems(document), problem));

      await applyFix(editor, fix);
      assert.equal(document.getText(), after);
      await eventually(() => assert.notInclude(problems(document), problem));

      await commands.executeCommand('undo');
      assert.equal(document.getText(), original);
      await eventually(() => assert.include(problems(document), problem));
    });
  }

  it('the preferred one is applied by its key', async () => {
    const editor = await openNew(folder('quick-fixes'), '[[runners]]\n  executor = "docker"\n  li|mt = 1\n');
    await problemsBecome(editor.document, ['unknown-key at "limt"']);
    await settleLightBulb();
    await commands.executeCommand('editor.action.autoFix');
    await eventually(() => assert.include(editor.document.getText(), 'limit = 1'));
    await problemsBecome(editor.document, []);
  });

  it('"Fix All" repairs what is safe, in one step', async () => {
    const editor = await open(Uri.joinPath(folder('quick-fixes'), 'gitlab-runner', 'config.toml'));
    const { document } = editor;
    const original = document.getText();
    await problemsBecome(document, BROKEN);
    setCursor(editor, find(document, '[[runners]]'));
    await settleLightBulb();
    await commands.executeCommand('editor.action.fixAll');
    // A guess at a name is not safe.
    await eventually(() => assert.equal(document.getText(), FIXED));
    await commands.executeCommand('undo');
    assert.equal(document.getText(), original);
  });

  it('"Fix All" runs on save where the settings say so', async () => {
    const { document } = await openNew(folder('quick-fixes'), '[[runners]]\n  limit = "2"|\n');
    await problemsBecome(document, ['wrong-type at "\\"2\\""']);
    // A file without a change is not saved.
    await commands.executeCommand('type', { text: ' ' });
    assert.ok(await document.save());
    const saved = new TextDecoder().decode(await workspace.fs.readFile(document.uri));
    assert.equal(saved, '[[runners]]\n  limit = 2 \n');
  });
});
