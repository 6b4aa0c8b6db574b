/** Does with a completion item what an editor does when the user accepts it. */
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { InsertTextFormat } from 'vscode-languageserver-types';
import { createDocument } from '../../../server/meaning/create-document';
import type { ConfigDocument } from '../../../server/meaning/document';

/** A snippet with its placeholders accepted as they are: defaults, first choices, and `sample` at a bare tab stop. */
export function expandSnippet(snippet: string, sample = ''): string {
  let text = '';
  for (let at = 0; at < snippet.length; at++) {
    const rest = snippet.slice(at);
    const choice = /^\$\{\d+\|((?:\\.|[^\\|,])*)(?:,(?:\\.|[^\\|])*)?\|\}/.exec(rest);
    const preset = /^\$\{\d+:((?:\\.|[^\\}])*)\}/.exec(rest);
    const stop = /^\$(\d+)/.exec(rest);
    const escaped = /^\\([\\$}])/.exec(rest);
    const part = choice ?? preset ?? stop ?? escaped;
    if (!part) {
      if (rest.startsWith('$')) throw new Error(`Not a snippet: ${snippet}`);
      text += snippet.charAt(at);
      continue;
    }
    const found = part[1] as string;
    text += stop ? (found === '0' ? '' : sample) : escaped ? found : found.replace(/\\(.)/g, '$1');
    at += part[0].length - 1;
  }
  return text;
}

/** The document's text after an item was accepted. Edits that overlap are a mistake of the item. */
export function accept(document: ConfigDocument, offset: number, item: CompletionItem, sample = ''): string {
  const main = item.textEdit as TextEdit | undefined;
  if (!main || !('range' in main)) throw new Error(`${item.label} has no plain text edit`);
  const asSnippet = item.insertTextFormat === InsertTextFormat.Snippet;
  const edits = [
    { ...main, newText: asSnippet ? expandSnippet(main.newText, sample) : main.newText },
    ...(item.additionalTextEdits ?? []),
  ].map((edit) => ({
    start: document.offset(edit.range.start),
    end: document.offset(edit.range.end),
    newText: edit.newText,
  }));
  const [own] = edits;
  if (!own || own.start > offset || own.end < offset)
    throw new Error(`${item.label} replaces text away from the cursor`);
  if (main.range.start.line !== main.range.end.line) throw new Error(`${item.label} replaces more than a line`);
  edits.sort((a, b) => b.start - a.start || b.end - a.end);
  let { text } = document;
  let before = Number.POSITIVE_INFINITY;
  for (const edit of edits) {
    if (edit.end > before) throw new Error(`Edits of ${item.label} overlap`);
    text = text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
    before = edit.start;
  }
  return text;
}

/** The syntax problems of a text, as `code: the text it is about`. */
export function problemsOf(text: string): string[] {
  return createDocument('file:///config.toml', text).syntaxProblems.map(
    ({ code, start, end }) => `${code}: ${text.slice(start, end)}`,
  );
}
