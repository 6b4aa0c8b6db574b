import { env, Uri, window } from 'vscode';
import { DOCUMENTATION_REQUEST, type DocumentationParams, type DocumentationResult } from '../protocol/documentation';
import { t } from './l10n';
import type { ServerSession } from './server-session';

/** Opens, in the browser, the documentation of what is under the cursor. */
export async function showDocumentation(session: ServerSession): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor) return;
  const { line, character } = editor.selection.active;
  const params: DocumentationParams = {
    textDocument: { uri: editor.document.uri.toString() },
    position: { line, character },
  };
  const answer = await session.request<DocumentationResult>(DOCUMENTATION_REQUEST, params);
  if (!answer?.url.startsWith('https://')) {
    void window.showInformationMessage(t('There is no documentation for what is under the cursor.'));
    return;
  }
  await env.openExternal(Uri.parse(answer.url, true));
}
