/** Quick fixes of the findings in a range, and "fix all" for the safe ones. */
import type { CodeAction } from 'vscode-languageserver-types';
import { checkDocument, checkRange } from '../check/check';
import { editsOf } from '../edits/changes';
import { ignoreOnLine } from '../edits/ignore-comment';
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import type { TextEdit } from '../text/edit';
import { applyEdits, difference } from '../text/edit';
import { EditList } from '../text/edit-list';
import { message } from '../text/message';
import type { Span } from '../toml/syntax';
import { FIX_ALL } from './code-actions/fix-all';
import { literalBlockAction } from './code-actions/literal-block';
import { thatMend } from './code-actions/trial';
import { type SeverityOverrides, toDiagnostic } from './diagnostics';
import { CodeActionKind } from './kinds';

/** How often "fix all" looks again for what the fixes of the round before left or uncovered. */
const FIX_ALL_ROUNDS = 10;

/** So many characters "fix all" looks through in all its rounds; a text this long is looked through twice. */
const FIX_ALL_CHARACTERS = 2_000_000;

/** More fixes than this for one range are of no use to anyone. */
const MAXIMUM_FIXES = 200;

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
      actions.push({
        title: context.say(message('fix.all')),
        kind: FIX_ALL,
        edit: { changes: { [document.uri]: document.edits(edits) } },
      });
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
  return thatMend(configuration, context, [...fixes, ...ignores].slice(0, MAXIMUM_FIXES)).flatMap(
    ({ finding, fix }) => {
      const edits = document.edits(editsOf(document, fix.changes) ?? []);
      if (edits.length === 0) return [];
      const diagnostic = toDiagnostic(document.uri, { finding, range: document.range }, context.say, overrides);
      return [
        {
          title: context.say(fix.title),
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          isPreferred: fix.preferred ?? false,
          edit: { changes: { [document.uri]: edits } },
        },
      ];
    },
  );
}

/** The edits that apply every safe fix. A fix that overlaps one before it waits for the next round. */
export function fixAll(document: ConfigDocument, context: Context, overrides: SeverityOverrides = {}): TextEdit[] {
  const limit = Math.max(2, Math.min(FIX_ALL_ROUNDS, Math.floor(FIX_ALL_CHARACTERS / document.text.length)));
  let current: Checked = checked(document, context);
  let first: TextEdit[] = [];
  let rounds = 0;
  for (; rounds < limit; rounds++) {
    const mended = mend(current, context, overrides);
    if (!mended) break;
    if (rounds === 0) first = mended.edits;
    current = mended.after;
  }
  // One round is the rule, and its edits touch nothing between them.
  return rounds <= 1 ? first : [difference(document.text, current.document.text)];
}

interface Checked {
  readonly document: ConfigDocument;
  readonly found: readonly Finding[];
}

interface Mended {
  readonly edits: TextEdit[];
  readonly after: Checked;
}

function checked(document: ConfigDocument, context: Context): Checked {
  return { document, found: checkDocument(document, context) };
}

/** The safe fixes. Where together they mend nothing, as may be in a broken text, those that do so alone. */
function mend(current: Checked, context: Context, overrides: SeverityOverrides): Mended | undefined {
  const { document, found } = current;
  const fixes = found.flatMap((finding) => {
    const fix = overrides[finding.code] === 'off' ? undefined : finding.fixes?.().find(({ safe }) => safe);
    const edits = fix && editsOf(document, fix.changes);
    return edits && edits.length > 0 ? [edits] : [];
  });
  const made = (all: readonly (readonly TextEdit[])[]): Mended | undefined => {
    const edits = joined(all);
    if (edits.length === 0) return undefined;
    const after = checked(document.withText(applyEdits(document.text, edits)), context);
    return document.syntaxProblems.length === 0 || isBetter(after.found, found) ? { edits, after } : undefined;
  };
  const trials = Math.max(1, Math.floor(FIX_ALL_CHARACTERS / 4 / document.text.length));
  return made(fixes) ?? made(fixes.slice(0, trials).filter((edits) => made([edits])));
}

function isBetter(after: readonly Finding[], before: readonly Finding[]): boolean {
  const errors = (found: readonly Finding[]) => found.filter(({ severity }) => severity === 'error').length;
  return errors(after) < errors(before) || (errors(after) === errors(before) && after.length < before.length);
}

function joined(fixes: readonly (readonly TextEdit[])[]): TextEdit[] {
  const chosen = new EditList();
  for (const edits of fixes) chosen.add(edits);
  return chosen.edits;
}

/** "Fix all" of each configuration as one action: an editor that applied them one by one would take outdated positions. */
export function withOneFixAll(actions: CodeAction[], uri: string): CodeAction[] {
  const [first, ...others] = actions.filter(({ kind }) => kind === FIX_ALL);
  if (!first || others.length === 0) return actions;
  const edits = [first, ...others].flatMap(({ edit }) => edit?.changes?.[uri] ?? []);
  return [...actions.filter(({ kind }) => kind !== FIX_ALL), { ...first, edit: { changes: { [uri]: edits } } }];
}
