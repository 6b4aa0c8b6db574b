import { assert } from 'chai';
import {
  type CompletionList,
  commands,
  type Hover,
  languages,
  type MarkdownString,
  type Position,
  type TextDocument,
  type TextEdit,
  Uri,
} from 'vscode';
import { applyFix } from '../harness/code-actions';
import { closeAll, find, folder, open, setCursor } from '../harness/documents';
import { eventually } from '../harness/eventually';

describe('beside another YAML extension', () => {
  afterEach(closeAll);

  const openValues = () => open(Uri.joinPath(folder('beside-yaml'), 'values.yaml'));

  it('the diagnostics of both are there', async () => {
    const { document } = await openValues();
    await eventually(() => {
      const found = languages.getDiagnostics(document.uri);
      const texts = found.map(({ source, range }) => `${source?.replace(/:.*/, '')}: ${document.getText(range)}`);
      assert.sameMembers(texts, ['yaml-schema: many', 'gitlab-runner: limt']);
    });
  });

  it('each explains what is its own', async () => {
    const { document } = await openValues();
    await eventually(async () => {
      assert.match(await hover(document, find(document, 'replicas').translate(0, 2)), /THEIRS: how many pods/);
      assert.match(await hover(document, find(document, 'executor').translate(0, 2)), /docs\.gitlab\.com/);
    });
  });

  it('each completes what is its own', async () => {
    const editor = await openValues();
    const { document } = editor;
    await eventually(async () => {
      assert.include(await labels(document, find(document, 'limt')), 'output_limit');
      assert.notInclude(await labels(document, find(document, 'runners:')), 'output_limit');
    });
    await editor.edit((edit) => edit.insert(find(document, 'runners:'), 'rep'));
    await editor.edit((edit) => edit.delete(document.lineAt(0).rangeIncludingLineBreak));
    await eventually(async () =>
      assert.include(await labels(document, find(document, 'repr').translate(0, 3)), 'replicas'),
    );
  });

  it('a fix of ours leaves theirs alone', async () => {
    const editor = await openValues();
    const { document } = editor;
    setCursor(editor, find(document, 'limt').translate(0, 1));
    await applyFix(editor, 'Rename to `limit`');
    await eventually(() => {
      const sources = languages.getDiagnostics(document.uri).map(({ source }) => source?.replace(/:.*/, ''));
      assert.deepEqual(sources, ['yaml-schema']);
    });
  });

  it('theirs stays the only formatter: VS Code would ask which one to take', async () => {
    const { document } = await openValues();
    const edits = await commands.executeCommand<TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      { tabSize: 2, insertSpaces: true },
    );
    // Ours would indent the table below its runner; theirs leaves a block's text alone.
    assert.isFalse((edits ?? []).some(({ newText }) => newText.includes('  limt')));
  });
});

async function hover(document: TextDocument, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value)).join('\n');
}

async function labels(document: TextDocument, position: Position): Promise<string[]> {
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}
