/** Another text of a file than the one in its editor: the one on the disk, or the one in HEAD. */
import { type Disposable, RelativePattern, Uri, workspace } from 'vscode';
import { committedText, followCommits } from './committed-text';

export type OtherText = 'saved' | 'head';

/** The text; none where it is gone. */
export async function otherText(file: string, which: OtherText): Promise<string> {
  if (which === 'saved') return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(file)));
  const committed = await committedText(file);
  return typeof committed === 'object' ? committed.text : '';
}

/** Acts when it may have become another one. */
export function followOtherText(file: string, which: OtherText, act: () => void): Disposable {
  if (which === 'head') return followCommits(file, act);
  const uri = Uri.parse(file);
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  // Other programs write it, too; what is typed is saved into it in the same way.
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(uri, '..'), escaped(name)));
  watcher.onDidChange(act);
  watcher.onDidCreate(act);
  watcher.onDidDelete(act);
  return watcher;
}

/** A name as a pattern that fits it alone. */
function escaped(name: string): string {
  return name.replace(/[*?[{}]/g, '[$&]');
}
