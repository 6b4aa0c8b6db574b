/** Edits of ours while somebody types: one comes too late for the version that it was made for, and is made anew. */
import type { TextEditor, TextEditorEdit } from 'vscode';

/** With the pauses, far more than half a minute of typing without a stop. */
const ATTEMPTS = 500;
/** In milliseconds; shorter at first, so that nobody sees the line as it was. */
const LONGEST_PAUSE = 100;

/** Makes an edit for the text as it is, again until one is in time; `edits` says undefined when there is nothing left to do. */
export async function editWhileTyping(
  editor: TextEditor,
  edits: () => ((edit: TextEditorEdit) => void) | undefined,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const act = editor.document.isClosed ? undefined : edits();
    // One step to undo with what was typed.
    if (!act || (await editor.edit(act, { undoStopBefore: false, undoStopAfter: false }))) return;
    await new Promise((resolve) => setTimeout(resolve, Math.min(attempt * 5, LONGEST_PAUSE)));
  }
}
