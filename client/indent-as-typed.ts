/**
 * Puts a line that is being typed where it belongs (typed-indentation.ts). Here and not by formatting on type: VS Code drops that
 * as soon as the next key is pressed, it is off by default, and in YAML the first formatter wins.
 */
import {
  type Disposable,
  Position,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  type TextDocumentContentChangeEvent,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { containerOf } from './document-kind';
import type { RecognisedDocuments } from './recognised-documents';
import { typedBlock } from './typed-block';
import { blanks, commentsAbove, type Lines, type TypedLine, wantedIndentation } from './typed-indentation';

/** While somebody types fast, an edit comes too late for the version that it was made for. */
const ATTEMPTS = 100;

interface Begun extends TypedLine {
  readonly uri: string;
}

/** Watches what is typed in the active editor. */
export function indentAsTyped(documents: RecognisedDocuments): Disposable {
  let begun: Begun | undefined;
  return workspace.onDidChangeTextDocument((event) => {
    const editor = window.activeTextEditor;
    const { document, contentChanges, reason } = event;
    if (contentChanges.length === 0 || editor?.document !== document || contentChanges.every(isIndenting)) return;
    const isServed = documents.isServed(document.uri.toString());
    begun = isServed && reason === undefined ? next(begun, event) : undefined;
    if (!begun || !isDecided(begun, event)) return;
    const lines = linesOf(document, begun.line, documents);
    if (!lines || wantedIndentation(begun, lines) === undefined || !isWanted(document)) return;
    const line = begun;
    begun = undefined;
    void indent(editor, line, documents, {
      line: () => begun?.line,
      shift(by) {
        if (begun) begun = { ...begun, given: Math.max(0, begun.given + by) };
      },
    });
  });
}

/** An edit of ours, or one that does what ours do. */
function isIndenting({ range, text }: TextDocumentContentChangeEvent): boolean {
  return range.start.character === 0 && range.isSingleLine && !range.isEmpty && /^ *$/.test(text);
}

/** What is known of the line that is typed on after a change; undefined when somebody does something else. */
function next(begun: Begun | undefined, { document, contentChanges }: TextDocumentChangeEvent): Begun | undefined {
  const uri = document.uri.toString();
  for (const { range, text } of contentChanges) {
    // With the blanks of an empty line above, which VS Code takes away, there is a second change.
    const given = /^\r?\n( *)(?:\r?\n *)?$/.exec(text)?.[1]?.length;
    if (given !== undefined) return { uri, line: range.start.line + 1, given, typed: 0 };
  }
  const [change, another] = contentChanges;
  if (!change || another || !begun || begun.uri !== uri) return undefined;
  const { range, text } = change;
  if (begun.line !== range.start.line || !range.isSingleLine) return undefined;
  if (document.lineAt(begun.line).text.trim() !== '') return begun;
  return text === ' ' && range.isEmpty ? { ...begun, typed: begun.typed + 1 } : undefined;
}

/** Blanks that were typed tell with the first character behind them, a header when its last bracket is there. */
function isDecided({ line, given, typed }: Begun, { document, contentChanges }: TextDocumentChangeEvent): boolean {
  const [change] = contentChanges;
  if (!change) return false;
  const { start } = change.range;
  if (typed > 0) return start.line === line && start.character === given + typed;
  return change.text.endsWith(']') && start.character + change.text.length === document.lineAt(line).text.length;
}

/** Who has turned VS Code's own indentation off wants none of ours. */
function isWanted(document: TextDocument): boolean {
  const indent = workspace.getConfiguration('editor', document).get<string>('autoIndent', 'full');
  return indent !== 'none' && indent !== 'keep';
}

function linesOf(document: TextDocument, line: number, documents: RecognisedDocuments): Lines | undefined {
  const at = (index: number) => document.lineAt(index).text;
  const kind = documents.treatmentOf(document.uri.toString())?.kind;
  if (!containerOf(kind)) return { at, first: 0, margin: 0 };
  return kind === 'yaml' ? typedBlock(at, line) : undefined;
}

async function indent(
  editor: TextEditor,
  line: TypedLine,
  documents: RecognisedDocuments,
  begun: { line(): number | undefined; shift(by: number): void },
): Promise<void> {
  const { document } = editor;
  for (let attempt = 0; attempt < ATTEMPTS && !document.isClosed && line.line < document.lineCount; attempt++) {
    const lines = linesOf(document, line.line, documents);
    const wanted = lines && wantedIndentation(line, lines);
    if (!lines || wanted === undefined) return;
    const together = [line.line];
    if (line.typed === 0) together.push(...commentsAbove(line.line, line.given, lines));
    // What was typed meanwhile has begun below the wrong indentation already. Who types blanks does so on each line.
    const last = begun.line() ?? line.line;
    for (let below = line.typed === 0 ? line.line + 1 : last; below > line.line && below <= last; below++)
      together.push(below);
    const shift = wanted - blanks(document.lineAt(line.line).text);
    const done = await editor.edit(
      (edit) => {
        for (const index of together) {
          const now = blanks(document.lineAt(index).text);
          const range = new Range(new Position(index, 0), new Position(index, now));
          edit.replace(range, ' '.repeat(Math.max(0, now + shift)));
        }
      },
      // One step to undo with what was typed.
      { undoStopBefore: false, undoStopAfter: false },
    );
    if (done && last > line.line && begun.line() === last) begun.shift(shift);
    if (done) return;
  }
}
