import { assert } from 'chai';
import { commands, type TextEditor, Uri, window } from 'vscode';
import { type } from '../harness/completing';
import { closeAll, find, folder, open, setCursor } from '../harness/documents';
import { eventually } from '../harness/eventually';
import { hasPage, visibleText } from '../harness/page';

const OURS = 'gitlab-runner-config';
/** The inspector of tokens, which VS Code draws into the editor. */
const INSPECTOR = '.token-inspect-widget';

describe('highlighting', () => {
  afterEach(closeAll);

  const openFile = (...path: string[]) => open(Uri.joinPath(folder('highlighting'), ...path));

  describe('scopes', () => {
    const places: { file: string; at: string; language: string; scope: string }[] = [
      { file: 'gitlab-runner/config.toml', at: 'a comment', language: OURS, scope: 'comment.line.number-sign.toml' },
      { file: 'gitlab-runner/config.toml', at: 'concurrent', language: OURS, scope: 'support.type.property-name.toml' },
      { file: 'gitlab-runner/config.toml', at: '4\n', language: OURS, scope: 'constant.numeric' },
      { file: 'gitlab-runner/config.toml', at: 'runners]]', language: OURS, scope: 'toml' },
      { file: 'gitlab-runner/config.toml', at: 'docker"', language: OURS, scope: 'string.quoted.double.toml' },
      { file: 'gitlab-runner/config.toml', at: 'echo', language: OURS, scope: 'meta.embedded.block.shell.toml' },
      { file: 'gitlab-runner/config.toml', at: 'FF_NET', language: OURS, scope: 'constant.other.feature-flag.toml' },
      { file: 'values.yaml', at: 'gitlabUrl', language: 'yaml', scope: 'entity.name.tag.yaml' },
      { file: 'values.yaml', at: 'namespace', language: OURS, scope: 'support.type.property-name.toml' },
      { file: 'values.yaml', at: '# the end', language: OURS, scope: 'comment.line.number-sign.toml' },
      { file: 'values.yaml', at: 'secret', language: 'yaml', scope: 'entity.name.tag.yaml' },
    ];
    for (const { file, at, language, scope } of places) {
      it(`${file}: ${JSON.stringify(at)} is ${scope} of ${language}`, async function () {
        // The desktop has no API for it, and no page to look at.
        if (!hasPage) return this.skip();
        const editor = await openFile(...file.split('/'));
        setCursor(editor, find(editor.document, at));
        await commands.executeCommand('editor.action.inspectTMScopes');
        await eventually(async () => {
          const shown = await visibleText(folder('highlighting'), INSPECTOR);
          assert.match(shown, new RegExp(`language\\s+${language}\\n`));
          assert.include(shown, scope);
        });
      });
    }
  });

  // What VS Code takes for a string or a comment is seen by what typing does.
  it('quotes are closed in a value, and neither in a comment nor in a string', async () => {
    const editor = await openFile('gitlab-runner', 'config.toml');
    await typeAfter(editor, 'concurrent = 4', '\nname = "');
    assert.include(editor.document.getText(), 'name = ""\n');
    await typeAfter(editor, '# a comment', ' "');
    assert.include(editor.document.getText(), '# a comment "\n');
    await typeAfter(editor, '"docker', "'");
    assert.include(editor.document.getText(), '"docker\'"\n');
  });

  it('a comment is toggled with #', async () => {
    const editor = await openFile('gitlab-runner', 'config.toml');
    setCursor(editor, find(editor.document, 'executor'));
    await commands.executeCommand('editor.action.commentLine');
    assert.include(editor.document.getText(), '  # executor = "docker"\n');
  });
});

async function typeAfter(editor: TextEditor, part: string, text: string): Promise<void> {
  const { document } = editor;
  setCursor(editor, document.positionAt(document.offsetAt(find(document, part)) + part.length));
  assert.equal(window.activeTextEditor, editor);
  await type(text);
}
