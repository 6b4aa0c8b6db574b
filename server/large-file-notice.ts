/** Says in the editor's log that some answers about a large file are shortened; once while the file is open. */
import { isLarge, MAXIMUM_ITEMS } from './features/large-text';
import type { HostFile } from './meaning/host-file';

export class LargeFileNotice {
  private readonly said = new Set<string>();

  constructor(private readonly say: (message: string) => void) {}

  update(uri: string, file: HostFile | undefined): void {
    if (this.said.has(uri) || !file?.documents.some(({ text }) => isLarge(text))) return;
    this.said.add(uri);
    this.say(`${uri} has over 1 MB: its outline and its links end after ${MAXIMUM_ITEMS}. It is checked as a whole.`);
  }

  forget(uri: string): void {
    this.said.delete(uri);
  }
}
