/** What the rules about feature flags share. */
import { type FlagMention, flagMentions, setsFlags } from '../../meaning/flag-mentions';
import type { KeyVisit } from '../../meaning/visit';
import type { Code } from '../../text/code';
import type { Span } from '../../text/span';
import type { Found, Rule } from '../rule';

/** Where a runner reads flags from. */
export const IN_PLACE = ['runners[].feature_flags', 'runners[].environment'];

/** Says something of a flag; at its name, if at no other span. */
type SayOfFlag = (
  mention: FlagMention,
  visit: KeyVisit,
) => (Omit<Found, 'start' | 'end'> & { readonly span?: Span | undefined }) | undefined;

/** A rule that says something of single flags; `on`: where it looks at them, in all keys if there is none. */
export function flagRule(code: Code, on: readonly string[] | undefined, say: SayOfFlag): Rule<'key'> {
  return {
    code,
    scope: 'key',
    ...(on ? { on } : { concerns: (key) => key === undefined || setsFlags(key) }),
    check(visit, report) {
      for (const mention of flagMentions(visit)) {
        const said = say(mention, visit);
        if (!said) continue;
        const { span = mention.span, ...rest } = said;
        report({ start: span.start, end: span.end, link: mention.flag?.docs ?? visit.key?.docs, ...rest });
      }
    },
  };
}
