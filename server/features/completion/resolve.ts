/** The documentation of an item, asked for when the user looks at it: the list itself stays small. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Context } from '../../meaning/context';
import { flagInShort } from '../flag-documentation';
import { keyInShort } from '../key-documentation';
import { MarkupKind } from '../kinds';
import { type Reference, readReference } from './reference';

/** The item with its documentation, as the runner has it that its document is for. Items of other origin come back as they are. */
export function resolveCompletion(item: CompletionItem, context: Context): CompletionItem {
  const reference = readReference(item.data);
  if (!reference) return item;
  const { target } = reference;
  const { texts, snippets, exampleLanguage, say } = context;
  const ofTarget = target && { schema: context.schema.of(target), texts, snippets, exampleLanguage, say };
  const text = documentation(reference, ofTarget ?? context);
  return text ? { ...item, documentation: { kind: MarkupKind.Markdown, value: text } } : item;
}

function documentation(reference: Reference, context: Context): string | undefined {
  const { schema, texts } = context;
  switch (reference.kind) {
    case 'key': {
      // Keys that were removed are offered to who may meet them in an older file.
      const key = schema.byPath(reference.path) ?? schema.removedKeys.find(({ path }) => path === reference.path);
      return key && keyInShort(key, context);
    }
    case 'flag': {
      const flag = schema.featureFlags.find(({ name }) => name === reference.name);
      return flag && flagInShort(flag, context);
    }
    case 'value':
      return texts.value(reference.enumeration, reference.value);
  }
}
