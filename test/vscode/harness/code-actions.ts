/** Quick fixes, asked for and applied as the light bulb does. */
import { assert } from 'chai';
import { type CodeAction, commands, type TextEditor, workspace } from 'vscode';
import { eventually, pause } from './eventually';

/** Applies the quick fix of that title at the cursor, once it is offered. */
export async function applyFix({ document, selection }: TextEditor, title: string): Promise<void> {
  const action = await eventually(async () => {
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selection,
      'quickfix',
    );
    const found = actions.find((candidate) => candidate.title === title);
    return found ?? assert.fail(`No fix "${title}", but: ${actions.map((candidate) => candidate.title).join(' | ')}`);
  });
  assert.ok(action.edit, 'a fix is an edit');
  assert.ok(await workspace.applyEdit(action.edit));
}

/**
 * Waits until VS Code has looked for a light bulb. It does so a quarter of a second after the cursor or the problems have
 * changed, and drops what `editor.action.fixAll` and its like have asked for at that moment.
 */
export const settleLightBulb = () => pause(1_000);
