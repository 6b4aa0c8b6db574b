/** The snippets of the package: VS Code offers them in our language; here they are for where it does not. */
import { type Extension, Uri, workspace } from 'vscode';

export interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const ENGLISH = 'snippets/gitlab-runner-config.json';

/** The snippets by their names; in English, unless the path is that of another language. */
export async function readSnippets(extension: Uri, path = ENGLISH): Promise<Readonly<Record<string, Snippet>>> {
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, path))));
}

/** Where those in the language of VS Code are, which translates the manifest. */
export function snippetsPath({ packageJSON }: Extension<unknown>): string | undefined {
  const path = packageJSON?.contributes?.snippets?.[0]?.path;
  return typeof path === 'string' ? path : undefined;
}
