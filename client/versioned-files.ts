import { Uri, workspace } from 'vscode';
import type { VersionControlParams } from '../protocol/version-control';
import { foldersAbove } from './folders-above';

/** Tells the server which of the open documents are files under version control: it sees no other file. */
export class VersionedFiles {
  constructor(
    private readonly isOpen: (uri: string) => boolean,
    private readonly tell: (params: VersionControlParams) => void,
  ) {}

  /** A document was opened in the server, which knows nothing of it. */
  opened(uri: string): void {
    isInRepository(Uri.parse(uri))
      .then((isVersioned) => {
        // Nothing said is that nobody knows: most documents cost no message.
        if (isVersioned && this.isOpen(uri)) this.tell({ uri, isVersioned });
      })
      .catch((error: unknown) => console.error(`${uri}: ${error}`));
  }
}

/** Whether one of the folders above a file holds a repository of Git; of a worktree `.git` is a file. */
export async function isInRepository(file: Uri): Promise<boolean> {
  // What is not saved yet, and what other extensions show, is nowhere.
  if (workspace.fs.isWritableFileSystem(file.scheme) === undefined) return false;
  for (const folder of foldersAbove(file.path)) {
    if (await exists(Uri.joinPath(file.with({ path: folder }), '.git'))) return true;
  }
  return false;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
