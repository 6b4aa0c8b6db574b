/**
 * Pages about rules: the client shows the section of docs/rules.md about a code, so that the code of a diagnostic leads to it without a
 * website. VS Code opens such an address as it opens a file; it takes no command where a diagnostic is hovered over.
 */
export const RULE_PAGES = 'gitlab-runner-rule';

/** The address of a page. The runner's documentation of what the finding is about, where there is one, goes along. */
export function rulePage(code: string, documentation?: string): string {
  const query = documentation === undefined ? '' : `?${encodeURIComponent(documentation)}`;
  return `${RULE_PAGES}:/${code}.md${query}`;
}
