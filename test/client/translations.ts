/** Languages for the client's modules that need no VS Code. Placeholders are filled in as VS Code's `l10n.t` does it. */
import type { Translate } from '../../client/translate';

const filledIn = (text: string, values: Readonly<Record<string, unknown>> = {}) =>
  text.replace(/\{([^}]+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));

/** The texts as they stand in the code. */
export const english: Translate = (text, ...[values]) => filledIn(text, values);

/** A language in which every text is in brackets, and what is filled in is not: what never was a text shows. */
export const bracketed: Translate = (text, ...[values]) => `⟦${filledIn(text, values)}⟧`;
