/** Quick fixes of the findings in a range, and "fix all" for the safe ones. */
import type { CodeAction, Command } from 'vscode-languageserver-types';
import { FIX_REPORT_COMMAND, type FixReport } from '../../protocol/fix-report';
import { checkRange } from '../check/check';
import { checkConfiguration } from '../check/check-configuration';
import { editsOf } from '../edits/changes';
import { ignoreOnLine } from '../edits/ignore-comment';
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import { message } from '../text/message';
import type { Span } from '../toml/syntax';
import { asksFor } from './code-actions/asked-kinds';
import { fixAllOf, type Mended, mendAll } from './code-actions/fix-all';
import { FIX_ALL } from './code-actions/fix-all-kind';
import { literalBlockAction } from './code-actions/literal-block';
import { isBetterAfter, thatMend } from './code-actions/trial';
import { type SeverityOverrides, toDiagnostic } from './diagnostics';
import { CodeActionKind } from './kinds';

export { fixAll } from './code-actions/fix-all';

/** More fixes than this for one range are of no use to anyone. */
const MAXIMUM_FIXES = 200;

export interface CodeActionRequest {
  readonly only: readonly string[] | undefined;
  readonly overrides: SeverityOverrides;
  /** The client says what "fix all" did: protocol/fix-report.ts. */
  readonly fixReports?: boolean;
}

/** The actions for a range of the configuration. */
export function codeActions(
  configuration: Configuration,
  range: Span,
  context: Context,
  { only, overrides, fixReports }: CodeActionRequest,
): CodeAction[] {
  const wants = (kind: string) => asksFor(only, kind);
  const { document } = configuration;
  if (!document.traits.editable) {
    const found = wants(CodeActionKind.QuickFix) ? findingsIn(document, range, context, overrides) : [];
    return literalBlockAction(document, found, context, overrides);
  }
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) actions.push(...quickFixes(configuration, range, context, overrides));
  // Only on request: the light bulb would offer it on every line.
  if (only && wants(FIX_ALL)) {
    const mended = mendAll(document, context, overrides);
    if (mended.edits.length > 0) {
      actions.push({
        title: context.say(message('fix.all')),
        kind: FIX_ALL,
        edit: { changes: { [document.uri]: document.edits(mended.edits) } },
        ...(fixReports && { command: reportOf(mended) }),
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

/** Whether there is a finding in a range, as the blocks tell: the light bulb is looked for at each move of the cursor, mostly in vain. */
function holdsFinding(configuration: Configuration, range: Span, context: Context): boolean {
  if (configuration.blocks.length === 0) return true;
  return checkConfiguration(configuration, context).some(({ finding, placed }) => {
    const start = placed?.start ?? 0;
    return finding.start + start <= range.end && finding.end + start >= range.start;
  });
}

function quickFixes(
  configuration: Configuration,
  range: Span,
  context: Context,
  overrides: SeverityOverrides,
): CodeAction[] {
  const { document } = configuration;
  if (!holdsFinding(configuration, range, context) || document.isOverfull) return [];
  const found = findingsIn(document, range, context, overrides);
  const fixes = found.flatMap((finding) => (finding.fixes?.() ?? []).map((fix) => ({ finding, fix })));
  const ignores = found
    .filter(({ severity, code }) => severity !== 'error' && code !== 'unused-ignore')
    .map((finding) => ({ finding, fix: ignoreOnLine(document, finding, finding.code) }));
  const actions = thatMend(configuration, context, [...fixes, ...ignores].slice(0, MAXIMUM_FIXES)).flatMap(
    ({ finding, fix }) => {
      const edits = document.edits(editsOf(document, fix.changes) ?? []);
      if (edits.length === 0) return [];
      const diagnostic = toDiagnostic(
        document.uri,
        { finding, range: document.range },
        context.say,
        overrides,
        context.rulePages,
      );
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
  return [...actions, ...fixAllOfCodes(configuration, found, context, overrides)];
}

/** "Fix all of this code" for the codes of the findings, where the document has more of them that can be mended. */
function fixAllOfCodes(
  configuration: Configuration,
  found: readonly Finding[],
  context: Context,
  overrides: SeverityOverrides,
): CodeAction[] {
  const { document } = configuration;
  const codes = new Set(found.filter(({ fixes }) => (fixes?.() ?? []).length > 0).map(({ code }) => code));
  const all = fixAllOf(document, context, overrides, codes);
  const better = all.filter(({ edits }) => isBetterAfter(configuration, context, edits));
  return better.map(({ code, count, edits }) => ({
    title: context.say(message('fix.all-of-code', { code, count })),
    kind: CodeActionKind.QuickFix,
    diagnostics: found
      .filter((finding) => finding.code === code)
      .map((finding) =>
        toDiagnostic(document.uri, { finding, range: document.range }, context.say, overrides, context.rulePages),
      ),
    edit: { changes: { [document.uri]: document.edits(edits) } },
  }));
}

/** What a client shows when the edits are made. */
function reportOf({ mended, left }: Mended): Command {
  const report: FixReport = { mended, left };
  return { title: FIX_REPORT_COMMAND, command: FIX_REPORT_COMMAND, arguments: [report] };
}

/** "Fix all" of each configuration as one action: an editor that applied them one by one would take outdated positions. */
export function withOneFixAll(actions: CodeAction[], uri: string): CodeAction[] {
  const [first, ...others] = actions.filter(({ kind }) => kind === FIX_ALL);
  if (!first || others.length === 0) return actions;
  const all = [first, ...others];
  const edits = all.flatMap(({ edit }) => edit?.changes?.[uri] ?? []);
  const reports: FixReport[] = all.flatMap(({ command }) => command?.arguments ?? []);
  const sum = (count: (report: FixReport) => number) => reports.reduce((before, report) => before + count(report), 0);
  const command = first.command && {
    ...first.command,
    arguments: [{ mended: sum(({ mended }) => mended), left: sum(({ left }) => left) } satisfies FixReport],
  };
  const one = { ...first, edit: { changes: { [uri]: edits } }, ...(command && { command }) };
  return [...actions.filter(({ kind }) => kind !== FIX_ALL), one];
}
