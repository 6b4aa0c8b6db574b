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
import { editWhileTyping } from './edit-while-typing';
import type { RecognisedDocuments } from './recognised-documents';
import { typedBlock } from './typed-block';
import { blanks, commentsAbove, type Lines, type TypedLine, wantedIndentation } from './typed-indentation';

/** A line that is typed on, or that waits for its indentation. What our edits do to it changes `given`. */
interface Begun extends TypedLine {
  given: number;
}

/** A line of which it is known where it belongs; `last`: the lowest that was begun below it since, each indented like the one above. */
interface Waiting extends Begun {
  readonly editor: TextEditor;
  last: number;
}

/** Watches what is typed in the active editor. */
export function indentAsTyped(documents: RecognisedDocuments): Disposable {
  let begun: (Begun & { readonly uri: string }) | undefined;
  let waiting: Waiting[] = [];
  const known = (line: number) => [begun, ...waiting].filter((each) => each?.line === line);

  async function work(): Promise<void> {
    // One after the other: a line begins where the one above stood, and that may still be wrong.
    for (let [first] = waiting; first; [first] = waiting) {
      await indent(first, documents, (line) => known(line)[0]?.given);
      waiting = waiting.filter((each) => each !== first);
    }
  }

  return workspace.onDidChangeTextDocument((event) => {
    const editor = window.activeTextEditor;
    const { document, contentChanges, reason } = event;
    if (contentChanges.length === 0 || editor?.document !== document) return;
    if (contentChanges.every(isIndenting)) {
      for (const { range, text } of contentChanges) {
        for (const each of known(range.start.line))
          if (each) each.given = Math.max(0, each.given + text.length - range.end.character);
      }
      return;
    }
    const uri = document.uri.toString();
    const isMeant = documents.isServed(uri) && reason === undefined;
    begun = isMeant ? next(begun, event, uri) : undefined;
    const line = begun;
    if (!line) return;
    for (const above of waiting) if (line.line === above.last + 1) above.last = line.line;
    if (!isDecided(line, event) || waiting.some((each) => each.line === line.line) || !isWanted(document)) return;
    waiting.push({ ...line, editor, last: line.line });
    if (waiting.length === 1) void work();
  });
}

/** An edit of ours, or one that does what ours do. */
function isIndenting({ range, text }: TextDocumentContentChangeEvent): boolean {
  return range.start.character === 0 && range.isSingleLine && !range.isEmpty && /^ *$/.test(text);
}

/** What is known of the line that is typed on after a change; undefined when somebody does something else. */
function next<Line extends Begun & { readonly uri: string }>(
  begun: Line | undefined,
  { document, contentChanges }: TextDocumentChangeEvent,
  uri: string,
): Line | (Begun & { readonly uri: string }) | undefined {
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

function indent(
  line: Waiting,
  documents: RecognisedDocuments,
  givenTo: (line: number) => number | undefined,
): Promise<void> {
  const { document } = line.editor;
  return editWhileTyping(line.editor, () => {
    const lines = line.line < document.lineCount ? linesOf(document, line.line, documents) : undefined;
    const wanted = lines && wantedIndentation(line, lines);
    if (!lines || wanted === undefined) return undefined;
    const shift = wanted - blanks(document.lineAt(line.line).text);
    if (shift === 0) return undefined;
    // What was typed meanwhile has begun below the wrong indentation already.
    const together = line.typed === 0 ? commentsAbove(line.line, line.given, lines) : [];
    for (let below = line.line; below <= Math.min(line.last, document.lineCount - 1); below++) together.push(below);
    return (edit) => {
      for (const index of together) {
        const now = blanks(document.lineAt(index).text);
        // The blanks that somebody typed on a line stay: they are looked at when its turn comes.
        const most = index > line.line ? (givenTo(index) ?? now) : now;
        const range = new Range(new Position(index, 0), new Position(index, now));
        edit.replace(range, ' '.repeat(now + Math.max(shift, -most)));
      }
    };
  });
}
