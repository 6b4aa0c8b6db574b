/** Tells a client that asked for it which runner each open file is checked for, when that changes. */
import type { TargetParams, TargetRunner } from '../protocol/target';

export class TargetStatus {
  private readonly sent = new Map<string, string>();

  constructor(private readonly send: (targets: TargetParams) => void) {}

  /** Says what holds for a file now, unless that was said before. */
  update(uri: string, targets: readonly TargetRunner[]): void {
    const said = JSON.stringify(targets);
    if ((this.sent.get(uri) ?? '[]') === said) return;
    this.sent.set(uri, said);
    this.send({ uri, targets });
  }

  forget(uri: string): void {
    this.sent.delete(uri);
  }
}
