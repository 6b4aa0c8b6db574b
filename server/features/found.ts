/** What was found in a file: in each of its configurations, and around them. */
import type { ConfigDocument } from '../meaning/document';
import type { LocatedFinding } from './diagnostics';

export interface Found {
  readonly found: readonly LocatedFinding[];
  /** Of the configuration; none around them. */
  readonly traits?: ConfigDocument['traits'];
}

/** The findings that are not about a text in which a character was lost: that has a cause of its own. */
export function withoutLost({ found, ...rest }: Found, lost: string | undefined): Found {
  const isOfLost = (each: LocatedFinding) =>
    lost !== undefined && each.document?.().text.slice(each.finding.start, each.finding.end).includes(lost) === true;
  return { ...rest, found: found.filter((each) => !isOfLost(each)) };
}
