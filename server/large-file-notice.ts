/** Says in the editor's log that some answers about a large file are shortened; once while the file is open. */
import { MAXIMUM_ITEMS } from './features/large-text';
import { type Message, message } from './text/message';

export class LargeFileNotice {
  private readonly said = new Set<string>();

  constructor(private readonly say: (notice: Message) => void) {}

  /** `isLong`: answers about the file leave something out. */
  update(uri: string, isLong: boolean): void {
    if (this.said.has(uri) || !isLong) return;
    this.said.add(uri);
    this.say(message('status.large-file', { uri, limit: MAXIMUM_ITEMS }));
  }

  forget(uri: string): void {
    this.said.delete(uri);
  }
}
