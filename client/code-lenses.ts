/** Where lenses of ours stand in configurations, and whether the user wants them. */
import { type TextDocument, workspace } from 'vscode';
import { SECTION, SETTINGS } from '../protocol/settings';
import { containerKinds } from '../server/containers/kinds';
import { TEMPLATE_PATTERN, TOML_LANGUAGE } from '../server/containers/toml-file/names';
import { LANGUAGE_ID } from './names';

/** Files that configure runners; those that only show examples have no jobs. */
export const CONFIGURATIONS = [
  ...[LANGUAGE_ID, TOML_LANGUAGE].map((language) => ({ language })),
  ...containerKinds
    .filter(({ setting }) => !setting)
    .flatMap((kind) => kind.languages.map((language) => ({ language }))),
  { pattern: TEMPLATE_PATTERN },
];

/** Whether the user has not turned them off. */
export function codeLensesWanted(document: TextDocument): boolean {
  return workspace.getConfiguration(SECTION, document).get<boolean>(SETTINGS.codeLens, true);
}
