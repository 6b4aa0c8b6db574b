/**
 * Offers the snippets of the package where a line begins. The manifest contributes them without their prefixes, for *Snippets: Insert
 * Snippet* alone: what has one VS Code offers wherever a letter is typed, so that Enter behind `name = docker`, which still wants its
 * quotes, put a whole block there.
 *
 * They are offered, too, in a file with nothing in it yet that may become a configuration by its name. Whose it is nobody can tell, so
 * it keeps its language and nothing is checked; with the first header of a runner it becomes ours (recognised-documents.ts).
 */
import {
  CompletionItem,
  CompletionItemKind,
  type Disposable,
  languages,
  Position,
  Range,
  SnippetString,
  type TextDocument,
  type Uri,
} from 'vscode';
import { LANGUAGE_ID } from './names';
import { readSnippetsInWords, type Snippet } from './runner-snippets';
import { beginsFile, isEmpty, mayTakeSnippet } from './snippet-places';

const BY_NAME = '**/{config,config.template,config-template,*runner*}.toml';

export function offerSnippets(extension: Uri): Disposable {
  let snippets: ReturnType<typeof readSnippetsInWords> | undefined;
  return languages.registerCompletionItemProvider([{ language: LANGUAGE_ID }, { pattern: BY_NAME }], {
    async provideCompletionItems(document, position) {
      const isOurs = document.languageId === LANGUAGE_ID;
      if (!(isOurs ? isPlace(document, position) : isEmptyFile(document))) return undefined;
      snippets ??= readSnippetsInWords(extension);
      // To a language without a pattern of its own `runner-sh` is two words, and the first one would stay.
      const typed = document.getWordRangeAtPosition(position, /[\w-]+/);
      return Object.entries(await snippets).flatMap(([name, snippet]) =>
        [snippet.prefix]
          .flat()
          .filter((prefix) => isOurs || beginsFile(prefix))
          .map((prefix) => item(name, prefix, snippet, typed)),
      );
    },
  });
}

function isPlace(document: TextDocument, position: Position): boolean {
  return mayTakeSnippet(document.getText(new Range(new Position(0, 0), position)));
}

function isEmptyFile(document: TextDocument): boolean {
  return document.lineCount < 100 && isEmpty(document.getText());
}

function item(name: string, prefix: string, { description, body }: Snippet, typed: Range | undefined): CompletionItem {
  const made = new CompletionItem(prefix, CompletionItemKind.Snippet);
  made.detail = name;
  made.documentation = description;
  made.insertText = new SnippetString(body.join('\n'));
  if (typed) made.range = typed;
  return made;
}
