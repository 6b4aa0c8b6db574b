/** Says in the editor's log that some answers about a large file are shortened; once while the file is open. */
import { isLarge, MAXIMUM_ITEMS } from './features/large-text';

export class LargeFileNotice {
  private readonly said = new Set<string>();

  constructor(private readonly say: (message: string) => void) {}

  /** `length`: of the longest configuration in the file. */
  update(uri: string, length: number): void {
    if (this.said.has(uri) || !isLarge(length)) return;
    this.said.add(uri);
    this.say(`${uri} has over 1 MB: its outline and its links end after ${MAXIMUM_ITEMS}. It is checked as a whole.`);
  }

  forget(uri: string): void {
    this.said.delete(uri);
  }
}
