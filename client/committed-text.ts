/** The text of a file as it was committed last, of VS Code's own extension for Git. */
import { extensions, Uri } from 'vscode';

/** As much of its interface as is needed (version 1 of it). */
interface GitExtension {
  getAPI(version: 1): {
    getRepository(uri: Uri): { show(ref: string, path: string): Promise<string> } | null;
  };
}

/** Why there is no such text. */
export type NotCommitted = 'no-git' | 'no-repository' | 'not-in-head';

/** The text in HEAD, or why there is none. */
export async function committedText(file: string): Promise<{ readonly text: string } | NotCommitted> {
  const repository = await repositoryOf(file);
  if (typeof repository === 'string') return repository;
  try {
    return { text: await repository.show('HEAD', Uri.parse(file).fsPath) };
  } catch {
    return 'not-in-head';
  }
}

async function repositoryOf(file: string) {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return 'no-git';
  try {
    // A method of its object, and nothing without it.
    const git = await extension.activate();
    return git.getAPI(1).getRepository(Uri.parse(file)) ?? 'no-repository';
  } catch {
    // It is turned off, or there is no Git.
    return 'no-git';
  }
}
