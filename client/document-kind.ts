/** What a document can be to us, by its language and its name alone: every document that VS Code opens is asked this. */
import { type ContainerId, containerKinds, containerOfLanguage, type KnownContainer } from '../server/containers/kinds';
import { isTemplateName } from '../server/containers/template-files';
import { isTomlName, TOML_LANGUAGE } from '../server/containers/toml-file/names';
import { LANGUAGE_ID } from '../server/containers/toml-file/recognition';

/**
 * - `configuration`: TOML, or plain text with a name that promises TOML
 * - `template`: a template in whatever language; its text tells what it gives
 * - a container: a file with a configuration in it, perhaps
 */
export type DocumentKind = 'configuration' | 'template' | ContainerId;

/** The kind of a document; undefined for one that cannot be ours. */
export function kindOf(languageId: string, path: string): DocumentKind | undefined {
  if (languageId === LANGUAGE_ID || languageId === TOML_LANGUAGE) return 'configuration';
  const container = containerOfLanguage(languageId);
  if (container) return container.id;
  if (languageId === 'plaintext' && isTomlName(path)) return 'configuration';
  return isTemplateName(path) ? 'template' : undefined;
}

/** What a document of a kind may hold configurations as; undefined for one that is a configuration itself. */
export function containerOf(kind: DocumentKind | undefined): KnownContainer | undefined {
  return containerKinds.find(({ id }) => id === kind);
}
