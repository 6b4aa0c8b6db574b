/**
 * The snippets for a `config.toml` with nothing in it yet. Whose it is nobody can tell, so it keeps its language and nothing is
 * checked; with the first header of a runner it becomes ours (recognised-documents.ts).
 */
import {
  CompletionItem,
  CompletionItemKind,
  type Disposable,
  type Extension,
  languages,
  type Range,
  SnippetString,
  type TextDocument,
} from 'vscode';
import { LANGUAGE_ID } from './names';
import { readSnippets, type Snippet, snippetsPath } from './runner-snippets';

/** What the prefixes of snippets begin with that make a whole file, or a whole runner. */
const BEGINS = /^(?:config|runner)-/;

/** Offers what begins a file, where there is no more than the word that is being typed. */
export function offerFirstSnippets(extension: Extension<unknown>): Disposable {
  let snippets: ReturnType<typeof readSnippets> | undefined;
  return languages.registerCompletionItemProvider([{ pattern: '**/config{,.template,-template}.toml' }], {
    async provideCompletionItems(document, position) {
      if (document.languageId === LANGUAGE_ID || !isEmpty(document)) return undefined;
      snippets ??= readSnippets(extension.extensionUri, snippetsPath(extension));
      // To a language without a pattern of its own `runner-sh` is two words, and the first one would stay.
      const typed = document.getWordRangeAtPosition(position, /[\w-]+/);
      return Object.entries(await snippets).flatMap(([name, snippet]) =>
        [snippet.prefix]
          .flat()
          .filter((prefix) => BEGINS.test(prefix))
          .map((prefix) => item(name, prefix, snippet, typed)),
      );
    },
  });
}

function isEmpty(document: TextDocument): boolean {
  return document.lineCount < 100 && /^[\w-]*$/.test(document.getText().trim());
}

function item(name: string, prefix: string, { description, body }: Snippet, typed: Range | undefined): CompletionItem {
  const made = new CompletionItem(prefix, CompletionItemKind.Snippet);
  made.detail = name;
  made.documentation = description;
  made.insertText = new SnippetString(body.join('\n'));
  if (typed) made.range = typed;
  return made;
}
