import { Range, type TextEditorEdit, window } from 'vscode';
import type { TextEdit } from 'vscode-languageserver-protocol';
import type { ServerSession } from './server-session';

/**
 * Formats the configurations in the active editor's file and nothing else of it. For YAML, where a second formatter would
 * make VS Code ask which one to use (limit-formatting.ts). All edits are one step to undo.
 */
export async function formatConfigurations(session: ServerSession): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { document } = editor;
  const { version } = document;
  const options = { tabSize: 2, insertSpaces: true };
  const textDocument = { uri: document.uri.toString() };
  const edits = await session.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
  if (!edits) return;
  // What was typed meanwhile is worth more than a format.
  if (document.version !== version) return;
  await editor.edit((builder: TextEditorEdit) => {
    for (const { range, newText } of edits) {
      const { start, end } = range;
      builder.replace(new Range(start.line, start.character, end.line, end.character), newText);
    }
  });
}
