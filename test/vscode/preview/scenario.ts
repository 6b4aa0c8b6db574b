import { assert } from 'chai';
import {
  type CodeLens,
  commands,
  type Hover,
  type MarkdownString,
  Range,
  TabInputTextDiff,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { closeAll, find, folder, open, openNew, replace, setCursor } from '../harness/documents';
import { eventually, pause } from '../harness/eventually';

const SCHEME = 'gitlab-runner-preview';
declare const SLACK: number;

/** What a person is promised, in milliseconds. */
const PROMISED = 100 * SLACK;
/** Whoever types leaves so much time between two keys at least. */
const BETWEEN_KEYS = 100;
const CHANGES = 40;

const TOML = `concurrent = 4

[[runners]]
  name = "pods"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0001"
  executor = "kubernetes"
  [runners.kubernetes]
    image = "alpine:3.22"
    cpu_limit = "2"

[[runners]]
  name = "containers"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0002"
  executor = "docker"
  [runners.docker]
    image = "debian:13"
`;

describe('the preview of a job', () => {
  const openFile = () => openNew(folder('preview'), TOML);
  /** In a folder that is there: VS Code's watcher misses what is written right after its folder was made. */
  const openWatchedFile = async () => {
    const uri = Uri.joinPath(folder('preview'), 'gitlab-runner', 'config.toml');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(TOML));
    return open(uri);
  };
  afterEach(closeAll);

  it('opens beside the file, for the runner at the cursor, and leaves the focus there', async () => {
    const editor = await openFile();
    setCursor(editor, find(editor.document, 'image = "debian'));
    await commands.executeCommand('gitlabRunnerConfig.previewJob');
    const preview = await shownPreview();
    assert.equal(preview.viewColumn, ViewColumn.Two);
    assert.equal(preview.document.languageId, 'yaml');
    assert.match(preview.document.getText(), /^# Runner "containers", executor `docker`/);
    assert.equal(window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
  });

  it('has a lens above each runner, which opens it', async () => {
    const {
      document: { uri },
    } = await openFile();
    const lenses = await lensesOf(uri, 2);
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.title]),
      [
        [2, 'Preview Job'],
        [11, 'Preview Job'],
      ],
    );
    const [command, ...passed] = [lenses[0]?.command?.command ?? '', ...(lenses[0]?.command?.arguments ?? [])];
    await commands.executeCommand(command, ...passed);
    assert.match((await shownPreview()).document.getText(), /^kind: Pod$/m);
  });

  it('has no lens where the user wants none', async () => {
    const {
      document: { uri },
    } = await openFile();
    await lensesOf(uri, 2);
    const settings = workspace.getConfiguration('gitlabRunnerConfig');
    await settings.update('codeLens', false);
    try {
      await lensesOf(uri, 0);
    } finally {
      await settings.update('codeLens', undefined);
    }
  });

  it('follows a change within a tenth of a second', async function () {
    this.timeout(90_000);
    const editor = await openFile();
    setCursor(editor, find(editor.document, 'cpu_limit'));
    await commands.executeCommand('gitlabRunnerConfig.previewJob');
    const { document } = await shownPreview();
    await textBecomes(document, 'cpu: "2"');
    const times: number[] = [];
    for (let limit = 3; limit < 3 + CHANGES; limit++) {
      await pause(BETWEEN_KEYS);
      const changed = textChange(document, `cpu: "${limit}"`);
      const started = Date.now();
      await replace(editor, `cpu_limit = "${limit - 1}"`, `cpu_limit = "${limit}"`);
      times.push((await changed) - started);
    }
    times.sort((one, other) => one - other);
    assert.isAtMost(times[CHANGES / 2] ?? Number.POSITIVE_INFINITY, PROMISED, times.join(', '));
  });

  it('shows the last of many changes at once', async () => {
    const editor = await openFile();
    setCursor(editor, find(editor.document, 'cpu_limit'));
    await commands.executeCommand('gitlabRunnerConfig.previewJob');
    const { document } = await shownPreview();
    await textBecomes(document, 'cpu: "2"');
    for (let limit = 3; limit < 30; limit++) {
      await replace(editor, `cpu_limit = "${limit - 1}"`, `cpu_limit = "${limit}"`);
    }
    await textBecomes(document, 'cpu: "29"');
  });

  it('says how the job fails, and is back when it does not', async () => {
    const editor = await openFile();
    setCursor(editor, find(editor.document, 'cpu_limit'));
    await commands.executeCommand('gitlabRunnerConfig.previewJob');
    const { document } = await shownPreview();
    await replace(editor, '"2"', '"two"');
    await textBecomes(document, '# The job fails: ');
    await textBecomes(document, '# Line 10: cpu_limit = "two"');
    await replace(editor, '"two"', '"2"');
    await textBecomes(document, 'cpu: "2"');
  });

  it('says of a line where it comes from, and leads there', async () => {
    const editor = await openFile();
    setCursor(editor, find(editor.document, 'concurrent'));
    await commands.executeCommand('gitlabRunnerConfig.previewJob', editor.document.uri, { index: 0 });
    const { document } = await shownPreview();
    const text = await hoverAt(document, 'cpu: "2"');
    assert.match(text, /`runners\.kubernetes\.cpu_limit`/);
    const [, name = '', passed = ''] = /\[Go to line 10\]\(command:([\w.]+)\?([^)]*)\)/.exec(text) ?? [];
    await commands.executeCommand(name, ...JSON.parse(decodeURIComponent(passed)));
    await eventually(() => {
      assert.equal(window.activeTextEditor?.viewColumn, ViewColumn.One);
      assert.equal(editor.document.getText(window.activeTextEditor?.selection), 'cpu_limit = "2"');
    });
    assert.match(await hoverAt(document, 'dnsPolicy:'), /`runners\.kubernetes\.dns_policy` is not set[^[]*$/);
  });

  it('is compared with that of the file as it is saved', async () => {
    const editor = await openWatchedFile();
    await workspace.getConfiguration('files').update('autoSave', 'off');
    try {
      setCursor(editor, find(editor.document, 'cpu_limit'));
      await replace(editor, '"2"', '"4"');
      await commands.executeCommand('gitlabRunnerConfig.comparePreviewWithSaved');
      await eventually(() => {
        const { input } = window.tabGroups.activeTabGroup.activeTab ?? {};
        if (!(input instanceof TabInputTextDiff)) assert.fail('no difference is shown');
        assert.include(textAt(input.original), 'cpu: "2"');
        assert.include(textAt(input.modified), 'cpu: "4"');
      });
      await editor.document.save();
      await eventually(() => {
        const { input } = window.tabGroups.activeTabGroup.activeTab ?? {};
        if (!(input instanceof TabInputTextDiff)) assert.fail('no difference is shown');
        assert.include(textAt(input.original), 'cpu: "4"');
      });
      // Another program writes it while it is edited.
      const { document } = editor;
      const { uri } = document;
      const written = find(document, '"4"');
      // Its editor is behind the difference.
      const edit = new WorkspaceEdit();
      edit.replace(uri, new Range(written, written.translate(0, '"4"'.length)), '"5"');
      await workspace.applyEdit(edit);
      await workspace.fs.writeFile(uri, new TextEncoder().encode(TOML.replace('"2"', '"6"')));
      await eventually(() => {
        const { input } = window.tabGroups.activeTabGroup.activeTab ?? {};
        if (!(input instanceof TabInputTextDiff)) assert.fail('no difference is shown');
        assert.include(textAt(input.original), 'cpu: "6"');
        assert.include(textAt(input.modified), 'cpu: "5"');
      });
    } finally {
      await workspace.getConfiguration('files').update('autoSave', undefined);
      await commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  it('is none of our configurations', async () => {
    const editor = await openFile();
    setCursor(editor, find(editor.document, 'cpu_limit'));
    await commands.executeCommand('gitlabRunnerConfig.previewJob');
    const { document } = await shownPreview();
    assert.isFalse(document.isDirty);
    assert.deepEqual(await commands.executeCommand('vscode.executeCodeLensProvider', document.uri), []);
  });
});

function shownPreview(): Promise<TextEditor> {
  return eventually(() => {
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.scheme === SCHEME);
    assert.ok(editor, 'a preview is shown');
    assert.notEqual(editor.document.getText(), '');
    return editor;
  });
}

/** What an open document holds. */
function textAt(uri: Uri): string {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.getText() ?? '';
}

async function hoverAt(document: TextDocument, part: string): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    find(document, part),
  );
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value)).join('\n');
}

function lensesOf(uri: Uri, count: number): Promise<CodeLens[]> {
  return eventually(async () => {
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 9);
    assert.lengthOf(lenses, count);
    return lenses;
  });
}

function textBecomes(document: TextDocument, part: string): Promise<void> {
  return eventually(() => assert.include(document.getText(), part));
}

/** When a document came to hold a text. */
function textChange(document: TextDocument, part: string): Promise<number> {
  return new Promise((resolve) => {
    const listening = workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || !document.getText().includes(part)) return;
      listening.dispose();
      resolve(Date.now());
    });
  });
}
