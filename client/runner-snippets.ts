/** The snippets of the package. */
import { Uri, workspace } from 'vscode';
import { isChinese } from './rules-page';

export interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

type Snippets = Readonly<Record<string, Snippet>>;

/** The snippets by their names, in English. */
export function readSnippets(extension: Uri): Promise<Snippets> {
  return read(extension, 'snippets/gitlab-runner-config.json');
}

/** The same in the language of VS Code. */
export function readSnippetsInWords(extension: Uri): Promise<Snippets> {
  return isChinese() ? read(extension, 'dist/snippets.zh-cn.json') : readSnippets(extension);
}

async function read(extension: Uri, path: string): Promise<Snippets> {
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, path))));
}
