/** Marks the lines of a preview that the key at the cursor of its file makes. */
import {
  Disposable,
  OverviewRulerLane,
  Range,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  type Uri,
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
  /** The previews whose file was typed in since they changed last: their job and the settings change them, too. */
  const typed = new Set<string>();
  const update = (isMoved: boolean, isMeant: (preview: Uri) => boolean = () => true) => {
    for (const editor of window.visibleTextEditors) {
      const file = previews.fileOf(editor.document.uri);
      if (file !== undefined && isMeant(editor.document.uri)) markIn(editor, file, isMoved);
    }
  };
  const markIn = (preview: TextEditor, file: string, isMoved: boolean) => {
    const shown = previews.shownIn(preview.document);
    const cursor = cursorIn(file);
    // The lines of what is about to be shown are others.
    if (!shown || !cursor) return;
    const ranges = runsOf(linesMadeAt(shown, cursor)).map(([first, last]) => new Range(first, 0, last, 0));
    preview.setDecorations(mark, ranges);
    const [first] = ranges;
    const isSeen = ranges.some((range) => preview.visibleRanges.some((seen) => seen.intersection(range)));
    // Who reads the preview is not sent elsewhere in it.
    if (first && isMoved && !isSeen && preview !== window.activeTextEditor) {
      preview.revealRange(first, TextEditorRevealType.InCenter);
    }
  };
  return Disposable.from(
    mark,
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (previews.fileOf(textEditor.document.uri) === undefined) update(true);
    }),
    window.onDidChangeVisibleTextEditors(() => update(false)),
    workspace.onDidChangeTextDocument(({ document }) => {
      const changed = document.uri.toString();
      if (previews.fileOf(document.uri) !== undefined) {
        // What is typed is what is looked at; how the job fails is at the top, which may be far away.
        update(typed.delete(changed), (preview) => preview.toString() === changed);
        return;
      }
      for (const { document: shown } of window.visibleTextEditors) {
        if (previews.fileOf(shown.uri) === changed) typed.add(shown.uri.toString());
      }
    }),
  );
}

function cursorIn(file: string) {
  return window.visibleTextEditors.find(({ document }) => document.uri.toString() === file)?.selection.active;
}
