/** The documentation of an item, asked for when the user looks at it: the list itself stays small. */
import { type CompletionItem, MarkupKind } from 'vscode-languageserver-types';
import type { Context } from '../../meaning/context';
import type { KeySchema } from '../../schema/types';
import { exampleOf } from '../example-of';
import { defaultInWords } from '../key-documentation';
import { type Reference, readReference } from './reference';

/** The item with its documentation. Items of other origin come back as they are. */
export function resolveCompletion(item: CompletionItem, context: Context): CompletionItem {
  const reference = readReference(item.data);
  const text = reference && documentation(reference, context);
  return text ? { ...item, documentation: { kind: MarkupKind.Markdown, value: text } } : item;
}

function documentation(reference: Reference, context: Context): string | undefined {
  const { schema, texts } = context;
  switch (reference.kind) {
    case 'key': {
      // A file for an older runner is offered keys that the newest has not.
      const key = schema.byPath(reference.path) ?? schema.removedKeys.find(({ path }) => path === reference.path);
      return key && keyText(key, texts.key(key.path)?.text, exampleOf(key, context), context);
    }
    case 'flag': {
      const flag = schema.featureFlags.find(({ name }) => name === reference.name);
      if (!flag) return undefined;
      return paragraphs(
        texts.featureFlag(flag.name),
        `Default \`${flag.default ?? false}\` · since ${flag.since}`,
        `[Documentation](${flag.docs})`,
      );
    }
    case 'value':
      return texts.value(reference.enumeration, reference.value);
  }
}

function keyText(key: KeySchema, text: string | undefined, example: string | undefined, context: Context): string {
  const unset = defaultInWords(key, context);
  const facts = [
    unset && `Default ${unset}`,
    `since ${key.since}`,
    key.executors.length > 0 && `executors ${key.executors.join(', ')}`,
  ];
  const instead = key.replacedBy.map((path) => `\`${path}\``).join(', ');
  return paragraphs(
    key.removed ? `**Removed in ${key.removed}.**` : undefined,
    key.deprecated
      ? `**Deprecated${key.deprecatedSince ? ` since ${key.deprecatedSince}` : ''}.**${instead && ` Use ${instead}.`}`
      : undefined,
    key.noEffectSince ? `**Without effect since ${key.noEffectSince}.**` : undefined,
    text,
    example,
    facts.filter(Boolean).join(' · '),
    `[Documentation](${key.docs})`,
  );
}

function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('\n\n');
}
