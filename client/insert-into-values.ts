import { type QuickPickItem, Range, type TextDocument, ViewColumn, window, workspace } from 'vscode';
import { kindOf } from './document-kind';
import type { RecognisedDocuments } from './recognised-documents';
import type { Refusal } from './values-text';

const REFUSALS: Record<Refusal, string> = {
  'not-values': 'is a resource of Kubernetes, not a values file of the gitlab-runner chart.',
  'not-a-block': 'has a value where `runners.config` would stand that is not written as an indented block.',
  'in-braces':
    'is written in braces where `runners.config` would stand. Write what is in them as indented lines first.',
};

/** Writes the active editor's configuration into `runners.config` of a values file that is open, or of a new one. */
export async function insertIntoValues(documents: RecognisedDocuments): Promise<void> {
  const source = window.activeTextEditor?.document;
  if (!source || kindOf(source.languageId, source.uri.path) === 'yaml') {
    void window.showInformationMessage('Open the configuration first that shall go into a values file.');
    return;
  }
  const configuration = source.getText();
  const target = await chooseTarget();
  if (target === undefined) return;
  if (target === 'new') {
    const edit = await insertion('', configuration);
    const content = typeof edit === 'string' ? '' : edit.text;
    await window.showTextDocument(await workspace.openTextDocument({ language: 'yaml', content }), ViewColumn.Beside);
    return;
  }
  await insert(target, configuration);
  documents.reconsider(target);
}

/** Loaded at the first use: it brings a parser of YAML with it. */
async function insertion(values: string, configuration: string) {
  const { insertConfiguration } = await import('./values-text');
  return insertConfiguration(values, configuration);
}

async function insert(target: TextDocument, configuration: string): Promise<void> {
  const name = workspace.asRelativePath(target.uri);
  const edit = await insertion(target.getText(), configuration);
  if (typeof edit === 'string') {
    void window.showWarningMessage(`${name} ${REFUSALS[edit]}`);
    return;
  }
  if (edit.replaces) {
    const question = `${name} has a configuration at runners.config already. Replace it?`;
    if ((await window.showWarningMessage(question, { modal: true }, 'Replace')) !== 'Replace') return;
  }
  const editor = await window.showTextDocument(target);
  const range = new Range(target.positionAt(edit.start), target.positionAt(edit.end));
  // One edit, so that one undo takes it back.
  await editor.edit((builder) => builder.replace(range, edit.text));
  editor.revealRange(new Range(range.start, range.start));
}

async function chooseTarget(): Promise<TextDocument | 'new' | undefined> {
  const open = workspace.textDocuments.filter(
    ({ languageId, uri, isClosed }) => !isClosed && languageId === 'yaml' && uri.scheme !== 'git',
  );
  if (open.length === 0) return 'new';
  const items: (QuickPickItem & { target: TextDocument | 'new' })[] = [
    ...open.map((document) => ({ label: workspace.asRelativePath(document.uri), target: document })),
    { label: 'New values file', description: 'untitled', target: 'new' as const },
  ];
  const picked = await window.showQuickPick(items, {
    title: 'Insert config.toml into Values',
    placeHolder: 'Into which values file? It is written to runners.config.',
  });
  return picked?.target;
}
