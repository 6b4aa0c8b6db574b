/** The reference of all diagnostics, in the language of VS Code; free of a server. */
import { env, Uri, workspace } from 'vscode';
import { translatedPage } from './translated-page.mjs';

/** Whether VS Code speaks Chinese: of both ways to write it the pages are in Simplified Chinese. */
export function isChinese(): boolean {
  return /^zh\b/.test(env.language);
}

/** The page as Markdown. */
export async function readRulesPage(extension: Uri): Promise<string> {
  const read = async (name: string) => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'docs', name));
    return new TextDecoder().decode(bytes);
  };
  if (!isChinese()) return read('rules.md');
  try {
    return translatedPage(await read('rules.md'), await read('rules.zh-cn.txt'));
  } catch {
    // In the source the page lies there as a whole.
    return read('zh-cn/rules.md').catch(() => read('rules.md'));
  }
}
