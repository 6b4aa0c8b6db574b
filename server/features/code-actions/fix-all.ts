/** "Fix all": every safe fix of a document, or those of one code. */
import { checkDocument } from '../../check/check';
import { editsOf } from '../../edits/changes';
import type { Context } from '../../meaning/context';
import type { ConfigDocument } from '../../meaning/document';
import type { Finding, Fix } from '../../meaning/finding';
import type { Code } from '../../text/code';
import { applyEdits, difference, type TextEdit } from '../../text/edit';
import { EditList } from '../../text/edit-list';
import type { SeverityOverrides } from '../diagnostics';
import { COST_OF_FINDING } from './trial';

/** How often "fix all" looks again for what the fixes of the round before left or uncovered. */
const FIX_ALL_ROUNDS = 10;

/** So many characters "fix all" looks through in all its rounds; a long text is looked through once. */
const FIX_ALL_CHARACTERS = 2_000_000;
/** In a text that costs more, what its fixes leave is counted, not looked for. */
const LONG = FIX_ALL_CHARACTERS / 2;

/** In a longer text, or one with as many findings, "fix all of this code" is not worked out each time that the light bulb is looked for. */
const MOST_FOR_CODES = 200_000;

/** What a round, or all of them, come to. */
export interface Mended {
  readonly edits: readonly TextEdit[];
  /** How many findings there are fewer, and how many there still are; hints are not shown as problems. */
  readonly mended: number;
  readonly left: number;
}

/** The edits that apply every safe fix. */
export function fixAll(document: ConfigDocument, context: Context, overrides: SeverityOverrides = {}) {
  return mendAll(document, context, overrides).edits;
}

/** Applies every safe fix. One that overlaps another before it waits for the next round. */
export function mendAll(document: ConfigDocument, context: Context, overrides: SeverityOverrides): Mended {
  const isOn = ({ code }: Finding) => overrides[code] !== 'off';
  const before = checked(document, context);
  if (document.isOverfull) return { edits: [], mended: 0, left: before.found.length };
  const { edits, after } = mendThose(before, context, (finding) => (isOn(finding) ? safeFix(finding) : undefined));
  const countOf = ({ found }: Checked) => found.filter(isOn).length;
  const left = after.found.filter((finding) => isOn(finding) && finding.severity !== 'hint').length;
  return { edits, mended: Math.max(0, countOf(before) - countOf(after)), left };
}

function safeFix({ fixes }: Finding): Fix | undefined {
  return fixes?.().find(({ safe }) => safe);
}

/** The fix of a finding where somebody asks for all of its code: who has seen one of them has seen what they do. */
function fixOfCode(finding: Finding): Fix | undefined {
  return safeFix(finding) ?? finding.fixes?.().find(({ preferred }) => preferred);
}

/** For each code of which there are several findings with a fix: how many, and the edits that mend them without a new error. */
export function fixAllOf(
  document: ConfigDocument,
  context: Context,
  overrides: SeverityOverrides,
  codes: ReadonlySet<Code>,
): { readonly code: Code; readonly count: number; readonly edits: readonly TextEdit[] }[] {
  if (codes.size === 0 || document.text.length > MOST_FOR_CODES) return [];
  const before = checked(document, context);
  if (costOf(before) > MOST_FOR_CODES) return [];
  return [...codes].flatMap((code) => {
    if (overrides[code] === 'off') return [];
    const choose = (finding: Finding) => (finding.code === code ? fixOfCode(finding) : undefined);
    const count = before.found.filter(choose).length;
    if (count < 2) return [];
    const { edits, after } = mendThose(before, context, choose);
    return edits.length > 0 && isBetter(after.found, before.found) ? [{ code, count, edits }] : [];
  });
}

/** The edits of all rounds, and what is found behind them. */
function mendThose(before: Checked, context: Context, choose: Choose): Round {
  const { document } = before;
  const limit = Math.max(1, Math.min(FIX_ALL_ROUNDS, Math.floor(FIX_ALL_CHARACTERS / costOf(before))));
  let current = before;
  let first: readonly TextEdit[] = [];
  let rounds = 0;
  for (; rounds < limit; rounds++) {
    const mended = mend(current, context, choose);
    if (!mended) break;
    if (rounds === 0) first = mended.edits;
    current = mended.after;
  }
  // One round is the rule, and its edits touch nothing between them.
  return { edits: rounds <= 1 ? first : [difference(document.text, current.document.text)], after: current };
}

interface Checked {
  readonly document: ConfigDocument;
  readonly found: readonly Finding[];
}

/** Characters that take as long to look through, for a finding takes longer than its text. */
function costOf({ document, found }: Checked): number {
  return document.text.length + COST_OF_FINDING * found.length;
}

interface Round {
  readonly edits: readonly TextEdit[];
  readonly after: Checked;
}

/** The fix that a finding is to be mended by. */
type Choose = (finding: Finding) => Fix | undefined;

function checked(document: ConfigDocument, context: Context): Checked {
  return { document, found: checkDocument(document, context) };
}

/** A round of fixes. Where together they mend nothing, as may be in a broken text, those that do so alone. */
function mend(current: Checked, context: Context, choose: Choose): Round | undefined {
  const { document, found } = current;
  const cost = costOf(current);
  const fixes = found.flatMap((finding): Mending[] => {
    const fix = choose(finding);
    const edits = fix && editsOf(document, fix.changes);
    return edits && edits.length > 0 ? [{ finding, edits }] : [];
  });
  const isSound = document.syntaxProblems.length === 0;
  const made = (all: readonly Mending[]): Round | undefined => {
    const chosen = new EditList();
    const done = new Set(all.flatMap(({ finding, edits }) => (chosen.add(edits) ? [finding] : [])));
    const { edits } = chosen;
    if (edits.length === 0) return undefined;
    const changed = document.withText(applyEdits(document.text, edits));
    if (isSound && cost > LONG)
      return { edits, after: { document: changed, found: found.filter((finding) => !done.has(finding)) } };
    const after = checked(changed, context);
    return isSound || isBetter(after.found, found) ? { edits, after } : undefined;
  };
  const together = made(fixes);
  if (together || cost > LONG) return together;
  const trials = Math.max(1, Math.floor(FIX_ALL_CHARACTERS / 4 / cost));
  return made(fixes.slice(0, trials).filter((fix) => made([fix])));
}

/** The edits that mend a finding. */
interface Mending {
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
}

function isBetter(after: readonly Finding[], before: readonly Finding[]): boolean {
  const errors = (found: readonly Finding[]) => found.filter(({ severity }) => severity === 'error').length;
  return errors(after) < errors(before) || (errors(after) === errors(before) && after.length < before.length);
}
