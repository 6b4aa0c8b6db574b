/** Checks a file: the configurations in it and what is around them. */
import { LANGUAGE_ID } from '../../containers/toml-file/recognition';
import type { Service } from '../../service';
import type { FileProblem } from './file-problem';
import type { SourceFile } from './files';

/** The problems of a file, those around its configurations first. */
export function checkFile(
  { name, text, encoding, isVersioned, container }: SourceFile,
  service: Service,
): FileProblem[] {
  if (encoding) service.encoded(name, encoding);
  service.versioned(name, isVersioned);
  const found = service.problems({ uri: name, languageId: languageOf({ container }), version: 0, getText: () => text });
  service.close(name);
  return found.map((problem) => ({ file: name, ...problem }));
}

/** The language that an editor would open the file in. */
export function languageOf({ container }: Pick<SourceFile, 'container'>): string {
  return container?.languages[0] ?? LANGUAGE_ID;
}
