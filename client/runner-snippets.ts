/** The snippets of the package: VS Code offers them in our language; here they are for where it does not. */
import { Uri, workspace } from 'vscode';

export interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/** The snippets by their names. */
export async function readSnippets(extension: Uri): Promise<Readonly<Record<string, Snippet>>> {
  const file = Uri.joinPath(extension, 'snippets', 'gitlab-runner-config.json');
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file)));
}
