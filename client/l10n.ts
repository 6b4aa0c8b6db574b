/**
 * VS Code's translations of the client's texts: l10n/bundle.l10n.<language>.json, by the English text. What is passed to `t`
 * is a literal, because `npm run texts` reads the calls to write the list for translators, l10n/bundle.l10n.json.
 */
import { l10n } from 'vscode';
import type { Translate } from './translate';

/** Says a text in the language of VS Code. */
export const t: Translate = (text, ...[values = {}]) => l10n.t(text, values);
