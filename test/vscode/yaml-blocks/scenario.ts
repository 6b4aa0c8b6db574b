import { assert } from 'chai';
import { commands, type DocumentSymbol, type Hover, type MarkdownString, type TextEdit, Uri, window } from 'vscode';
import { applyFix } from '../harness/code-actions';
import { acceptShownSuggestion, acceptSuggestion, type } from '../harness/completing';
import {
  closeAll,
  find,
  folder,
  open,
  openNew,
  problems,
  problemsBecome,
  replace,
  setCursor,
} from '../harness/documents';
import { eventually, pause } from '../harness/eventually';

const BLOCK = `runners:
  config: |
    [[runners]]
      executor = "docker"
      [runners.docker]
        services = [‸"redis:7"]
  secret: runner-token
`;

describe('a configuration in YAML', () => {
  afterEach(closeAll);

  const openValues = () => open(Uri.joinPath(folder('yaml-blocks'), 'values.yaml'));

  it('is checked, in a file that stays YAML', async () => {
    const editor = await openValues();
    assert.equal(editor.document.languageId, 'yaml');
    await replace(editor, 'namespace =', 'namespce =');
    await problemsBecome(editor.document, ['unknown-key at "namespce"']);
    // The same words outside of the block are YAML's.
    await replace(editor, 'secret: runner-token', 'secret: runner-token\nnamespce = 1');
    await replace(editor, 'namespce = "ci"', 'namespace = "ci"');
    await problemsBecome(editor.document, []);
  });

  it('is explained by a hover', async () => {
    const { document } = await openValues();
    const position = find(document, 'namespace').translate(0, 2);
    const text = await eventually(async () => {
      const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
      return hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value)).join('\n');
    });
    assert.match(text, /namespace/i);
  });

  it('is completed by the Chinese name of a key while that is typed', async () => {
    const editor = await openValues();
    const at = find(editor.document, '# the end');
    setCursor(editor, at);
    await replace(editor, '# the end', '');
    setCursor(editor, at);
    await type('帮助镜像');
    await acceptShownSuggestion(editor.document);
    await eventually(() => assert.match(editor.document.getText(), /^ {8}helper_image = ""$/m));
  });

  it('is completed, and what is inserted keeps the indentation of the block', async () => {
    const editor = await openValues();
    setCursor(editor, find(editor.document, '# the end'));
    await type('[runners.kubernetes.aff');
    await acceptSuggestion(editor);
    await eventually(() => assert.match(editor.document.getText(), /^ {8}\[runners\.kubernetes\.affinity\]/m));
  });

  it('is fixed within its indentation, and that is undone in one step', async () => {
    const editor = await openNew(folder('yaml-blocks'), BLOCK, 'values.yaml', '‸');
    const { document } = editor;
    const original = document.getText();
    await problemsBecome(document, ['wrong-type at "[\\"redis:7\\"]"']);
    await applyFix(editor, 'Change to `[[runners.docker.services]]` tables');
    assert.equal(
      document.getText(),
      `runners:
  config: |
    [[runners]]
      executor = "docker"
      [runners.docker]
        [[runners.docker.services]]
          name = "redis:7"
  secret: runner-token
`,
    );
    await commands.executeCommand('undo');
    assert.equal(document.getText(), original);
  });

  it('is formatted by our command only: with a second formatter VS Code would ask which one to take', async () => {
    const text = 'runners:\n  config: |\n    [[runners]]\n    name="a"\n';
    const { document } = await openNew(folder('yaml-blocks'), text, 'values.yaml', '‸');
    await eventually(async () => {
      await commands.executeCommand('gitlabRunnerConfig.formatConfigurations');
      assert.equal(document.getText(), 'runners:\n  config: |\n    [[runners]]\n      name = "a"\n');
    });
    await commands.executeCommand('undo');
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await commands.executeCommand<TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      options,
    );
    assert.isEmpty(edits ?? []);
  });

  it('is in the outline', async () => {
    const { document } = await openValues();
    await eventually(async () => {
      const symbols = await commands.executeCommand<DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      assert.include(JSON.stringify(symbols?.map(({ name, children }) => [name, children])), 'kubernetes');
    });
  });

  it('is what the command extracts', async () => {
    const editor = await openValues();
    setCursor(editor, find(editor.document, 'executor'));
    await problemsBecome(editor.document, []);
    await eventually(async () => {
      await commands.executeCommand('gitlabRunnerConfig.extractConfiguration');
      assert.match(
        window.activeTextEditor?.document.getText() ?? '',
        /^\[\[runners\]\]\n {2}executor = "kubernetes"\n/,
      );
    });
  });

  it('is not seen in YAML of another kind', async () => {
    const text = 'services:\n  runners:\n    limt: 1\n    note: |\n      limt = 1\n';
    const { document } = await openNew(folder('yaml-blocks'), text, 'compose.yaml');
    await pause(400);
    assert.deepEqual(problems(document), []);
  });
});
