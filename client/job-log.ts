/** *Explain a Job Log*: what went wrong, in a view beside the terminal, with what of the open configuration cures it. */
import { commands, env, type TextDocument, Uri, window, workspace } from 'vscode';
import {
  EXPLANATION_REQUEST,
  type ExplainedError,
  type ExplanationParams,
  type ExplanationResult,
} from '../protocol/explanation';
import { requestCures } from './cures-now';
import type { ShownLog } from './job-log-entries';
import type { JobLogView } from './job-log-view';
import { t } from './l10n';
import type { RecognisedDocuments } from './recognised-documents';
import type { ServerSession } from './server-session';

/**
 * Explains a log and shows what was found. `heard`: takes note of it, for the configuration that it was explained with; `given`: the log,
 * or the file that it is; without it the user says where it is.
 */
export async function explainJobLog(
  session: ServerSession,
  documents: RecognisedDocuments,
  view: JobLogView,
  heard: (result: ExplanationResult, file: string | undefined) => void,
  given?: ShownLog | Uri,
): Promise<void> {
  const log = given instanceof Uri ? await readLog(given) : (given ?? (await logOf(documents)));
  if (!log) return;
  const configuration = configurationIn(documents);
  const result = await window.withProgress({ location: { viewId: view.id } }, () =>
    ask(session, log.text, configuration),
  );
  if (!result) return;
  const curesNow = async ({ complaint }: ExplainedError) => {
    const [cures = []] = configuration ? await requestCures(session, configuration, [complaint]) : [];
    return cures;
  };
  heard(result, configuration?.uri.toString());
  await view.show({ log, result, configuration, curesNow });
}

async function ask(
  session: ServerSession,
  log: string,
  configuration: TextDocument | undefined,
): Promise<ExplanationResult | null> {
  if (configuration) await session.serve(configuration);
  const uri = configuration?.uri.toString();
  return session.ask<ExplanationResult>(EXPLANATION_REQUEST, {
    log,
    ...(uri !== undefined && { uri }),
  } satisfies ExplanationParams);
}

/** The configuration that is looked at, or the only one that is open. */
function configurationIn(documents: RecognisedDocuments): TextDocument | undefined {
  const isServed = ({ uri }: TextDocument) => documents.isServed(uri.toString());
  const shown = [window.activeTextEditor, ...window.visibleTextEditors].flatMap((editor) => editor?.document ?? []);
  return shown.find(isServed) ?? workspace.textDocuments.find((document) => !document.isClosed && isServed(document));
}

/** What is selected is meant; else the user says where the log is. */
async function logOf(documents: RecognisedDocuments): Promise<ShownLog | undefined> {
  const editor = window.activeTextEditor;
  const document = editor && !documents.isServed(editor.document.uri.toString()) ? editor.document : undefined;
  if (editor && document && !editor.selection.isEmpty) {
    const { selection } = editor;
    return { text: document.getText(selection), uri: document.uri, firstLine: selection.start.line };
  }
  const sources = [
    ...(document ? [{ label: t('This document'), read: async () => wholeOf(document) }] : []),
    { label: t('The clipboard'), read: fromClipboard },
    ...(window.activeTerminal ? [{ label: t('The terminal'), read: fromTerminal }] : []),
    { label: t('A file…'), read: fromFile },
  ];
  const picked = await window.showQuickPick(sources, {
    title: t('Explain a Job Log'),
    placeHolder: t('Where is the log?'),
  });
  return picked?.read();
}

function wholeOf(document: TextDocument): ShownLog {
  return { text: document.getText(), uri: document.uri, firstLine: 0 };
}

async function fromClipboard(): Promise<ShownLog | undefined> {
  const text = await env.clipboard.readText();
  if (text.trim() !== '') return { text, firstLine: 0 };
  void window.showInformationMessage(t('There is no text on the clipboard.'));
  return undefined;
}

/** Its links are for the mouse alone. VS Code gives the text of a terminal to nobody but the clipboard, which then gets back what it had. */
async function fromTerminal(): Promise<ShownLog | undefined> {
  const kept = await env.clipboard.readText();
  await env.clipboard.writeText('');
  for (const name of ['selectAll', 'copySelection', 'clearSelection'])
    await commands.executeCommand(`workbench.action.terminal.${name}`);
  const text = await env.clipboard.readText();
  await env.clipboard.writeText(kept);
  if (text.trim() !== '') return { text, firstLine: 0 };
  void window.showInformationMessage(t('There is no text in the terminal.'));
  return undefined;
}

async function fromFile(): Promise<ShownLog | undefined> {
  const [uri] = (await window.showOpenDialog({ title: t('Explain a Job Log') })) ?? [];
  return uri && readLog(uri);
}

/** As it is in the editor, where it is open. */
async function readLog(uri: Uri): Promise<ShownLog> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return wholeOf(open);
  return { text: new TextDecoder().decode(await workspace.fs.readFile(uri)), uri, firstLine: 0 };
}
