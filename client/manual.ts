import { commands, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { t } from './l10n';
import { isChinese, readRulesPage } from './rules-page';

interface Page extends QuickPickItem {
  /** What a link calls it: `command:gitlabRunnerConfig.openManual?["rules"]`. */
  readonly name: string;
  /** Where it is: in the package, else in the source. */
  readonly files: readonly string[];
}

/** The pages that the extension brings along. */
function pages(): readonly Page[] {
  return [
    {
      name: 'guide',
      files: isChinese() ? ['docs/guide.zh-cn.md', 'README.zh-CN.md'] : ['docs/guide.md', 'README.md'],
      label: t('What the extension does'),
      detail: t('All that it offers, with pictures, settings and commands.'),
    },
    {
      name: 'rules',
      files: ['docs/rules.md'],
      label: t('Diagnostics'),
      detail: t('Each code: what it says, what is wrong and what is right, how to silence it.'),
    },
    {
      name: 'editors',
      files: isChinese() ? ['docs/zh-cn/editors.md'] : ['docs/editors.md'],
      label: t('Other editors'),
      detail: t('The language server in Neovim, Helix, Emacs, Zed and Sublime Text.'),
    },
    {
      name: 'changes',
      files: ['changelog.md', 'CHANGELOG.md'],
      label: t('What is new'),
      detail: t('The changes of each version.'),
    },
  ];
}

/** Shows a page inside VS Code: the one of that name, or one that the user picks. */
export async function openManual(extension: Uri, name?: unknown): Promise<void> {
  const all = pages();
  const page =
    all.find((each) => each.name === name) ??
    (await window.showQuickPick(all, { title: t('Manual'), placeHolder: t('Which page?') }));
  if (!page) return;
  const uri =
    page.name === 'rules' && isChinese()
      ? translatedRules(extension)
      : await firstThatExists(page.files.map((file) => Uri.joinPath(extension, file)));
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // VS Code's own extension for Markdown is turned off: the page is readable as text, too.
    await commands.executeCommand('vscode.open', uri);
  }
}

/** The scheme of pages that are no files. */
const TRANSLATED = 'gitlab-runner-manual';
let isRegistered = false;

/** The page lies in no file as a whole: it is put together when it is shown. */
function translatedRules(extension: Uri): Uri {
  // As long as the window lives.
  if (!isRegistered)
    workspace.registerTextDocumentContentProvider(TRANSLATED, {
      provideTextDocumentContent: () => readRulesPage(extension),
    });
  isRegistered = true;
  return Uri.from({ scheme: TRANSLATED, path: '/rules.md' });
}

async function firstThatExists(places: readonly Uri[]): Promise<Uri | undefined> {
  for (const place of places) {
    try {
      await workspace.fs.stat(place);
      return place;
    } catch {
      // The next one.
    }
  }
  return places[0];
}
