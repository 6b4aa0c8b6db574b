/** Marks the lines of a preview that the key at the cursor of its file makes. */
import {
  Disposable,
  OverviewRulerLane,
  Range,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { PreviewDocuments } from './preview-documents';
import { linesMadeAt, runsOf } from './preview-lines';

/** A bar beside the lines as well: themes of high contrast have no backgrounds. */
const LOOKS = {
  isWholeLine: true,
  backgroundColor: new ThemeColor('editor.wordHighlightBackground'),
  borderWidth: ['0', '0', '0', '3px'].join(' '),
  borderStyle: 'solid',
  borderColor: new ThemeColor('focusBorder'),
  overviewRulerColor: new ThemeColor('editorOverviewRuler.wordHighlightForeground'),
  overviewRulerLane: OverviewRulerLane.Center,
};

/** Begins to mark. */
export function markPreviews(previews: PreviewDocuments): Disposable {
  const mark = window.createTextEditorDecorationType(LOOKS);
  /** The versions of their files that the previews showed when they were marked last. */
  const versions = new WeakMap<TextDocument, number>();
  /** Whether a preview shows another text of its file than before: another job and other settings change it, too. */
  const isTyped = (preview: TextDocument) => {
    const version = previews.versionIn(preview);
    const last = versions.get(preview);
    if (version !== undefined) versions.set(preview, version);
    return last !== undefined && version !== last;
  };
  const update = (isMoved: (preview: TextDocument) => boolean) => {
    for (const editor of window.visibleTextEditors) {
      const file = previews.fileOf(editor.document.uri);
      if (file !== undefined) markIn(editor, file, isMoved);
    }
  };
  const markIn = (preview: TextEditor, file: string, isMoved: (preview: TextDocument) => boolean) => {
    const shown = previews.shownIn(preview.document);
    const cursor = cursorIn(file);
    // The lines of what is about to be shown are others.
    if (!shown || !cursor) return;
    const ranges = runsOf(linesMadeAt(shown, cursor)).map(([first, last]) => new Range(first, 0, last, 0));
    preview.setDecorations(mark, ranges);
    const hasMoved = isMoved(preview.document);
    const [first] = ranges;
    const isSeen = ranges.some((range) => preview.visibleRanges.some((seen) => seen.intersection(range)));
    // Who reads the preview is not sent elsewhere in it.
    if (hasMoved && first && !isSeen && preview !== window.activeTextEditor) {
      preview.revealRange(first, TextEditorRevealType.InCenter);
    }
  };
  return Disposable.from(
    mark,
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (previews.fileOf(textEditor.document.uri) === undefined) update(() => true);
    }),
    // Those that are new to the eye are remembered.
    window.onDidChangeVisibleTextEditors(() => update((preview) => isTyped(preview) && false)),
    workspace.onDidChangeTextDocument(({ document }) => {
      // What is typed is what is looked at; how the job fails is at the top, which may be far away.
      if (previews.fileOf(document.uri) !== undefined) update(isTyped);
    }),
  );
}

function cursorIn(file: string) {
  return window.visibleTextEditors.find(({ document }) => document.uri.toString() === file)?.selection.active;
}
