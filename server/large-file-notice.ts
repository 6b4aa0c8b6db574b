/** Says in the editor's log that some answers about a large file are shortened; once while the file is open. */
import { isLarge, MAXIMUM_ITEMS } from './features/large-text';
import { type Message, message } from './text/message';

export class LargeFileNotice {
  private readonly said = new Set<string>();

  constructor(private readonly say: (notice: Message) => void) {}

  /** `length`: of the longest configuration in the file. */
  update(uri: string, length: number): void {
    if (this.said.has(uri) || !isLarge(length)) return;
    this.said.add(uri);
    this.say(message('status.large-file', { uri, limit: MAXIMUM_ITEMS }));
  }

  forget(uri: string): void {
    this.said.delete(uri);
  }
}
