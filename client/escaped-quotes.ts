/**
 * In a YAML file VS Code closes quotes and brackets as YAML has it, in strings too: whoever writes `\"` in a string of a configuration
 * gets a second quote, and nothing types over it. It is taken away.
 */
import { type Disposable, Range, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { editWhileTyping } from './edit-while-typing';
import type { RecognisedDocuments } from './recognised-documents';
import { typedBlock } from './typed-block';

interface Surplus {
  readonly editor: TextEditor;
  /** Of the quote that nobody typed; what is typed in front of it moves it. */
  offset: number;
}

export function closeNoEscapedQuotes(documents: RecognisedDocuments): Disposable {
  let waiting: Surplus[] = [];

  async function work(): Promise<void> {
    for (let [first] = waiting; first; [first] = waiting) {
      const { editor } = first;
      const quote = first;
      await editWhileTyping(editor, () => {
        const start = editor.document.positionAt(quote.offset);
        const range = new Range(start, start.translate(0, 1));
        return editor.document.getText(range) === '"' ? (edit) => edit.delete(range) : undefined;
      });
      waiting = waiting.filter((each) => each !== quote);
    }
  }

  return workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    for (const { rangeOffset, rangeLength, text } of contentChanges)
      for (const each of waiting)
        if (each.editor.document === document && rangeOffset < each.offset) each.offset += text.length - rangeLength;
    const editor = window.activeTextEditor;
    const [change] = contentChanges;
    if (editor?.document !== document || change?.text !== '""' || reason !== undefined) return;
    const { line, character } = change.range.start;
    if (!isEscaped(document, line, character) || !isInBlock(document, line, documents)) return;
    waiting.push({ editor, offset: change.rangeOffset + 1 });
    if (waiting.length === 1) void work();
  });
}

function isEscaped(document: TextDocument, line: number, character: number): boolean {
  const before = /(?<!\\)\\*$/.exec(document.lineAt(line).text.slice(0, character))?.[0] ?? '';
  return before.length % 2 === 1;
}

function isInBlock(document: TextDocument, line: number, documents: RecognisedDocuments): boolean {
  const treatment = documents.treatmentOf(document.uri.toString());
  if (treatment?.handling !== 'serve' || treatment.kind !== 'yaml') return false;
  return typedBlock((index) => document.lineAt(index).text, line) !== undefined;
}
