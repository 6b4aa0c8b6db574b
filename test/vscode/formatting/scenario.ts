import { assert } from 'chai';
import { commands, type TextDocument, type TextEdit, Uri, workspace } from 'vscode';
import { closeAll, find, folder, open, setCursor } from '../harness/documents';
import { eventually } from '../harness/eventually';

const FORMATTED = `concurrent = 4

[[runners]]
  name = "docker"
  [runners.docker]
    image = "alpine:3.21"   # small
`;

describe('formatting', () => {
  after(closeAll);

  it('happens on save where the settings say so, and is undone in one step', async () => {
    const editor = await open(Uri.joinPath(folder('formatting'), 'gitlab-runner', 'config.toml'));
    const { document } = editor;
    // VS Code saves unformatted when no formatter answers soon, so the server has to know the file.
    await eventually(async () => assert.isNotEmpty(await formattingOf(document)));
    setCursor(editor, find(document, '0"').translate(0, 1));
    await commands.executeCommand('deleteLeft');
    await commands.executeCommand('type', { text: '1' });
    const typed = document.getText();
    assert.ok(await document.save());
    assert.equal(document.getText(), FORMATTED);
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(document.uri)), FORMATTED);

    await commands.executeCommand('undo');
    assert.equal(document.getText(), typed);
  });
});

async function formattingOf({ uri }: TextDocument): Promise<TextEdit[]> {
  const options = { tabSize: 2, insertSpaces: true };
  return (await commands.executeCommand<TextEdit[]>('vscode.executeFormatDocumentProvider', uri, options)) ?? [];
}
