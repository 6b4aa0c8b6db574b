/**
 * VS Code closes by itself what somebody opens, and types over that on the same line. Two things it does not know: the bracket that
 * Enter has put on a line of its own, and that the third of three quotes begins a string of several lines.
 */
import { type Disposable, Range, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { editWhileTyping } from './edit-while-typing';

/** What Enter between brackets writes: the line of the cursor, and the one of the closing bracket. */
const OPENED = /^\r?\n[ \t]*\r?\n[ \t]*$/;
/** How many lines somebody may have typed until then. */
const NEAR = 6;

type Replacement = readonly [range: Range, text: string];

/** Takes away what stands twice when somebody types the closing bracket, or the third quote. */
export function closeOnce(isServed: (uri: string) => boolean): Disposable {
  let opened: { document: TextDocument; count: number } | undefined;
  return workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const editor = window.activeTextEditor;
    if (editor?.document !== document || !isServed(document.uri.toString())) return;
    const count = opened?.document === document ? opened.count : 0;
    const [change] = contentChanges;
    if (!change) return;
    const { line, character } = change.range.start;
    if (reason !== undefined) opened = undefined;
    else if (OPENED.test(change.text)) opened = { document, count: count + 1 };
    else if (/^[ \t]*[\]}]$/.test(change.text) && count > 0 && secondBracket(document, line)) {
      opened = { document, count: count - 1 };
      void replace(editor, () => secondBracket(document, line));
    } else if (/^(?:""|'')$/.test(change.text)) void replace(editor, () => fourthQuote(document, line, character));
  });
}

/** What to replace by what, when two closing brackets stand on lines of their own: the first goes where the second stood. */
function secondBracket(document: TextDocument, line: number): Replacement[] | undefined {
  const here = document.lineAt(line);
  const bracket = here.text.trim();
  if (!/^[\]}]$/.test(bracket)) return undefined;
  // Below what was typed meanwhile.
  for (let below = line + 1; below < Math.min(document.lineCount, line + NEAR); below++) {
    const second = document.lineAt(below);
    if (second.text.trim() !== bracket) continue;
    const indentation = second.text.slice(0, second.firstNonWhitespaceCharacterIndex);
    const moved: Replacement = [new Range(line, 0, line, here.firstNonWhitespaceCharacterIndex), indentation];
    return [moved, [new Range(document.lineAt(below - 1).range.end, second.range.end), '']];
  }
  return undefined;
}

/** The last of four quotes where a value begins; `character` is where the third was typed. Enter may have moved it down. */
function fourthQuote(document: TextDocument, line: number, character: number): Replacement[] | undefined {
  const { text } = document.lineAt(line);
  const value = /^[^#]*=[ \t]*(?:"""("?)|'''('?))$/.exec(text.slice(0, character + 2));
  if (!value || text.length > character + 2) return undefined;
  if (value[1] || value[2]) return [[new Range(line, character + 1, line, character + 2), '']];
  if (line + 1 >= document.lineCount) return undefined;
  const below = document.lineAt(line + 1);
  if (below.text.at(-1) !== text.at(-1)) return undefined;
  return [[new Range(below.range.end.translate(0, -1), below.range.end), '']];
}

function replace(editor: TextEditor, twice: () => Replacement[] | undefined): Promise<void> {
  return editWhileTyping(editor, () => {
    const replacements = twice();
    return (
      replacements &&
      ((edit) => {
        for (const [range, text] of replacements) edit.replace(range, text);
      })
    );
  });
}
