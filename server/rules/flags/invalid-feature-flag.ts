/**
 * A feature flag in `environment` whose text is neither true nor false to the runner: it takes what strconv.ParseBool takes
 * and else the default (checks.json, feature-flag-bool). In the table a wrong type is refused, which wrong-type reports.
 */

import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import { isInPlace } from '../../meaning/flag-mentions';
import { message } from '../../text/message';
import type { Span } from '../../text/span';
import { flagRule } from './flag-rule';

export const invalidFeatureFlag = flagRule(
  'invalid-feature-flag',
  ['runners[].environment'],
  (mention, { document }) => {
    const { flag, badText } = mention;
    if (!flag || !badText || !isInPlace(mention)) return undefined;
    const text = document.text.slice(badText.start, badText.end);
    return {
      span: text === '' ? mention.span : badText,
      message: message('invalid-feature-flag', { key: flag.name }),
      fixes: () => change(badText, meaningOf(text)),
    };
  },
);

/** What a text was meant to say. */
function meaningOf(text: string): boolean | undefined {
  if (/^\s*(?:true|yes|on|1|enabled?)\s*$/i.test(text)) return true;
  return /^\s*(?:false|no|off|0|disabled?)\s*$/i.test(text) ? false : undefined;
}

function change(span: Span, meant: boolean | undefined): Fix[] {
  if (meant === undefined) return [];
  const newText = String(meant);
  const title = message('fix.change-to', { text: newText });
  return [{ title, changes: replacements([{ ...span, newText }]), preferred: true }];
}
