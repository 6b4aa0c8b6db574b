/** Quick fixes of the findings in a range, and "fix all" for the safe ones. */
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { checkDocument, checkRange } from '../check/check';
import { checkConfiguration, type PlacedFinding } from '../check/check-configuration';
import { editsOf } from '../edits/changes';
import { ignoreOnLine } from '../edits/ignore-comment';
import { type Configuration, readConfiguration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import type { Finding, Fix } from '../meaning/finding';
import type { TextEdit } from '../text/edit';
import { applyEdits, difference } from '../text/edit';
import { EditList } from '../text/edit-list';
import { message } from '../text/message';
import type { Span } from '../toml/syntax';
import { FIX_ALL } from './code-actions/fix-all';
import { literalBlockAction } from './code-actions/literal-block';
import { type SeverityOverrides, toDiagnostic } from './diagnostics';
import { CodeActionKind } from './kinds';

/** How often "fix all" looks again for what the fixes of the round before left or uncovered. */
const FIX_ALL_ROUNDS = 10;

/** So many characters "fix all" looks through in all its rounds; a text this long is looked through twice. */
const FIX_ALL_CHARACTERS = 2_000_000;

/** More fixes than this for one range are of no use to anyone. */
const MAXIMUM_FIXES = 200;

/** So many characters are looked through to try fixes before they are offered. A finding costs as much as a hundred of them. */
const TRIED_CHARACTERS = 1_000_000;
const COST_OF_FINDING = 100;
/** The first ones are always tried. */
const ALWAYS_TRIED = 3;

export interface CodeActionRequest {
  readonly only: readonly string[] | undefined;
  readonly overrides: SeverityOverrides;
}

/** The actions for a range of the configuration. */
export function codeActions(
  configuration: Configuration,
  range: Span,
  context: Context,
  { only, overrides }: CodeActionRequest,
): CodeAction[] {
  const wants = (kind: string) => !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const { document } = configuration;
  if (!document.traits.editable) {
    const found = wants(CodeActionKind.QuickFix) ? findingsIn(document, range, context, overrides) : [];
    return literalBlockAction(document, found, context, overrides);
  }
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) actions.push(...quickFixes(configuration, range, context, overrides));
  // Only on request: the light bulb would offer it on every line.
  if (only && wants(FIX_ALL)) {
    const edits = fixAll(document, context, overrides);
    if (edits.length > 0) {
      actions.push({ title: context.say(message('fix.all')), kind: FIX_ALL, edit: workspaceEdit(document, edits) });
    }
  }
  return actions;
}

function findingsIn(document: ConfigDocument, range: Span, context: Context, overrides: SeverityOverrides): Finding[] {
  return checkRange(document, context, range).filter(
    (finding) => finding.start <= range.end && finding.end >= range.start && overrides[finding.code] !== 'off',
  );
}

function quickFixes(
  configuration: Configuration,
  range: Span,
  context: Context,
  overrides: SeverityOverrides,
): CodeAction[] {
  const { document } = configuration;
  const found = findingsIn(document, range, context, overrides);
  const fixes = found.flatMap((finding) => (finding.fixes?.() ?? []).map((fix) => ({ finding, fix })));
  const ignores = found
    .filter(({ severity, code }) => severity !== 'error' && code !== 'unused-ignore')
    .map((finding) => ({ finding, fix: ignoreOnLine(document, finding, finding.code) }));
  return [...fixes, ...ignores]
    .slice(0, MAXIMUM_FIXES)
    .filter(unlessItMakesErrors(configuration, context))
    .map(({ finding, fix }) => {
      const diagnostic = toDiagnostic(document.uri, { finding, range: document.range }, context.say, overrides);
      return toAction(document, context, fix, diagnostic);
    });
}

/**
 * In a file with broken syntax a fix may uncover or cause what it cannot foresee: there it is tried before it is offered.
 * In a sound file fixes are held to their promise by tests. Each trial is a check of the whole file, so of many fixes at once
 * only the first are tried and offered.
 */
function unlessItMakesErrors(configuration: Configuration, context: Context): (candidate: { fix: Fix }) => boolean {
  const { document } = configuration;
  if (document.syntaxProblems.length === 0) return () => true;
  const errorsIn = (found: readonly PlacedFinding[]) =>
    found.filter(({ finding }) => finding.severity === 'error').length;
  const found = checkConfiguration(configuration, context);
  const before = errorsIn(found);
  const cost = document.text.length + COST_OF_FINDING * found.length;
  let trials = Math.max(ALWAYS_TRIED, Math.floor(TRIED_CHARACTERS / cost));
  return ({ fix }) => {
    if (--trials < 0) return false;
    const edits = editsOf(document, fix.changes) ?? [];
    // Blocks that a fix does not touch are not looked at again.
    const after = readConfiguration(document.withText(applyEdits(document.text, edits)), configuration);
    return errorsIn(checkConfiguration(after, context)) <= before;
  };
}

function toAction(document: ConfigDocument, context: Context, fix: Fix, diagnostic: Diagnostic): CodeAction {
  return {
    title: context.say(fix.title),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: fix.preferred ?? false,
    edit: workspaceEdit(document, editsOf(document, fix.changes) ?? []),
  };
}

function workspaceEdit(document: ConfigDocument, edits: readonly TextEdit[]) {
  return { changes: { [document.uri]: document.edits(edits) } };
}

/** The edits that apply every safe fix. A fix that overlaps one before it waits for the next round. */
export function fixAll(document: ConfigDocument, context: Context, overrides: SeverityOverrides = {}): TextEdit[] {
  const first = safeEdits(document, context, overrides);
  const limit = Math.max(2, Math.min(FIX_ALL_ROUNDS, Math.floor(FIX_ALL_CHARACTERS / document.text.length)));
  let edits = first;
  let current = document;
  let rounds = 0;
  for (; edits.length > 0 && rounds < limit; rounds++) {
    current = document.withText(applyEdits(current.text, edits));
    edits = safeEdits(current, context, overrides);
  }
  // One round is the rule, and its edits touch nothing between them.
  return rounds <= 1 ? first : [difference(document.text, current.text)];
}

function safeEdits(document: ConfigDocument, context: Context, overrides: SeverityOverrides): TextEdit[] {
  const chosen = new EditList();
  for (const finding of checkDocument(document, context)) {
    if (overrides[finding.code] === 'off') continue;
    const fix = finding.fixes?.().find((candidate) => candidate.safe);
    if (fix) chosen.add(editsOf(document, fix.changes) ?? []);
  }
  return chosen.edits;
}

/** "Fix all" of each configuration as one action: an editor that applied them one by one would take outdated positions. */
export function withOneFixAll(actions: CodeAction[], uri: string): CodeAction[] {
  const [first, ...others] = actions.filter(({ kind }) => kind === FIX_ALL);
  if (!first || others.length === 0) return actions;
  const edits = [first, ...others].flatMap(({ edit }) => edit?.changes?.[uri] ?? []);
  return [...actions.filter(({ kind }) => kind !== FIX_ALL), { ...first, edit: { changes: { [uri]: edits } } }];
}
