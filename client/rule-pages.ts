/**
 * The pages that the codes of diagnostics lead to: each is the section of docs/rules.md about its code. The manifest has them opened as a
 * preview (`workbench.editorAssociations`); where VS Code's own extension for Markdown is turned off they are readable as text, too.
 */
import { type Disposable, type TextDocumentContentProvider, type Uri, workspace } from 'vscode';
import { RULE_PAGES } from '../protocol/rule-pages';
import { t } from './l10n';
import { ruleSection } from './rule-section';
import { readRulesPage } from './rules-page';

/** Makes the pages, out of the reference that the extension brings along. */
export function showRulePages(extension: Uri): Disposable {
  const provider: TextDocumentContentProvider = {
    async provideTextDocumentContent({ path, query }) {
      const code = path.replace(/^\/|\.md$/g, '');
      const section = ruleSection(await readRulesPage(extension), code);
      const link = /^https:\/\/docs\.gitlab\.com\/\S+$/.test(query) ? `[${t("GitLab's documentation")}](${query})` : '';
      return [section ?? t('Nothing is known of `{code}`.', { code }), link].filter(Boolean).join('\n\n');
    },
  };
  return workspace.registerTextDocumentContentProvider(RULE_PAGES, provider);
}
