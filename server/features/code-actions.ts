/** Quick fixes of the findings in a range, and "fix all" for the safe ones. */
import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { checkDocument, checkRange } from '../check/check';
import type { Context } from '../context';
import type { ConfigDocument } from '../document';
import { applyEdits, difference } from '../edits/apply-edits';
import { ignoreOnLine } from '../edits/ignore-comment';
import type { Fix, TextEdit } from '../finding';
import type { Span } from '../toml/syntax';
import { FIX_ALL } from './code-actions/fix-all';
import { diagnostics, type SeverityOverrides } from './diagnostics';

/** How often "fix all" looks again for what the fixes of the round before left or uncovered. */
const FIX_ALL_ROUNDS = 10;

export interface CodeActionRequest {
  readonly only: readonly string[] | undefined;
  readonly overrides: SeverityOverrides;
}

/** The actions for a range of the document. */
export function codeActions(
  document: ConfigDocument,
  range: Span,
  context: Context,
  { only, overrides }: CodeActionRequest,
): CodeAction[] {
  const wants = (kind: string) => !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) actions.push(...quickFixes(document, range, context, overrides));
  // Only on request: the light bulb would offer it on every line.
  if (only && wants(FIX_ALL)) {
    const edits = fixAll(document, context, overrides);
    if (edits.length > 0) {
      actions.push({ title: 'Fix all safe problems', kind: FIX_ALL, edit: workspaceEdit(document, edits) });
    }
  }
  return actions;
}

function quickFixes(
  document: ConfigDocument,
  range: Span,
  context: Context,
  overrides: SeverityOverrides,
): CodeAction[] {
  const found = checkRange(document, context, range).filter(
    (finding) => finding.start <= range.end && finding.end >= range.start && overrides[finding.code] !== 'off',
  );
  const fixes = found.flatMap((finding) => (finding.fixes?.() ?? []).map((fix) => ({ finding, fix })));
  const ignores = found
    .filter(({ severity, code }) => severity !== 'error' && code !== 'unused-ignore')
    .map((finding) => ({ finding, fix: ignoreOnLine(document, finding, finding.code) }));
  return [...fixes, ...ignores].filter(unlessItMakesErrors(document, context)).map(({ finding, fix }) => {
    const [diagnostic] = diagnostics(document, [finding], overrides);
    return toAction(document, fix, diagnostic as Diagnostic);
  });
}

/**
 * In a file with broken syntax a fix may uncover or cause what it cannot foresee: there it is tried before it is offered.
 * In a sound file fixes are held to their promise by tests.
 */
function unlessItMakesErrors(document: ConfigDocument, context: Context): (candidate: { fix: Fix }) => boolean {
  if (document.syntaxProblems.length === 0) return () => true;
  const errors = (of: ConfigDocument) =>
    checkDocument(of, context).filter((finding) => finding.severity === 'error').length;
  const before = errors(document);
  return ({ fix }) => errors(document.withText(applyEdits(document.text, fix.edits))) <= before;
}

function toAction(document: ConfigDocument, fix: Fix, diagnostic: Diagnostic): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: fix.preferred ?? false,
    edit: workspaceEdit(document, fix.edits),
  };
}

function workspaceEdit(document: ConfigDocument, edits: readonly TextEdit[]) {
  return { changes: { [document.uri]: document.edits(edits) } };
}

/** The edits that apply every safe fix. A fix that overlaps one before it waits for the next round. */
export function fixAll(document: ConfigDocument, context: Context, overrides: SeverityOverrides = {}): TextEdit[] {
  const first = safeEdits(document, context, overrides);
  let edits = first;
  let current = document;
  let rounds = 0;
  for (; edits.length > 0 && rounds < FIX_ALL_ROUNDS; rounds++) {
    current = document.withText(applyEdits(current.text, edits));
    edits = safeEdits(current, context, overrides);
  }
  // One round is the rule, and its edits touch nothing between them.
  return rounds <= 1 ? first : [difference(document.text, current.text)];
}

function safeEdits(document: ConfigDocument, context: Context, overrides: SeverityOverrides): TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const finding of checkDocument(document, context)) {
    if (overrides[finding.code] === 'off') continue;
    const fix = finding.fixes?.().find((candidate) => candidate.safe);
    if (!fix || fix.edits.some((edit) => chosen.some((other) => overlaps(edit, other)))) continue;
    chosen.push(...fix.edits);
  }
  return chosen;
}

function overlaps(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end) || (a.start <= b.end && b.start <= a.end);
}
