/** Which languages other extensions serve: a document in one of those keeps it. */
import { type Extension, extensions } from 'vscode';
import { TOML_LANGUAGE } from '../server/containers/toml-file/names';

/**
 * Whether another extension, or VS Code itself, serves a language. Plain text is nobody's, and TOML only with an extension
 * for it. (VS Code shows us the extensions of our own extension host: one that runs only on the other side of a remote
 * connection is not seen.)
 */
export function isOwned(languageId: string, ourId: string): boolean {
  if (languageId === 'plaintext') return false;
  return languageId !== TOML_LANGUAGE || extensions.all.some((each) => each.id !== ourId && hasToml(each));
}

function hasToml({ packageJSON }: Extension<unknown>): boolean {
  const languages: unknown = packageJSON?.contributes?.languages;
  return Array.isArray(languages) && languages.some((language) => language?.id === TOML_LANGUAGE);
}
