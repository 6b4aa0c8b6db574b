import {
  type QuickPickItem,
  Range,
  type TextDocument,
  type TextEditor,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { hasToken, type TokenChoice } from './chart-values';
import { kindOf } from './document-kind';
import { insertWhenAnswered, type ValuesTarget } from './insert-when-answered';
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
  const withToken = hasToken(configuration);
  const token = withToken ? await chooseToken() : 'secret';
  if (token === undefined) return;
  if (target === 'new') {
    const edit = (await insertionOf(configuration, token))('');
    const content = typeof edit === 'string' ? '' : edit.text;
    await window.showTextDocument(await workspace.openTextDocument({ language: 'yaml', content }), ViewColumn.Beside);
  } else {
    const document = await workspace.openTextDocument(target);
    if (!(await insert(document, configuration, token))) return;
    documents.reconsider(document);
  }
  if (withToken && token === 'secret') {
    void window.showInformationMessage(
      t('The token was left out. Put it into a Secret under runner-token, and name the Secret at runners.secret.'),
    );
  }
}

/** Loaded at the first use: it brings a parser of YAML with it. */
async function insertionOf(configuration: string, token: TokenChoice) {
  const { insertConfiguration } = await import('./values-text');
  return (values: string) => insertConfiguration(values, configuration, token);
}

/** Whether it was written. */
async function insert(target: TextDocument, configuration: string, token: TokenChoice): Promise<boolean> {
  const name = workspace.asRelativePath(target.uri);
  const edit = await insertWhenAnswered(editorOf(target, name), await insertionOf(configuration, token));
  if (typeof edit === 'string') void window.showWarningMessage(refusalText(t, name, edit));
  if (typeof edit !== 'object') return false;
  if (edit.kept.length > 0) {
    const keys = edit.kept.join(', ');
    void window.showInformationMessage(
      t('{name} has its own values for {keys}: they were left as they are, and those of the configuration left out.', {
        name,
        keys,
      }),
    );
  }
  return true;
}

function editorOf(target: TextDocument, name: string): ValuesTarget {
  let editor: TextEditor | undefined;
  return {
    text: () => target.getText(),
    async mayReplace() {
      const question = t('{name} already has a configuration at runners.config. Replace it?', { name });
      const replace = t('Replace');
      return (await window.showWarningMessage(question, { modal: true }, replace)) === replace;
    },
    async show() {
      editor = await window.showTextDocument(target);
    },
    async write({ start, end, text }) {
      const range = new Range(target.positionAt(start), target.positionAt(end));
      // One edit, so that one undo takes it back; VS Code makes it in the version that it was worked out for, or not at all.
      const isWritten = (await editor?.edit((builder) => builder.replace(range, text))) === true;
      if (isWritten) editor?.revealRange(new Range(range.start, range.start));
      return isWritten;
    },
  };
}

/** A token in a values file is a secret in version control: it is written there only when that is asked for. */
async function chooseToken(): Promise<TokenChoice | undefined> {
  const items: (QuickPickItem & { token: TokenChoice })[] = [
    {
      label: t('Leave the token out'),
      detail: t('The chart reads it from the Secret at runners.secret.'),
      token: 'secret',
    },
    { label: t('Keep the token'), detail: t('It is written in clear text.'), token: 'value' },
  ];
  const picked = await window.showQuickPick(items, {
    title: t('Insert config.toml into Values'),
    placeHolder: t('The configuration has the token of a runner. Write it into the values file?'),
  });
  return picked?.token;
}

/** As many as a list is still read. */
const MAX_FILES = 100;

/** Values files on disk, beside every YAML file that is open. */
async function chooseTarget(): Promise<Uri | 'new' | undefined> {
  const open = workspace.textDocuments
    .filter(({ languageId, uri, isClosed }) => !isClosed && languageId === 'yaml' && uri.scheme !== 'git')
    .map(({ uri }) => uri);
  const known = new Set(open.map(String));
  const onDisk = await workspace.findFiles('**/*values*.{yaml,yml}', '**/node_modules/**', MAX_FILES);
  const others = onDisk.filter((uri) => !known.has(String(uri)));
  others.sort((one, other) => (one.path < other.path ? -1 : 1));
  if (open.length + others.length === 0) return 'new';
  const items: (QuickPickItem & { target: Uri | 'new' })[] = [
    ...[...open, ...others].map((uri) => ({ label: workspace.asRelativePath(uri), target: uri })),
    { label: t('New values file'), description: t('untitled'), target: 'new' as const },
  ];
  const picked = await window.showQuickPick(items, {
    title: t('Insert config.toml into Values'),
    placeHolder: t('Into which values file? The configuration is written to runners.config.'),
  });
  return picked?.target;
}
