/** The text of a file as it was committed last, of VS Code's own extension for Git. */
import { Disposable, type Event, extensions, Uri } from 'vscode';

/** As much of its interface as is needed (version 1 of it). */
interface GitExtension {
  getAPI(version: 1): Git;
}

interface Git {
  readonly onDidOpenRepository: Event<unknown>;
  getRepository(uri: Uri): Repository | null;
}

interface Repository {
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    /** Also when a file was written, or something was staged. */
    readonly onDidChange: Event<void>;
  };
  show(ref: string, path: string): Promise<string>;
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

/** Acts when another commit became HEAD, and when the file's repository is opened, which may be after the file. */
export function followCommits(file: string, act: () => void): Disposable {
  const listening: Disposable[] = [];
  let isOver = false;
  const follow = ({ state }: Repository) => {
    let before = state.HEAD?.commit;
    const changed = () => {
      const now = state.HEAD?.commit;
      if (now === before) return;
      before = now;
      act();
    };
    listening.push(state.onDidChange(changed));
  };
  void openedGit().then((git) => {
    if (isOver || !git) return;
    let found = git.getRepository(Uri.parse(file));
    if (found) follow(found);
    const opened = () => {
      const now = git.getRepository(Uri.parse(file));
      if (!now || now === found) return;
      found = now;
      follow(now);
      act();
    };
    listening.push(git.onDidOpenRepository(opened));
  });
  return new Disposable(() => {
    isOver = true;
    Disposable.from(...listening).dispose();
  });
}

async function repositoryOf(file: string): Promise<Repository | NotCommitted> {
  const git = await openedGit();
  if (!git) return 'no-git';
  return git.getRepository(Uri.parse(file)) ?? 'no-repository';
}

async function openedGit(): Promise<Git | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  try {
    // A method of its object, and nothing without it.
    const git = await extension?.activate();
    return git?.getAPI(1);
  } catch {
    // It is turned off, or there is no Git.
    return undefined;
  }
}
