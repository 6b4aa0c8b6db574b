import { type QuickPickItem, Range, type TextDocument, ViewColumn, window, workspace } from 'vscode';
import { kindOf } from './document-kind';
import { t } from './l10n';
import type { RecognisedDocuments } from './recognised-documents';
import { refusalText } from './refusal-text';

/** Writes the active editor's configuration into `runners.config` of a values file that is open, or of a new one. */
export async function insertIntoValues(documents: RecognisedDocuments): Promise<void> {
  const source = window.activeTextEditor?.document;
  if (!source || kindOf(source.languageId, source.uri.path) === 'yaml') {
    void window.showInformationMessage(t('Open the configuration first that you want to insert into a values file.'));
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
    void window.showWarningMessage(refusalText(t, name, edit));
    return;
  }
  if (edit.replaces) {
    const question = t('{name} already has a configuration at runners.config. Replace it?', { name });
    const replace = t('Replace');
    if ((await window.showWarningMessage(question, { modal: true }, replace)) !== replace) return;
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
    { label: t('New values file'), description: t('untitled'), target: 'new' as const },
  ];
  const picked = await window.showQuickPick(items, {
    title: t('Insert config.toml into Values'),
    placeHolder: t('Into which values file? The configuration is written to runners.config.'),
  });
  return picked?.target;
}
