/** The configurations of the corpus beside the project, each with the project it comes from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { containerOfName } from '../../server/containers/kinds';
import type { ConfigDocument } from '../../server/meaning/document';
import { readFile } from '../../server/meaning/host-file';

export interface Configuration {
  readonly project: string;
  readonly document: ConfigDocument;
}

interface Entry {
  readonly file: string;
  readonly kind: string;
  readonly repo: string;
}

/** Everything but other programs' files, in the order of the index. */
export function* configurations(folder: string): Generator<Configuration> {
  const index: Entry[] = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  for (const { file, kind, repo } of index) {
    if (kind === 'negative') continue;
    const text = readFileSync(join(folder, file), 'utf8');
    const uri = `file:///${file}`;
    const { documents } = readFile(uri, text, containerOfName(file)?.id);
    for (const document of documents) yield { project: repo, document };
  }
}
