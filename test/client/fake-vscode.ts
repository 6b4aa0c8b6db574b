/** As much of VS Code as the client needs to run: what it shows is written down, and every translation is in brackets. */
import { bracketed } from './translations';

interface Opened {
  readonly languageId: string;
  readonly path: string;
  readonly text: string;
}

interface Files {
  readonly files: Map<string, string>;
  readonly watchers: ReturnType<typeof fakeWatcher>[];
  readonly diagnostics: Map<string, readonly unknown[]>;
}

type Command = (...given: unknown[]) => unknown;
type Say = (...texts: unknown[]) => void;
type Named = Readonly<Record<string, unknown>>;

const disposable = () => ({ dispose() {} });
const nowhere = { line: 0, character: 0 };

class EventEmitter {
  private readonly listeners: ((value: unknown) => void)[] = [];
  readonly event = (listener: (value: unknown) => void) => {
    this.listeners.push(listener);
    return disposable();
  };
  fire(value: unknown) {
    for (const listener of this.listeners) listener(value);
  }
  dispose() {}
}

/** A VS Code with some documents open, the first of them in the active editor; `onDisk`: other files, by path. */
export function fakeVscode(
  opened: readonly Opened[],
  settings: Named = {},
  onDisk: Readonly<Record<string, string>> = {},
) {
  const said = new Set<string>();
  const say: Say = (...texts) => {
    for (const text of texts) if (typeof text === 'string') said.add(text);
  };
  const commands = new Map<string, Command>();
  const status: Record<string, unknown> = {};
  const documents = opened.map(openDocument);
  const files: Files = { files: new Map(Object.entries(onDisk)), watchers: [], diagnostics: new Map() };
  const closed = new EventEmitter();
  const configured = new EventEmitter();
  const lenses = new Map<string, Lenses>();
  const terminal: { links?: TerminalLinks } = {};
  const progress = { isCancellationRequested: false, reports: [] as unknown[] };

  const api = {
    ...{
      EventEmitter,
      Disposable: Object.assign(class {}, { from: disposable }),
      Range: class {},
      SnippetString: class {},
    },
    ...{
      LanguageStatusSeverity: { Information: 0, Error: 2 },
      OverviewRulerLane: {},
      ThemeColor: class {},
      QuickPickItemKind: {},
      LogLevel: { Trace: 1, Info: 3 },
      ViewColumn: {},
    },
    ProgressLocation: { Notification: 15 },
    l10n: { t: bracketed },
    env: { language: 'en', clipboard: { readText: async () => 'the log of a job', writeText: async () => {} } },
    ...{
      TabInputText: class {},
      CodeLens,
      TreeItem,
      TreeItemCollapsibleState: {},
      ThemeIcon: class {},
      Selection: class {},
    },
    Uri: Object.assign(class {}, {
      parse: (path: string) => ({ path }),
      from: (parts: object) => ({ ...parts, toString: () => JSON.stringify(parts) }),
      joinPath: (base: { path: string }, file: string) => ({ path: `${base.path}/${file}` }),
    }),
    // TOML belongs to another extension, so that a document keeps its language.
    extensions: {
      getExtension: () => undefined,
      all: [{ id: 'another', packageJSON: { contributes: { languages: [{ id: 'toml' }] } } }],
    },
    languages: {
      createDiagnosticCollection: () => ({
        set: ({ path }: Address, found: readonly unknown[]) => files.diagnostics.set(path, found),
        delete: ({ path }: Address) => files.diagnostics.delete(path),
        dispose() {},
      }),
      createLanguageStatusItem: () => status,
      registerCodeLensProvider(selector: { language?: string }, provider: Lenses) {
        if (selector.language !== undefined) lenses.set(selector.language, provider);
        return disposable();
      },
      registerCompletionItemProvider: disposable,
      registerHoverProvider: disposable,
      setTextDocumentLanguage: async (document: unknown) => document,
    },
    commands: {
      registerCommand(name: string, command: Command) {
        commands.set(name, command);
        return disposable();
      },
      executeCommand: async () => {},
    },
    window: {
      ...fakeWindow(say, documents[0]),
      createTreeView: (_: string, { treeDataProvider }: { treeDataProvider: Tree }) =>
        showTree(treeDataProvider, say, commands),
      registerTerminalLinkProvider: (provider: TerminalLinks) => {
        terminal.links = provider;
        return disposable();
      },
      async withProgress({ title }: Named, task: (...given: unknown[]) => unknown) {
        say(title);
        return task({ report: (step: unknown) => progress.reports.push(step) }, progress);
      },
    },
    workspace: {
      ...fakeWorkspace(documents, settings, files),
      onDidCloseTextDocument: closed.event,
      onDidChangeConfiguration: configured.event,
    },
  };

  return {
    api,
    ...files,
    progress,
    lenses,
    terminal,
    close: (path: string) => closed.fire(openDocument({ path, languageId: '', text: '' })),
    configure: () => configured.fire({ affectsConfiguration: () => true }),
    run: async (command: string) => commands.get(command)?.(),
    /** All that was shown, and what the status item shows now. */
    shown(): ReadonlySet<string> {
      const { name, text, detail, command } = status;
      const { title, tooltip } = (command ?? {}) as Named;
      say(name, text, detail, title, tooltip);
      return said;
    },
  };
}

type Document = ReturnType<typeof openDocument>;

type Address = ReturnType<typeof addressOf>;

function addressOf(path: string) {
  const uri = {
    path,
    scheme: 'file',
    toString: () => `file://${path}`,
    with: ({ path }: Named) => addressOf(`${path}`),
  };
  return uri;
}

function fakeWatcher() {
  const events = { create: new EventEmitter(), change: new EventEmitter(), delete: new EventEmitter() };
  return {
    onDidCreate: events.create.event,
    onDidChange: events.change.event,
    onDidDelete: events.delete.event,
    fire: (kind: keyof typeof events, path: string) => events[kind].fire(addressOf(path)),
    dispose() {},
  };
}

function openDocument({ languageId, path, text }: Opened) {
  const uri = addressOf(path);
  return { languageId, uri, version: 1, isClosed: false, getText: () => text, positionAt: () => nowhere };
}

interface Lenses {
  provideCodeLenses(document: unknown): Promise<readonly { readonly args: readonly unknown[] }[]>;
}

interface TerminalLinks {
  provideTerminalLinks(context: { line: string }): Promise<readonly { startIndex: number; length: number }[]>;
}

/** What a view shows of a tree: all of it. */
interface Tree {
  readonly onDidChangeTreeData: (listener: () => void) => unknown;
  getChildren(entry?: unknown): readonly unknown[];
  getTreeItem(entry: unknown): TreeItem & {
    readonly tooltip?: unknown;
    readonly accessibilityInformation?: { readonly label: string };
    readonly command?: ClickedCommand;
  };
}

interface ClickedCommand {
  readonly command: string;
  readonly arguments: readonly unknown[];
}

class CodeLens {
  readonly args: readonly unknown[];
  constructor(...args: unknown[]) {
    this.args = args;
  }
}

class TreeItem {
  constructor(readonly label: string) {}
}

/** Shows a tree whenever it changes, and clicks at each of its lines. */
function showTree(tree: Tree, say: Say, commands: ReadonlyMap<string, Command>) {
  const show = (entries: readonly unknown[]): void => {
    for (const entry of entries) {
      const { label, tooltip, accessibilityInformation, command } = tree.getTreeItem(entry);
      say(label, tooltip, accessibilityInformation?.label);
      if (command) commands.get(command.command)?.(...command.arguments);
      show(tree.getChildren(entry));
    }
  };
  tree.onDidChangeTreeData(() => show(tree.getChildren()));
  return { ...disposable(), async reveal() {} };
}

function fakeWindow(say: Say, document: Document | undefined) {
  /** Nobody answers. */
  const showMessage = async (...texts: unknown[]) => say(...texts);
  return {
    tabGroups: { all: [] },
    activeTextEditor: document && { document, selection: { active: nowhere } },
    visibleTextEditors: [],
    onDidChangeActiveTextEditor: disposable,
    onDidChangeVisibleTextEditors: disposable,
    onDidChangeTextEditorSelection: disposable,
    createTextEditorDecorationType: disposable,
    createOutputChannel(name: string) {
      say(name);
      return { name, warn: say, error: say, show() {}, dispose() {} };
    },
    showInformationMessage: showMessage,
    showWarningMessage: showMessage,
    /** The first item is picked. */
    async showQuickPick(items: readonly Named[], { title, placeHolder }: Named) {
      say(title, placeHolder);
      for (const { label, detail, description } of items) say(label, detail, description);
      return items[0];
    },
    async showInputBox({ title, prompt }: Named) {
      say(title, prompt);
      return undefined;
    },
    showErrorMessage: showMessage,
    async showSaveDialog({ title }: Named) {
      say(title);
      return undefined;
    },
    setStatusBarMessage: say,
    showTextDocument: async () => ({ insertSnippet() {}, edit() {}, revealRange() {} }),
  };
}

function fakeWorkspace(textDocuments: readonly Document[], settings: Named, { files, watchers }: Files) {
  const read = ({ path }: Address) => {
    const text = files.get(path);
    if (text === undefined) throw new Error('no such file');
    return new TextEncoder().encode(text);
  };
  return {
    registerTextDocumentContentProvider: disposable,
    textDocuments,
    fs: {
      isWritableFileSystem: () => undefined,
      stat: async (uri: Address) => (files.size > 0 ? { size: read(uri).length } : {}),
      readFile: async (uri: Address) => read(uri),
    },
    createFileSystemWatcher() {
      const watcher = fakeWatcher();
      watchers.push(watcher);
      return watcher;
    },
    asRelativePath: ({ path }: { path: string }) => path.slice(1),
    findFiles: async () => [
      ...textDocuments.filter(({ languageId }) => languageId === 'yaml').map(({ uri }) => uri),
      ...[...files.keys()].map(addressOf),
    ],
    getConfiguration: () => ({ get: (name: string, byDefault: unknown) => settings[name] ?? byDefault }),
    openTextDocument: async (uri: unknown) =>
      textDocuments.find((document) => document.uri === uri) ?? textDocuments[0],
    onDidOpenTextDocument: disposable,
    onDidChangeTextDocument: disposable,
    onDidSaveTextDocument: disposable,
  };
}
