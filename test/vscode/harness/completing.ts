/** Completion by VS Code's own commands, as keys call them. */
import { commands, type TextDocument, type TextEditor } from 'vscode';
import { eventually, pause } from './eventually';

/** Types as a keyboard does: one character after the other, with auto-closing and the like. */
export async function type(text: string): Promise<void> {
  for (const character of text) await commands.executeCommand('type', { text: character });
}

/**
 * Opens the list of suggestions at the cursor and accepts the one that VS Code has selected. No API tells when the list is
 * there; accepting does nothing before, so it is tried until the text changes.
 */
export async function acceptSuggestion({ document }: TextEditor): Promise<void> {
  await commands.executeCommand('editor.action.triggerSuggest');
  await acceptShownSuggestion(document);
}

/** The same of the list that opened while somebody typed. */
export async function acceptShownSuggestion(document: TextDocument): Promise<void> {
  const before = document.getText();
  await eventually(async () => {
    await pause(100);
    await commands.executeCommand('acceptSelectedSuggestion');
    if (document.getText() === before) throw new Error('No suggestion was accepted.');
  });
}
