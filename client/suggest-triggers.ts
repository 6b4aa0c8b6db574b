/**
 * When VS Code asks for suggestions by itself. After a trigger character it asks anew and leaves the list of before on the screen
 * until the answer comes; so does a letter that begins another word than the list was made for. Enter then takes an item of
 * yesterday: after a closing quote or a bracket, the end of a line is lost. So of the server's characters only `[` stays, which
 * begins something; the list of values is asked for where a value begins, and from there each letter narrows it at once.
 */
import { commands, type Disposable, type TextDocumentChangeEvent, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

const KEPT = ['['];

/** Tells VS Code of fewer trigger characters than the server names; to be called before the client starts. */
export function limitTriggers(client: BaseLanguageClient): void {
  const feature = client.getFeature('textDocument/completion');
  const initialize = feature.initialize.bind(feature);
  feature.initialize = (capabilities, selector) => {
    const { completionProvider } = capabilities;
    if (!completionProvider) return initialize(capabilities, selector);
    const kept = completionProvider.triggerCharacters?.filter((character) => KEPT.includes(character)) ?? [];
    initialize({ ...capabilities, completionProvider: { ...completionProvider, triggerCharacters: kept } }, selector);
  };
}

/** Opens the list of values behind `key = `, and in quotes that were just opened. */
export function suggestValues(isServed: (uri: string) => boolean): Disposable {
  return workspace.onDidChangeTextDocument((event) => {
    const { document } = event;
    const editor = window.activeTextEditor;
    if (editor?.document !== document || !beginsValue(event) || !isServed(document.uri.toString())) return;
    const settings = workspace.getConfiguration('editor', document);
    if (!settings.get<boolean>('suggestOnTriggerCharacters', true)) return;
    void commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  });
}

function beginsValue({ document, contentChanges, reason }: TextDocumentChangeEvent): boolean {
  const [change, another] = contentChanges;
  if (!change || another || reason !== undefined || !change.range.isEmpty) return false;
  const { line, character } = change.range.start;
  const { text } = document.lineAt(line);
  // An editor closes the quotes that somebody opens.
  if (change.text === '""' || change.text === "''") return true;
  return (
    change.text === ' ' && character + 1 === text.trimEnd().length + 1 && /^[^#]*[^#=]=$/.test(text.slice(0, character))
  );
}
