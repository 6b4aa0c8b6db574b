/** What is done to code actions of several configurations in a file before an editor gets them. */
import type { CodeAction } from 'vscode-languageserver-types';
import { FIX_ALL } from './features/code-actions/fix-all';

/** "Fix all" of each configuration as one action: an editor that applied them one by one would take outdated positions. */
export function withOneFixAll(actions: CodeAction[], uri: string): CodeAction[] {
  const [first, ...others] = actions.filter(({ kind }) => kind === FIX_ALL);
  if (!first || others.length === 0) return actions;
  const edits = [first, ...others].flatMap(({ edit }) => edit?.changes?.[uri] ?? []);
  return [...actions.filter(({ kind }) => kind !== FIX_ALL), { ...first, edit: { changes: { [uri]: edits } } }];
}

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
