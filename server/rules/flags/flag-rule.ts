/** What the rules about feature flags share. */
import type { Finding } from '../../meaning/finding';
import { type FlagMention, flagMentions } from '../../meaning/flag-mentions';
import type { KeyVisit } from '../../meaning/visit';
import type { Code } from '../../text/code';
import type { Span } from '../../text/span';
import type { Report, Rule } from '../rule';

/** A rule that says something of single flags. `say` gives what differs from rule to rule. */
export function flagRule(
  code: Code,
  say: (
    mention: FlagMention,
    visit: KeyVisit,
  ) => (Omit<Finding, 'code' | 'start' | 'end'> & { readonly span?: Span | undefined }) | undefined,
): Rule {
  return {
    code,
    key(visit: KeyVisit, report: Report) {
      for (const mention of flagMentions(visit)) {
        const said = say(mention, visit);
        if (!said) continue;
        const { span = mention.span, ...rest } = said;
        report({ code, start: span.start, end: span.end, link: mention.flag?.docs ?? visit.key?.docs, ...rest });
      }
    },
  };
}
