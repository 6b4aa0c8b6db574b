/** Tells a client that asked for it which runner each open file is checked for, when that changes. */
import type { FoundTarget } from './service';

/** The runners that the configurations of a file are for, each once. Empty: the file holds none. */
export interface FileTargets {
  readonly uri: string;
  readonly targets: readonly FoundTarget[];
}

export class TargetStatus {
  private readonly sent = new Map<string, string>();

  constructor(private readonly send: (targets: FileTargets) => void) {}

  /** Says what holds for a file now, unless that was said before. */
  update(uri: string, targets: readonly FoundTarget[]): void {
    const said = JSON.stringify(targets);
    if ((this.sent.get(uri) ?? '[]') === said) return;
    this.sent.set(uri, said);
    this.send({ uri, targets });
  }

  forget(uri: string): void {
    this.sent.delete(uri);
  }
}
