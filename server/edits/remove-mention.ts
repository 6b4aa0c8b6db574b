/** Takes a mention of a feature flag away. */
import type { Change } from '../meaning/change';
import type { ConfigDocument } from '../meaning/document';
import type { Fix } from '../meaning/finding';
import type { FlagMention } from '../meaning/flag-mentions';
import { message } from '../text/message';
import { offered } from './changes';

/** The change that takes it away; undefined for what headers define. */
export function mentionChange({ written }: FlagMention): Change | undefined {
  if (!written) return undefined;
  return 'list' in written ? { op: 'remove', part: written.item, of: written.list } : { op: 'remove', part: written };
}

/** The fix that takes a mention away. */
export function removeMention(document: ConfigDocument, mention: FlagMention): Fix[] {
  const change = mentionChange(mention);
  return change ? offered(document, [{ title: message('fix.remove', { name: mention.name }), changes: [change] }]) : [];
}
