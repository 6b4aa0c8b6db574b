/** Completion: what may be written at the cursor so that the document is TOML afterwards. */
import type { CompletionItem, Position } from 'vscode-languageserver-types';
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import { locate } from '../meaning/locate';
import { hanWord } from './completion/aliases';
import { headerItems } from './completion/headers';
import { commentItems } from './completion/ignore-comments';
import { keyItems } from './completion/keys';
import type { Query } from './completion/query';
import { valueItems } from './completion/values';

export { resolveCompletion } from './completion/resolve';

/**
 * The items at an offset, for the context of the document's target; their documentation comes from resolveCompletion.
 * `trigger`: the character that made the editor ask, when nobody else did. `cursor`: where that is in the file; in the indentation
 * of a block of YAML it is at no offset of the text.
 */
export function completion(
  document: ConfigDocument,
  at: number,
  context: Context,
  trigger?: string,
  cursor = document.position(at),
): CompletionItem[] {
  // In their order also for a client that does not sort.
  const items = allItems(document, at, context, trigger).filter((item) => isAround(item, cursor));
  return items.sort(({ sortText: a = '' }, { sortText: b = '' }) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * An editor takes no item that replaces more than the line of the cursor, or something beside it; in a folded block of YAML one may
 * have to, with its blank lines.
 */
function isAround({ textEdit }: CompletionItem, { line, character }: Position): boolean {
  if (!textEdit || !('range' in textEdit)) return false;
  const { start, end } = textEdit.range;
  return start.line === line && end.line === line && start.character <= character && character <= end.character;
}

function allItems(
  document: ConfigDocument,
  at: number,
  context: Context,
  trigger: string | undefined,
): CompletionItem[] {
  // Between the two characters of a line break nobody types; editors mean the end of the line.
  const offset = document.text.startsWith('\r\n', at - 1) ? at - 1 : at;
  const query: Query = { document, offset, context };
  const place = locate(document, offset);
  switch (place.kind) {
    case 'comment':
      return commentItems(query, place);
    case 'header':
      return byName(query, (found) => headerItems(found, place));
    case 'key':
    case 'table':
      return byName(query, (found) => keyItems(found, place));
    case 'value':
      // `[` asks for headers. Here it opens a list, and Enter behind it shall begin a line, not take the first item.
      return trigger === '[' ? [] : valueItems(query, place);
  }
}

/** Keys are found by what they are called in Chinese, too; then those that are not called so are left out. */
function byName(query: Query, items: (query: Query) => CompletionItem[]): CompletionItem[] {
  const word = hanWord(query.document.text, query.offset);
  if (word === undefined) return items(query);
  return items({ ...query, word }).filter((item) => item.filterText !== '');
}
