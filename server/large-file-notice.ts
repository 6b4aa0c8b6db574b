/** Says in the editor's log that some answers about a large file are shortened, or left out; once while the file is open. */
import { MAXIMUM_ITEMS } from './features/large-text';
import { type Message, message } from './text/message';

export class LargeFileNotice {
  private readonly long = new Set<string>();
  private readonly unchanged = new Set<string>();

  constructor(private readonly say: (notice: Message) => void) {}

  /** `isLong`: answers about the file leave something out. `isUnchanged`: there are no fixes for it, and no formatting. */
  update(uri: string, isLong: boolean, isUnchanged: boolean): void {
    if (isLong && isNew(this.long, uri)) this.say(message('status.large-file', { uri, limit: MAXIMUM_ITEMS }));
    if (isUnchanged && isNew(this.unchanged, uri)) this.say(message('status.large-file.unchanged', { uri }));
  }

  forget(uri: string): void {
    this.long.delete(uri);
    this.unchanged.delete(uri);
  }
}

function isNew(known: Set<string>, uri: string): boolean {
  if (known.has(uri)) return false;
  known.add(uri);
  return true;
}
