import { assert } from 'chai';
import {
  type CompletionList,
  commands,
  type Hover,
  languages,
  type MarkdownString,
  type Position,
  type TextDocument,
  Uri,
} from 'vscode';
import { applyFix } from '../harness/code-actions';
import { closeAll, find, folder, open, openNew, problemsBecome, setCursor } from '../harness/documents';
import { eventually } from '../harness/eventually';

describe('beside another YAML extension', () => {
  after(closeAll);

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
    const { document } = await openValues();
    await eventually(async () => {
      assert.include(await labels(document, find(document, 'limt')), 'output_limit');
      assert.notInclude(await labels(document, find(document, 'runners:')), 'output_limit');
    });
    const { document: half } = await openNew(folder('beside-yaml'), 'rep', 'values.yaml');
    await eventually(async () => assert.include(await labels(half, half.positionAt(3)), 'replicas'));
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
  it('a template of Helm keeps the language of the extension that owns it, is served, and is explained by both', async () => {
    const editor = await open(Uri.joinPath(folder('beside-yaml'), 'chart', 'templates', 'configmap.yaml'));
    const { document } = editor;
    assert.equal(document.languageId, 'helm');
    await problemsBecome(document, ['unknown-key at "limt"']);
    await eventually(async () => {
      assert.match(await hover(document, find(document, 'kind').translate(0, 1)), /^THEIRS: what Helm makes of it$/);
      assert.match(await hover(document, find(document, 'executor').translate(0, 2)), /docs\.gitlab\.com/);
      assert.include(await labels(document, find(document, 'limt')), 'output_limit');
    });
    setCursor(editor, find(document, 'limt').translate(0, 1));
    await applyFix(editor, 'Rename to `limit`');
    await eventually(() => assert.include(document.getText(), '      limit = 1\n      {{- end }}\n'));
    assert.equal(document.languageId, 'helm');
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
