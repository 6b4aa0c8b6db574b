/** What is done to code actions before an editor gets them. */
import type { CodeAction } from 'vscode-languageserver-types';

/**
 * The same actions for the text of one version only: an editor that looks at it refuses them when the text has changed
 * since. For a client with `workspace.workspaceEdit.documentChanges`.
 */
export function withVersion(actions: readonly CodeAction[], version: number): CodeAction[] {
  return actions.map((action) => {
    const changes = Object.entries(action.edit?.changes ?? {});
    if (changes.length === 0) return action;
    const documentChanges = changes.map(([uri, edits]) => ({ textDocument: { uri, version }, edits }));
    return { ...action, edit: { documentChanges } };
  });
}
