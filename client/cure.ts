/** Changes of a configuration that cure what a job log complained of: shown as a difference first, made as one step. */
import {
  commands,
  type Disposable,
  EventEmitter,
  Range,
  SnippetString,
  type TextDocument,
  TextEdit,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { ExplainedCure } from '../protocol/explanation';
import { t } from './l10n';

/** Where the text behind a change is shown. */
const PREVIEW = 'gitlab-runner-cure';

/** What only the user knows, as cures write it, in the language of the user: `<bucket>`. */
const BLANK = /<\p{L}[^<>"'\n]*>/gu;

/** A part of a line with blanks, and where it stands in the document. */
interface Blanks {
  readonly start: number;
  readonly text: string;
}

const previews = new Map<string, string>();
const previewChanged = new EventEmitter<Uri>();

type CurrentCure = () => Promise<ExplainedCure | undefined>;

/** Gives VS Code the texts of previews. */
export function showCurePreviews(): Disposable {
  return workspace.registerTextDocumentContentProvider(PREVIEW, {
    onDidChange: previewChanged.event,
    provideTextDocumentContent: (uri) => previews.get(uri.toString()) ?? '',
  });
}

/** Shows what a cure changes, beside the configuration as it is. */
export async function previewCure(document: TextDocument, current: CurrentCure): Promise<void> {
  const cure = await orSay(current);
  if (!cure) return;
  const preview = Uri.from({ scheme: PREVIEW, path: document.uri.path });
  previews.set(preview.toString(), behind(document, cure).text);
  previewChanged.fire(preview);
  await commands.executeCommand('vscode.diff', document.uri, preview, t('The change that cures it'));
}

/** Where somebody types on and on, the change is not made at any price. */
const MOST_TRIES = 5;

/** Makes the change, one step of undo, and leads to what is to be filled in. Where the text has changed meanwhile it asks for the change again. */
export async function applyCure(document: TextDocument, current: CurrentCure): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { version } = document;
    const cure = await orSay(current);
    if (!cure) return;
    const editor = await window.showTextDocument(document);
    if (document.version === version && (await isApplied(editor, cure))) return;
  }
  void window.showWarningMessage(t('The configuration changed meanwhile: apply the change again.'));
}

async function isApplied(editor: TextEditor, cure: ExplainedCure): Promise<boolean> {
  const { blanks } = behind(editor.document, cure);
  const isMade = await editor.edit(
    (builder) => {
      for (const { range, newText } of editsOf(cure)) builder.replace(range, newText);
    },
    { undoStopBefore: true, undoStopAfter: !blanks },
  );
  if (isMade && blanks) await visit(editor, blanks);
  return isMade;
}

/** Selects the first blank of a text that was just written; Tab leads to the next one. */
async function visit(editor: TextEditor, { start, text }: Blanks): Promise<void> {
  const snippet = new SnippetString();
  let written = 0;
  for (const { 0: blank, index } of text.matchAll(BLANK)) {
    snippet.appendText(text.slice(written, index)).appendPlaceholder(blank);
    written = index + blank.length;
  }
  const { document } = editor;
  const range = new Range(document.positionAt(start), document.positionAt(start + text.length));
  await editor.insertSnippet(snippet, range, { undoStopBefore: false, undoStopAfter: true });
}

async function orSay(current: CurrentCure): Promise<ExplainedCure | undefined> {
  const cure = await current();
  if (!cure) void window.showInformationMessage(t('The configuration says this already.'));
  return cure;
}

function editsOf({ edits }: ExplainedCure): TextEdit[] {
  return edits.map(({ range: { start, end }, newText }) =>
    TextEdit.replace(new Range(start.line, start.character, end.line, end.character), newText),
  );
}

/** The text after a change, and its first line with blanks: from the first to the last of them. */
function behind(document: TextDocument, cure: ExplainedCure): { readonly text: string; readonly blanks?: Blanks } {
  const edits = editsOf(cure)
    .map(({ range, newText }) => ({
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
      newText,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const before = document.getText();
  let text = '';
  let read = 0;
  let blanks: Blanks | undefined;
  for (const { start, end, newText } of edits) {
    text += before.slice(read, start);
    blanks ??= blanksIn(newText, text.length);
    text += newText;
    read = end;
  }
  return { text: text + before.slice(read), ...(blanks && { blanks }) };
}

function blanksIn(text: string, offset: number): Blanks | undefined {
  const [first, ...others] = text.matchAll(BLANK);
  if (!first) return undefined;
  const isOnItsLine = ({ index }: RegExpExecArray) => !text.slice(first.index, index).includes('\n');
  const last = others.filter(isOnItsLine).at(-1) ?? first;
  return { start: offset + first.index, text: text.slice(first.index, last.index + last[0].length) };
}
