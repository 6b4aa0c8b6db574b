/** Checks files that no editor has open: each as if it were opened, looked at and closed. */
import type { Diagnostic } from 'vscode-languageserver';
import type { UnopenedFile } from '../protocol/check';
import type { DocumentSettings } from './document-settings';
import type { Service, SourceText } from './service';

/** The problems of a text; null where it holds no configuration. */
export function problemsOf(text: SourceText, service: Service): Diagnostic[] | null {
  return service.holdsConfiguration(text) ? service.diagnostics(text) : null;
}

/** The problems of a file. The client has decided that it may hold a configuration. */
export function checkUnopened({ uri, languageId, text, encoding, isVersioned }: UnopenedFile, service: Service) {
  service.choose(uri, 'ours');
  service.encoded(uri, encoding);
  service.versioned(uri, isVersioned);
  try {
    return problemsOf({ uri, languageId, version: 0, getText: () => text }, service);
  } finally {
    service.close(uri);
  }
}

/** What a check says of some files, with the settings that the client has for each, where it can be asked. */
export async function withSettings<Result>(
  files: readonly UnopenedFile[],
  settings: DocumentSettings | undefined,
  isOpen: (uri: string) => boolean,
  check: (file: UnopenedFile) => Result,
): Promise<Result[]> {
  await settings?.pull(files.flatMap(({ uri }) => (isOpen(uri) ? [] : [uri])));
  return files.map((file) => {
    const found = check(file);
    if (!isOpen(file.uri)) settings?.forget(file.uri);
    return found;
  });
}
