/** Quick fixes of the findings in a range, and "fix all" for the safe ones. */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type TextEdit as LspEdit,
} from 'vscode-languageserver-types';
import { checkDocument } from '../check/check';
import type { Context } from '../context';
import { type ConfigDocument, createDocument } from '../document';
import { applyEdits, difference } from '../edits/apply-edits';
import { ignoreOnLine } from '../edits/ignore-comment';
import type { Finding, Fix, TextEdit } from '../finding';
import type { Span } from '../toml/syntax';
import { diagnostics, type SeverityOverrides } from './diagnostics';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.gitlabRunnerConfig`;

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
  const all = checkDocument(document, context);
  const found = all.filter(
    (finding) => finding.start <= range.end && finding.end >= range.start && overrides[finding.code] !== 'off',
  );
  const fixes = found.flatMap((finding) => (finding.fixes?.() ?? []).map((fix) => ({ finding, fix })));
  const ignores = found
    .filter(({ severity, code }) => severity !== 'error' && code !== 'unused-ignore')
    .map((finding) => ({ finding, fix: ignoreOnLine(document, finding, finding.code) }));
  const errors = errorsOf(all);
  return [...fixes, ...ignores]
    .filter(({ fix }) => errorsAfter(document, fix.edits, context) <= errors)
    .map(({ finding, fix }) => {
      const [diagnostic] = diagnostics(document, [finding], overrides);
      return toAction(document, fix, diagnostic as Diagnostic);
    });
}

function errorsOf(findings: readonly Finding[]): number {
  return findings.filter((finding) => finding.severity === 'error').length;
}

/** In a broken file a fix may uncover or cause what it cannot foresee: it is tried before it is offered. */
function errorsAfter(document: ConfigDocument, edits: readonly TextEdit[], context: Context): number {
  return errorsOf(checkDocument(createDocument(document.uri, applyEdits(document.text, edits)), context));
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
  return { changes: { [document.uri]: edits.map((edit) => toLspEdit(document, edit)) } };
}

function toLspEdit(document: ConfigDocument, edit: TextEdit): LspEdit {
  return { range: document.range(edit), newText: edit.newText };
}

/** The edits that apply every safe fix. A fix that overlaps one before it waits for the next round. */
export function fixAll(document: ConfigDocument, context: Context, overrides: SeverityOverrides = {}): TextEdit[] {
  let current = document;
  for (let round = 0; round < FIX_ALL_ROUNDS; round++) {
    const edits = safeEdits(current, context, overrides);
    if (edits.length === 0) break;
    current = createDocument(document.uri, applyEdits(current.text, edits));
  }
  return current === document ? [] : [difference(document.text, current.text)];
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
