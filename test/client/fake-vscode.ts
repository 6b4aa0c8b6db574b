/** As much of VS Code as the client needs to run: what it shows is written down, and every translation is in brackets. */
import { bracketed } from './translations';

interface Opened {
  readonly languageId: string;
  readonly path: string;
  readonly text: string;
}

type Command = () => unknown;
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

/** A VS Code with some documents open, the first of them in the active editor. */
export function fakeVscode(opened: readonly Opened[], settings: Named = {}) {
  const said = new Set<string>();
  const say: Say = (...texts) => {
    for (const text of texts) if (typeof text === 'string') said.add(text);
  };
  const commands = new Map<string, Command>();
  const status: Record<string, unknown> = {};
  const documents = opened.map(openDocument);

  const api = {
    ...{ EventEmitter, Disposable: { from: disposable }, Range: class {}, SnippetString: class {} },
    ...{
      LanguageStatusSeverity: { Information: 0, Error: 2 },
      OverviewRulerLane: {},
      ThemeColor: class {},
      QuickPickItemKind: {},
      LogLevel: { Trace: 1, Info: 3 },
      ViewColumn: {},
    },
    l10n: { t: bracketed },
    Uri: Object.assign(class {}, {
      joinPath: (base: { path: string }, file: string) => ({ path: `${base.path}/${file}` }),
    }),
    // TOML belongs to another extension, so that a document keeps its language.
    extensions: { all: [{ id: 'another', packageJSON: { contributes: { languages: [{ id: 'toml' }] } } }] },
    languages: {
      createLanguageStatusItem: () => status,
      registerCodeLensProvider: disposable,
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
    window: fakeWindow(say, documents[0]),
    workspace: fakeWorkspace(documents, settings),
  };

  return {
    api,
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

function openDocument({ languageId, path, text }: Opened) {
  const uri = { path, scheme: 'file', toString: () => `file://${path}` };
  return { languageId, uri, version: 1, isClosed: false, getText: () => text, positionAt: () => nowhere };
}

function fakeWindow(say: Say, document: Document | undefined) {
  /** Nobody answers. */
  const showMessage = async (...texts: unknown[]) => say(...texts);
  return {
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
    async showSaveDialog({ title }: Named) {
      say(title);
      return undefined;
    },
    showTextDocument: async () => ({ insertSnippet() {}, edit() {}, revealRange() {} }),
  };
}

function fakeWorkspace(textDocuments: readonly Document[], settings: Named) {
  return {
    textDocuments,
    fs: { stat: async () => ({}) },
    registerTextDocumentContentProvider: disposable,
    asRelativePath: ({ path }: { path: string }) => path.slice(1),
    findFiles: async () => textDocuments.filter(({ languageId }) => languageId === 'yaml').map(({ uri }) => uri),
    getConfiguration: () => ({ get: (name: string, byDefault: unknown) => settings[name] ?? byDefault }),
    openTextDocument: async (uri: unknown) =>
      textDocuments.find((document) => document.uri === uri) ?? textDocuments[0],
    onDidOpenTextDocument: disposable,
    onDidChangeTextDocument: disposable,
    onDidSaveTextDocument: disposable,
    onDidCloseTextDocument: disposable,
    onDidChangeConfiguration: disposable,
  };
}
