/**
 * A feature flag in `environment` whose text is neither true nor false to the runner: it takes what strconv.ParseBool takes
 * and else the default (checks.json, feature-flag-bool). In the table a wrong type is refused, which wrong-type reports.
 */

import { replacements } from '../../meaning/change';
import type { Fix } from '../../meaning/finding';
import { isInPlace } from '../../meaning/flag-mentions';
import { draft } from '../../text/draft';
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
      message: draft(`A feature flag is \`true\` or \`false\`. The runner ignores this value of \`${flag.name}\`.`),
      fixes: (): Fix[] => {
        const meant = /^\s*(?:true|yes|on|1|enabled?)\s*$/i.test(text)
          ? 'true'
          : /^\s*(?:false|no|off|0|disabled?)\s*$/i.test(text)
            ? 'false'
            : undefined;
        return meant
          ? [
              {
                title: draft(`Change to \`${meant}\``),
                changes: replacements([{ ...badText, newText: meant }]),
                preferred: true,
              },
            ]
          : [];
      },
    };
  },
);
