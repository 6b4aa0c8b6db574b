/** Tells a client that asked for it which runner each open file is checked for, when that changes. */
import type { Context } from './meaning/context';
import type { HostFile } from './meaning/host-file';
import { targetOf } from './meaning/target';
import { versionText } from './schema/version';

/** The runners that the configurations of a file are for, each once. Empty: the file holds none. */
export interface FileTargets {
  readonly uri: string;
  readonly targets: readonly { readonly version: string; readonly source: 'comment' | 'setting' | 'newest' }[];
}

export class TargetStatus {
  private readonly sent = new Map<string, string>();

  constructor(private readonly send: (targets: FileTargets) => void) {}

  /** Says what holds for a file now, unless that was said before. */
  update(uri: string, file: HostFile | undefined, context: () => Context): void {
    const all = file?.documents.map((document) => {
      const { version, source } = targetOf(document, context());
      return { version: versionText(version), source };
    });
    const targets = (all ?? []).filter(
      ({ version, source }, index, list) =>
        list.findIndex((other) => other.version === version && other.source === source) === index,
    );
    const said = JSON.stringify(targets);
    if ((this.sent.get(uri) ?? '[]') === said) return;
    this.sent.set(uri, said);
    this.send({ uri, targets });
  }

  forget(uri: string): void {
    this.sent.delete(uri);
  }
}
