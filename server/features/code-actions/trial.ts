/**
 * Tries fixes before they are offered. What a fix uncovers or causes nobody can foresee in a broken text, and other rules may
 * have a word about what it writes: so the text that it gives is checked as the one before was.
 */
import { checkConfiguration } from '../../check/check-configuration';
import { editsOf } from '../../edits/changes';
import { type Configuration, readConfiguration } from '../../meaning/configuration';
import type { Context } from '../../meaning/context';
import type { Finding, Fix } from '../../meaning/finding';
import { factsOf, type Severity } from '../../text/code';
import { applyEdits, type TextEdit } from '../../text/edit';

export interface Candidate {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** So many characters are looked through to try fixes before they are offered. */
const TRIED_CHARACTERS = 1_000_000;

/** A finding costs as much as so many characters. */
export const COST_OF_FINDING = 100;
/** In a broken text the first one is always tried. */
const ALWAYS_TRIED = 1;

const ranks: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1, hint: 0 };

/**
 * The fixes that keep the promise of one: their finding is gone, and errors that stop the runner become fewer where it is one, never more. One that
 * draws another finding as grave as its own is not preferred. Of many fixes at once only the first are tried; in a broken text
 * only those are offered.
 */
export function thatMend(
  configuration: Configuration,
  context: Context,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (candidates.length === 0) return [];
  const { document } = configuration;
  const isBroken = document.syntaxProblems.length > 0;
  const before = countOf(configuration, context);
  const cost = document.text.length + COST_OF_FINDING * before.total;
  let trials = Math.max(isBroken ? ALWAYS_TRIED : 0, Math.floor(TRIED_CHARACTERS / cost));
  return candidates.flatMap((candidate) => {
    if (--trials < 0) return isBroken ? [] : [candidate];
    const { finding, fix } = candidate;
    const edits = editsOf(document, fix.changes) ?? [];
    // Blocks that a fix does not touch are not looked at again.
    const after = readConfiguration(document.withText(applyEdits(document.text, edits)), configuration);
    const outcome = compare(finding, document.text, before, countOf(after, context));
    if (outcome === 'no better') return [];
    return outcome === 'trades' && fix.preferred ? [{ finding, fix: { ...fix, preferred: false } }] : [candidate];
  });
}

/** Whether a text has fewer errors behind edits, or as many and fewer findings in all: as it is shown, read by its blocks. */
export function isBetterAfter(configuration: Configuration, context: Context, edits: readonly TextEdit[]): boolean {
  const { document } = configuration;
  const before = countOf(configuration, context);
  const after = countOf(readConfiguration(document.withText(applyEdits(document.text, edits)), configuration), context);
  return after.errors < before.errors || (after.errors === before.errors && after.total < before.total);
}

/** How often each finding is in a text: by its code, and by the characters it stands on as well, for its place moves. */
interface Count {
  readonly total: number;
  /** Those that stop the runner. */
  readonly errors: number;
  readonly of: ReadonlyMap<string, number>;
  /** Of each code and rank. */
  readonly kinds: ReadonlyMap<string, { readonly times: number; readonly rank: number; readonly code: string }>;
}

function countOf(configuration: Configuration, context: Context): Count {
  const of = new Map<string, number>();
  const kinds = new Map<string, { times: number; rank: number; code: string }>();
  const { text } = configuration.document;
  const found = checkConfiguration(configuration, context);
  let errors = 0;
  for (const { finding, placed } of found) {
    const { code, severity } = finding;
    if (stopsRunner(finding)) errors++;
    const name = nameOf(finding, placed?.block.text ?? text);
    of.set(name, (of.get(name) ?? 0) + 1);
    const kind = `${code} ${severity}`;
    const known = kinds.get(kind);
    if (known) known.times++;
    else kinds.set(kind, { times: 1, rank: ranks[severity], code });
  }
  return { total: found.length, errors, of, kinds };
}

/** Whether the runner does not start with it. A key that is mended may have a value that fails jobs: that is the next thing to mend. */
function stopsRunner({ severity, code, loads = factsOf(code).loads }: Finding): boolean {
  return severity === 'error' && !loads;
}

/** Characters that tell one finding from another; a long span is told by its beginning. */
const TELLING = 80;

function nameOf({ code, start, end }: Finding, text: string): string {
  return `${code} ${text.slice(start, Math.min(end, start + TELLING))}`;
}

function compare(finding: Finding, text: string, before: Count, after: Count): 'no better' | 'trades' | 'better' {
  const name = nameOf(finding, text);
  const isGone = (after.of.get(name) ?? 0) < (before.of.get(name) ?? 0);
  const mostErrors = stopsRunner(finding) ? before.errors - 1 : before.errors;
  if (!isGone || after.errors > mostErrors) return 'no better';
  const own = ranks[finding.severity];
  for (const [kind, { times, rank, code }] of after.kinds) {
    const most = (before.kinds.get(kind)?.times ?? 0) - (code === finding.code && rank === own ? 1 : 0);
    if (rank >= own && times > most) return 'trades';
  }
  return 'better';
}
