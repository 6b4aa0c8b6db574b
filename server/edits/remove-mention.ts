/** Takes a mention of a feature flag away. */
import { replacements } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import type { Fix } from '../meaning/finding';
import type { FlagMention } from '../meaning/flag-mentions';
import { draft } from '../text/draft';
import type { TextEdit } from '../text/edit';
import { removeItem } from './list-items';
import { removeLines, standsAlone } from './text-lines';

/** The edit that takes it away; undefined where other text would suffer. */
export function mentionRemoval(document: ConfigDocument, { written }: FlagMention): TextEdit | undefined {
  if (!written) return undefined;
  if ('list' in written) return removeItem(document, written.list, written.item);
  return standsAlone(document, written) ? removeLines(document, written) : undefined;
}

/** The fix that takes a mention away. */
export function removeMention(document: ConfigDocument, mention: FlagMention): Fix[] {
  const edit = mentionRemoval(document, mention);
  return edit ? [{ title: draft(`Remove \`${mention.name}\``), changes: replacements([edit]) }] : [];
}
