/** Completion as the tests ask for it: a text with a `|`, and what an editor would show and do. */

import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { completion } from '../../../server/features/completion';
import type { Context } from '../../../server/meaning/context';
import { createContext } from '../../../server/meaning/context';
import { createDocument } from '../../../server/meaning/create-document';
import type { Texts } from '../../../server/schema/texts';
import { readCursor } from '../cursor';
import { accept, problemsOf } from './accept';
import { contextFor } from './target';

export const noTexts: Texts = {
  key: () => undefined,
  example: () => undefined,
  featureFlag: () => undefined,
  value: () => undefined,
  documentation: () => undefined,
};

export const context: Context = { ...createContext({ snippets: true }), texts: noTexts };
export const plainContext: Context = { ...context, snippets: false };

/** The items at the cursor that an editor would show for what is typed, in its order. */
export function offered(marked: string, use = context): CompletionItem[] {
  const { text, offset } = readCursor(marked);
  const document = createDocument('file:///config.toml', text);
  return completion(document, offset, contextFor(document, use))
    .filter((item) => {
      assert.ok(item.textEdit && 'range' in item.textEdit);
      const typed = text.slice(document.offset(item.textEdit.range.start), offset);
      return isSubsequence(typed.toLowerCase(), (item.filterText ?? item.label).toLowerCase());
    })
    .sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
}

/** Editors compare fuzzily: the typed letters must come in their order. */
function isSubsequence(typed: string, text: string): boolean {
  let at = 0;
  for (const letter of typed) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

export function labels(marked: string, use = context): string[] {
  return offered(marked, use).map((item) => item.label);
}

/** The text after accepting the item of this label; it must be TOML without a problem. */
export function accepted(marked: string, label: string, use = context): string {
  const text = acceptedAnyway(marked, label, use);
  assert.deepEqual(problemsOf(text), [], text);
  return text;
}

/** The same for a text that has problems besides. */
export function acceptedAnyway(marked: string, label: string, use = context): string {
  const { text, offset } = readCursor(marked);
  const items = offered(marked, use);
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item, `${label} is not among ${items.map((candidate) => candidate.label).join(', ')}`);
  return accept(createDocument('file:///config.toml', text), offset, item);
}
