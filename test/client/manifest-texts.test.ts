/** The manifest holds no language: each text that a user reads is a key, and package.nls.json has the words. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { counted } from '../counted';
import { englishTexts, keyOf, localized, writtenManifest } from './manifest-texts';

/** What VS Code and the marketplace show of a manifest, wherever it stands. */
const SHOWN = new Set([
  ...['displayName', 'title', 'shortTitle', 'category', 'description', 'markdownDescription', 'label', 'tooltip'],
  ...['enumDescriptions', 'markdownEnumDescriptions', 'enumItemLabels', 'patternErrorMessage'],
  ...['deprecationMessage', 'markdownDeprecationMessage', 'altText', 'detail', 'contents'],
]);
/** Product names, words for the marketplace's search, what only npm reads, and expressions. */
const NOT_SHOWN = new Set(['aliases', 'keywords', 'categories', 'when', 'scripts', 'devDependencies', 'overrides']);

interface Said {
  /** The names that lead to it. */
  readonly path: readonly string[];
  readonly text: string;
}

function textsIn(value: unknown, path: readonly string[] = []): Said[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (NOT_SHOWN.has(name) ? [] : textsIn(inner, [...path, name])));
}

const isShown = ({ path }: Said) => path.some((name) => SHOWN.has(name));

describe('texts of the manifest', () => {
  const all = counted(textsIn(writtenManifest));
  const keys = all.flatMap(({ text }) => keyOf(text) ?? []);

  it('have words, and all words have a place', () => {
    assert.ok(keys.length > 30);
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(englishTexts).sort());
  });

  it('are keys and no words', () =>
    assert.deepEqual(
      all.filter((said) => isShown(said) && !keyOf(said.text)),
      [],
    ));

  it('stand in no field that this test does not know', () =>
    // A word, a space, a word: an English text, whatever the name of its field.
    assert.deepEqual(
      all.filter(({ text }) => /[a-z,] [A-Za-z]/.test(text)),
      [],
    ));

  it('have keys that the packager knows, too', () => {
    for (const key of counted(keys)) assert.match(key, /^[\w.]+$/);
  });

  it('are bracketed one and all in a language that brackets every text', () => {
    const pseudo = Object.fromEntries(Object.entries(englishTexts).map(([key, text]) => [key, `⟦${text}⟧`]));
    const shown = textsIn(localized(pseudo)).filter(isShown);
    assert.ok(shown.length > 30);
    for (const { path, text } of shown) assert.match(text, /^⟦.+⟧$/s, path.join('.'));
  });
});
