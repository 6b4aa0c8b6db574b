/** Says in a language what edits and commands leave to the user: `<bucket>`. */
import blanks from './generated/blanks.json';
import type { Edit, EditValue } from './types';

const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = blanks;

const BLANK = /<([^<>=]+)>/g;

/** A text with its blanks in a language; English where there is no text in it. */
export function blanksIn(language: string, text: string): string {
  const known = texts[language];
  if (!known || !text.includes('<')) return text;
  return text.replace(BLANK, (whole, name: string) => (Object.hasOwn(known, name) ? `<${known[name]}>` : whole));
}

/** Edits with their blanks in a language. */
export function editsIn(language: string, edits: readonly Edit[]): Edit[] {
  const valueIn = (value: EditValue): EditValue => {
    if (typeof value === 'string') return blanksIn(language, value);
    return typeof value === 'object' ? value.map((item) => blanksIn(language, item)) : value;
  };
  return edits.map((edit) => ({
    ...edit,
    ...(edit.key !== undefined && { key: blanksIn(language, edit.key) }),
    ...(edit.value !== undefined && { value: valueIn(edit.value) }),
    ...(edit.entries && {
      entries: Object.fromEntries(Object.entries(edit.entries).map(([name, value]) => [name, valueIn(value)])),
    }),
  }));
}
