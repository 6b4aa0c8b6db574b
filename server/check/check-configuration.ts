/**
 * The findings of a configuration as an editor shows them: without fixes, which are made when they are asked for. What is said of a
 * block is kept with it, for the runner that it was said for; a keystroke costs the check of one block.
 */
import type { Alike } from '../meaning/alike';
import { type Block, moved, type Placed } from '../meaning/block';
import type { Attend, Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import { likePartFacts, type PartFacts, partFacts } from '../meaning/file-facts';
import type { Finding } from '../meaning/finding';
import { forMarks, targetFindings, type VersionMark } from '../meaning/target';
import type { Schema } from '../schema/types';
import { factsOf } from '../text/code';
import type { Problem } from '../text/problem';
import { countBefore, isInside } from '../text/search';
import type { Span } from '../text/span';
import { brokenStrings } from './broken-strings';
import { checkBlock, checkDocument } from './check';
import { withoutLongText } from './discreet';
import { findingsOfFile, type PlacedFinding } from './file-findings';
import { type Directive, ignoresOf, withoutIgnored } from './ignore';
import { KeptRules } from './kept-rules';
import { inOrder, merged, startOf } from './placed-order';
import { MAXIMUM_FINDINGS } from './reporter';

interface Checked {
  readonly schema: Schema;
  readonly findings: readonly Finding[];
  readonly ignores: readonly Directive[];
  /** Strings of which nobody knows what they hold. */
  readonly broken: readonly Span[];
  readonly facts: PartFacts;
}

/** A block and what is said of it. */
interface CheckedPart {
  readonly placed: Placed;
  readonly known: Checked;
}

const kept = new WeakMap<Block, Checked>();

/** The findings of a configuration in the order of the text. */
export function checkConfiguration(configuration: Configuration, general: Context): readonly PlacedFinding[] {
  const { blocks, document } = configuration;
  if (blocks.length === 0)
    return checkDocument(document, general).map((finding) => ({ finding: withoutFixes(finding), placed: undefined }));
  const context = forMarks(configuration.marks, general);
  const found: PlacedFinding[] = [];
  const checked: CheckedPart[] = [];
  const parts: PartFacts[] = [];
  let hasIgnores = false;
  for (const placed of blocks) {
    const known = checkedBlock(placed.block, context);
    for (const finding of known.findings) if (isShown(finding, context)) found.push({ finding, placed });
    checked.push({ placed, known });
    parts.push(known.facts);
    if (known.ignores.length > 0) hasIgnores = true;
    // What is said of the file as a whole takes a look at all blocks.
    if (found.length >= MAXIMUM_FINDINGS) return found;
  }
  const ofText = targetFindings(configuration.marks, context).map((finding) => {
    const message = withoutLongText(document, context, finding.message);
    return { finding: { ...finding, message }, placed: undefined };
  });
  const ofFile = findingsOfFile(configuration, parts, context).filter((each) => !isInBroken(checked, each));
  const all = ofText.length + ofFile.length > 0 ? merged(found, [...ofText, ...ofFile].sort(inOrder)) : found;
  return hasIgnores ? withIgnores(checked, all) : all;
}

/** Whether what is said of the file is about a broken string of one of its blocks. */
function isInBroken(checked: readonly CheckedPart[], each: PlacedFinding): boolean {
  const start = startOf(each);
  const { known, placed } = partAt(checked, start);
  return isInside(known.broken, start - placed.start);
}

/** The block that an offset is in: the first one begins with the text. */
function partAt(checked: readonly CheckedPart[], offset: number): CheckedPart {
  const startOfPart = (index: number) => (checked[index] as CheckedPart).placed.start;
  return checked[countBefore(checked.length, (index) => startOfPart(index) <= offset) - 1] as CheckedPart;
}

/** Checks the new blocks of a text as long as they are parsed, for when they are asked for; no more than are asked for then. */
export function checkingAhead(contextOf: (marks: readonly VersionMark[]) => Context): Attend {
  let found = 0;
  return (block, marks) => {
    if (found < MAXIMUM_FINDINGS) found += checkedBlock(block, contextOf(marks)).findings.length;
  };
}

/** What only a file under version control has is kept of each: whether a file is one may be told when all of it was checked. */
export function isShown({ code }: Problem, { isVersioned }: Context): boolean {
  return isVersioned === true || factsOf(code).about !== 'repository';
}

function checkedBlock(block: Block, context: Context): Checked {
  let known = kept.get(block);
  if (known?.schema !== context.schema) {
    const { model } = block;
    known = model ? checkedLike(model.alike, checkedBlock(model.block, context)) : checkedAlone(block, context);
    kept.set(block, known);
  }
  return known;
}

function checkedAlone(block: Block, context: Context): Checked {
  const { document } = block;
  const inRepository = { ...context, isVersioned: true };
  const findings = checkBlock(document, block.kind, inRepository, rulesKeptFor(block, context)).map(withoutFixes);
  return {
    schema: context.schema,
    findings,
    ignores: ignoresOf(document),
    broken: brokenStrings(document),
    facts: partFacts(document, context, block.kind === 'globals'),
  };
}

/** By what the blocks of a configuration have in common from version to version. */
const keptRules = new WeakMap<Block['parser'], KeptRules>();

function rulesKeptFor({ parser }: Block, context: Context): KeptRules {
  let known = keptRules.get(parser);
  if (!known?.isFor(context)) {
    known = new KeptRules(context.schema);
    keptRules.set(parser, known);
  }
  return known;
}

/** What is said of a block as it is said of one that is like it. */
function checkedLike(alike: Alike, { schema, findings, ignores, facts }: Checked): Checked {
  return {
    schema,
    findings: findings.map((finding) => {
      const { related } = finding;
      return related ? { ...alike.of(finding), related: related.map((other) => alike.of(other)) } : alike.of(finding);
    }),
    ignores: ignores.map((directive) => alike.of(directive)),
    // It has no problem of its syntax.
    broken: [],
    facts: likePartFacts(facts, alike),
  };
}

/** What comments switch off, in lines of the whole text: one at the end of a block may be about the next. */
function withIgnores(checked: readonly CheckedPart[], found: readonly PlacedFinding[]): PlacedFinding[] {
  const all = found.map(({ finding, placed }) => (placed ? movedFinding(finding, placed.start) : finding));
  const directives = checked.flatMap(({ placed: { block, start, line }, known }) =>
    known.ignores.map((directive) => ({
      ...moved(directive, start),
      line: line + Math.min(directive.line, block.lineBreaks),
    })),
  );
  const lineOf = (offset: number) => {
    const { block, start, line } = partAt(checked, offset).placed;
    return line + block.lines.lineOf(offset - start);
  };
  return withoutIgnored(all, directives, lineOf).map((finding) => ({ finding, placed: undefined }));
}

/** A finding of a block as one of the whole text. */
export function movedFinding(finding: Finding, by: number): Finding {
  return { ...moved(finding, by), related: finding.related?.map((other) => moved(other, by)) };
}

/** Fixes hold on to the whole tree that they were found in. */
function withoutFixes(finding: Finding): Finding {
  return finding.fixes ? { ...finding, fixes: undefined } : finding;
}
