/** English, for tests that look at what a user reads. */
import type { Fix } from '../../server/meaning/finding';
import { loadCatalog } from '../../server/text/catalog';

export const { say: said } = loadCatalog('en');

/** The title of a fix. */
export function titleOf(fix: Fix | undefined): string {
  return fix ? said(fix.title) : '';
}
