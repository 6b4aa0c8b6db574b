/**
 * `npm run texts`: writes l10n/bundle.l10n.json, the texts of the client for those who translate them. VS Code reads the
 * translations beside it, bundle.l10n.<language>.json, which have the same keys; English it takes from the code.
 */
import { writeFileSync } from 'node:fs';
import { clientTexts } from './client-texts/calls';

const texts = clientTexts();
const bundle = Object.fromEntries(texts.map((text) => [text, text]));
writeFileSync('l10n/bundle.l10n.json', `${JSON.stringify(bundle, null, 2)}\n`);
console.log(`${texts.length} texts written to l10n/bundle.l10n.json`);
