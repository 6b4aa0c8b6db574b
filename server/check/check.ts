/** All findings of a document: syntax, then the globals, then each runner. */

import { offered } from '../edits/changes';
import { syntaxFixes } from '../edits/syntax-fixes';
import type { BlockKind } from '../meaning/block';
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import { dottedNameAt } from '../meaning/dotted-names';
import { fileVisit } from '../meaning/file-facts';
import type { Finding } from '../meaning/finding';
import { runnerTables } from '../meaning/runners';
import { forTarget, targetFindings, versionMarks } from '../meaning/target';
import { newerSyntax } from '../rules/shape/newer-syntax';
import type { Schema } from '../schema/types';
import { append } from '../text/append';
import { type Code, factsOf } from '../text/code';
import { message } from '../text/message';
import type { TableNode } from '../toml/model';
import type { Span, SyntaxProblem } from '../toml/syntax';
import { withoutBrokenStrings } from './broken-strings';
import { discreet } from './discreet';
import { fenceFindings } from './fence-findings';
import { checkFile } from './file-findings';
import { withoutFilledIn } from './filled-in';
import { applyIgnores } from './ignore';
import type { KeptRules } from './kept-rules';
import { isMaskedDate } from './masked-date';
import { misspelledAbove } from './misspelled-list';
import { foundInEach, renderingsOf } from './renderings';
import { MAXIMUM_FINDINGS } from './reporter';
import { withoutTemplated } from './templates';
import { valueMessage } from './value-message';
import { checkGlobals, checkRunner } from './walk';

/** What was found in a document; a light bulb asks for it, for what is left with each fix, and for "fix all". */
const checked = new WeakMap<ConfigDocument, Asked & { readonly findings: readonly Finding[] }>();

/** What is asked besides the text. */
interface Asked {
  readonly schema: Schema;
  readonly isVersioned?: boolean | undefined;
}

/** Whether what was found for the one is found for the other. */
export function isAsked(known: Asked, { schema, isVersioned }: Asked): boolean {
  return known.schema === schema && known.isVersioned === isVersioned;
}

/** The findings of a document in the order of the text. Fixes are computed when they are asked for. */
export function checkDocument(document: ConfigDocument, general: Context): readonly Finding[] {
  const context = forTarget(document, general);
  let known = checked.get(document);
  if (!known || !isAsked(known, context)) {
    const { schema, isVersioned } = context;
    known = { schema, isVersioned, findings: checkWhole(document, context) };
    checked.set(document, known);
  }
  return known.findings;
}

function checkWhole(document: ConfigDocument, context: Context): Finding[] {
  return checkTables(document, context, (rendering) =>
    checkRunners(rendering, context, runnerTables(rendering, context)),
  );
}

/** The findings, with fixes, of the syntax, the globals and at least those runners that a range touches. */
export function checkRange(document: ConfigDocument, general: Context, range: Span): readonly Finding[] {
  const context = forTarget(document, general);
  const known = checked.get(document);
  if (known && isAsked(known, context)) return known.findings;
  return checkTables(document, context, (rendering) => {
    const runners = runnerTables(rendering, context).filter((runner, index, all) => {
      const start = runner.sections[0]?.start;
      const next = all[index + 1]?.sections[0]?.start;
      // A runner without a header of its own may stand anywhere.
      return start === undefined || (start <= range.end && (next === undefined || next >= range.start));
    });
    return checkRunners(rendering, context, runners);
  });
}

function checkRunners(
  document: ConfigDocument,
  context: Context,
  runners: readonly TableNode[],
  kept?: KeptRules,
): Finding[] {
  const found: Finding[] = [];
  for (const runner of runners) {
    if (found.length >= MAXIMUM_FINDINGS) break;
    append(found, checkRunner(document, context, runner, kept));
  }
  return found;
}

/** The findings of a block of a configuration that is read in blocks, with offsets of the block; comments are not asked. */
export function checkBlock(document: ConfigDocument, kind: BlockKind, context: Context, kept: KeptRules): Finding[] {
  if (document.isOverfull) return [...syntaxFindings(document, context), ...notReadFindings(document)];
  const ofTables =
    kind === 'globals'
      ? checkGlobals(document, context, kept)
      : checkRunners(document, context, runnerTables(document, context), kept);
  const found = withoutFilledIn(document, withoutBrokenStrings(document, ofTables));
  return [...newerSyntax(document, context), ...syntaxFindings(document, context), ...found]
    .map((finding) => discreet(document, context, finding))
    .sort(inOrder);
}

function inOrder(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** The findings of the text as a whole, of the globals and the file, and those of runners that `ofRunners` gives for a rendering. */
function checkTables(
  document: ConfigDocument,
  context: Context,
  ofRunners: (rendering: ConfigDocument) => Finding[],
): Finding[] {
  const { schema } = context;
  // What its tables hold nobody knows.
  if (document.isOverfull) return finish(document, context, documentFindings(document, context));
  const renderings = renderingsOf(document);
  const checked = renderings.map((rendering) => ({
    rendering,
    found: withoutFilledIn(
      rendering,
      withoutBrokenStrings(rendering, [
        ...checkGlobals(rendering, context),
        ...checkFile(fileVisit(rendering, context)),
        ...ofRunners(rendering),
      ]),
    ),
  }));
  const ofText = withoutSameCause(
    documentFindings(document, context),
    checked.flatMap(({ found }) => found),
  );
  const ofTables = checked.map(({ rendering, found }) =>
    withoutTemplated(rendering, schema, found, renderings, document),
  );
  return finish(document, context, [
    ...withoutTemplated(document, schema, ofText, renderings),
    ...foundInEach(renderings, ofTables),
  ]);
}

/** What is said of the text as a whole, whatever its tables are. */
function documentFindings(document: ConfigDocument, context: Context): Finding[] {
  return [
    ...targetFindings(versionMarks(document), context),
    ...newerSyntax(document, context),
    ...syntaxFindings(document, context),
    ...notReadFindings(document),
  ];
}

/** Where a text that holds too much is not read any more. */
function notReadFindings({ syntax: { text, readTo } }: ConfigDocument): Finding[] {
  if (readTo === text.length) return [];
  const code = 'too-many-problems';
  const { severity } = factsOf(code);
  return [{ code, severity, start: readTo, end: readTo, message: message('too-many-problems.not-read') }];
}

function syntaxFindings(document: ConfigDocument, { schema }: Context): Finding[] {
  return withWholeNames(document, schema).map((problem) => {
    const cause = misspelledAbove(document, schema, problem);
    return {
      code: problem.code,
      severity: isMaskedDate(document, problem) ? 'hint' : problem.severity,
      start: problem.start,
      end: problem.end,
      message: valueMessage(document, schema, problem) ?? cause?.message ?? problem.message,
      related: problem.related && [{ ...problem.related, message: message('defined-here') }],
      fixes: cause?.fixes ?? (() => syntaxFixes(document, schema, problem)),
    };
  });
}

/** The problems of the syntax; a name in a map is wrong as a whole, not from one of its dots on. */
function withWholeNames(document: ConfigDocument, schema: Schema): readonly SyntaxProblem[] {
  const wholes = new Set<number>();
  return document.syntaxProblems.flatMap((problem) => {
    const whole = problem.code === 'bad-key' ? dottedNameAt(document, schema, problem) : undefined;
    if (!whole) return problem;
    const { start, end, name } = whole;
    if (wholes.has(start)) return [];
    wholes.add(start);
    return { ...problem, start, end, message: message('bad-key.dotted', { name }) };
  });
}

/**
 * Single brackets, or none, around what is a list break the syntax as well, there or at the next header of the list. The rule's
 * finding, among those of the tables, says what to do.
 */
function withoutSameCause(findings: readonly Finding[], ofTables: readonly Finding[]): readonly Finding[] {
  const causes = new Map<Code, Set<number>>();
  for (const { code, start } of ofTables) {
    for (const covered of factsOf(code).covers ?? []) {
      const starts = causes.get(covered);
      if (starts) starts.add(start);
      else causes.set(covered, new Set([start]));
    }
  }
  if (causes.size === 0) return findings;
  return findings.filter(({ code, start, related }) => {
    const starts = causes.get(code);
    return !starts?.has(start) && !related?.some((first) => starts?.has(first.start));
  });
}

function finish(document: ConfigDocument, context: Context, findings: Finding[]): Finding[] {
  const found = applyIgnores(document, findings.sort(inOrder)).map((finding) =>
    discreet(document, context, withOffered(document, finding)),
  );
  return !document.traits.writable ? fenceFindings(document, found) : found;
}

/** A finding with those of its fixes that do other text no harm. */
function withOffered(document: ConfigDocument, finding: Finding): Finding {
  const { fixes } = finding;
  return fixes ? { ...finding, fixes: () => offered(document, fixes()) } : finding;
}
