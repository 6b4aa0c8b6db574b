/**
 * The findings of a configuration as an editor shows them: without fixes, which are made when they are asked for. What is said of a
 * block is kept with it, for the runner that it was said for; a keystroke costs the check of one block.
 */
import { type Block, moved, type Placed } from '../meaning/block';
import type { Attend, Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import type { Finding } from '../meaning/finding';
import { concurrentOf, labelsOf, runnerFacts } from '../meaning/runners';
import { forMarks, targetFindings, type VersionMark } from '../meaning/target';
import type { ConcurrentFacts, FileVisit, LabelFacts, RunnerFacts, RunnerSettings } from '../meaning/visit';
import { rootVisit } from '../meaning/visits';
import type { Schema } from '../schema/types';
import { factsOf } from '../text/code';
import { once } from '../text/once';
import { countBefore } from '../text/search';
import type { Span } from '../text/span';
import { brokenStrings, isInside } from './broken-strings';
import { checkBlock, checkDocument } from './check';
import { withoutLongText } from './discreet';
import { type Directive, ignoresOf, withoutIgnored } from './ignore';
import { MAXIMUM_FINDINGS } from './reporter';
import { checkFile } from './walk';

/** A finding and the block that its offsets count in; none where they count in the whole text. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly placed: Placed | undefined;
}

interface Checked {
  readonly schema: Schema;
  readonly findings: readonly Finding[];
  readonly ignores: readonly Directive[];
  /** Strings of which nobody knows what they hold. */
  readonly broken: readonly Span[];
  /** Offsets of the block. */
  readonly runners: readonly RunnerFacts[];
  /** Those of the runners: all blocks are asked for them at each keystroke. */
  readonly settings: readonly RunnerSettings[];
  /** Those that all runners have, where it holds the globals. */
  readonly labels: LabelFacts | undefined;
  readonly concurrent: ConcurrentFacts | undefined;
}

const kept = new WeakMap<Block, Checked>();

/** The findings of a configuration in the order of the text. */
export function checkConfiguration(configuration: Configuration, general: Context): readonly PlacedFinding[] {
  const { blocks, document } = configuration;
  if (blocks.length === 0)
    return checkDocument(document, general).map((finding) => ({ finding: withoutFixes(finding), placed: undefined }));
  const context = forMarks(configuration.marks, general);
  const found: PlacedFinding[] = [];
  const checked: Checked[] = [];
  for (const placed of blocks) {
    const known = checkedBlock(placed.block, context);
    for (const finding of known.findings) if (isShown(finding, context)) found.push({ finding, placed });
    checked.push(known);
    // What is said of the file as a whole takes a look at all blocks.
    if (found.length >= MAXIMUM_FINDINGS) return found;
  }
  const file = checkFile(fileInBlocks(configuration, checked, context))
    .filter((finding) => !isInBroken(blocks, checked, finding))
    .map(withoutFixes);
  const ofText = [...targetFindings(configuration.marks, context), ...file].map((finding) => ({
    ...finding,
    message: withoutLongText(configuration.document, context, finding.message),
  }));
  if (checked.some(({ ignores }) => ignores.length > 0)) return withIgnores(blocks, checked, found, ofText);
  return ofText.length > 0 ? inOrder([...found, ...ofText.map((finding) => ({ finding, placed: undefined }))]) : found;
}

/** Whether what is said of the file is about a broken string of one of its blocks. */
function isInBroken(blocks: readonly Placed[], checked: readonly Checked[], { start }: Span): boolean {
  const index = countBefore(blocks.length, (place) => (blocks[place]?.start ?? 0) <= start) - 1;
  return isInside(checked[index]?.broken ?? [], start - (blocks[index]?.start ?? 0));
}

/** Findings of blocks and of the text in the order of the text; those of blocks stay what they are. */
function inOrder(found: PlacedFinding[]): PlacedFinding[] {
  const startOf = ({ finding, placed }: PlacedFinding) => finding.start + (placed?.start ?? 0);
  const endOf = ({ finding, placed }: PlacedFinding) => finding.end + (placed?.start ?? 0);
  return found.sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b));
}

/** Checks the new blocks of a text as long as they are parsed, for when they are asked for; no more than are asked for then. */
export function checkingAhead(contextOf: (marks: readonly VersionMark[]) => Context): Attend {
  let found = 0;
  return (block, marks) => {
    if (found < MAXIMUM_FINDINGS) found += checkedBlock(block, contextOf(marks)).findings.length;
  };
}

/** What only a file under version control has is kept of each: whether a file is one may be told when all of it was checked. */
function isShown({ code }: Finding, { isVersioned }: Context): boolean {
  return isVersioned === true || factsOf(code).about !== 'repository';
}

function checkedBlock(block: Block, context: Context): Checked {
  let known = kept.get(block);
  if (known?.schema !== context.schema) {
    const { document } = block;
    const findings = checkBlock(document, block.kind, { ...context, isVersioned: true }).map(withoutFixes);
    const runners = runnerFacts(document, context);
    known = {
      schema: context.schema,
      findings,
      ignores: ignoresOf(document),
      broken: brokenStrings(document),
      runners,
      settings: runners.map(({ settings }) => settings),
      labels: block.kind === 'globals' ? labelsOf(document.model.root) : undefined,
      concurrent: block.kind === 'globals' ? concurrentOf(document.model.root) : undefined,
    };
    kept.set(block, known);
  }
  return known;
}

/** The file as rules about the whole of it see it: what they ask for is put together of the blocks, which hold no template. */
function fileInBlocks({ blocks, document }: Configuration, checked: readonly Checked[], context: Context): FileVisit {
  const runners = once(() =>
    checked.flatMap((known, index) => known.runners.map((runner) => movedRunner(runner, blocks[index]?.start ?? 0))),
  );
  const settings = once(() => settingsOf(checked));
  const [first] = checked;
  return {
    context,
    traits: document.traits,
    isConditional: false,
    get globals() {
      const block = blocks[0]?.block;
      return block?.kind === 'globals' ? rootVisit(block.document, context) : undefined;
    },
    labels: first?.labels,
    get runners() {
      return runners();
    },
    get settings() {
      return settings();
    },
    concurrent: first?.concurrent,
  };
}

/** A loop: of a thousand runners `flatMap` takes as long as the rest of a keystroke. */
function settingsOf(checked: readonly Checked[]): RunnerSettings[] {
  const all: RunnerSettings[] = [];
  for (const { settings } of checked) for (const each of settings) all.push(each);
  return all;
}

function movedRunner({ name, header, labels, settings, places }: RunnerFacts, by: number): RunnerFacts {
  return {
    name: moved(name, by),
    header: header && moved(header, by),
    labels: labels && moved(labels, by),
    settings,
    places: Object.fromEntries(Object.entries(places).map(([key, place]) => [key, moved(place, by)])),
  };
}

/** What comments switch off, in lines of the whole text: one at the end of a block may be about the next. */
function withIgnores(
  blocks: readonly Placed[],
  checked: readonly Checked[],
  found: readonly PlacedFinding[],
  ofText: readonly Finding[],
): PlacedFinding[] {
  const all = found.map(({ finding, placed }) => (placed ? movedFinding(finding, placed.start) : finding));
  const directives = blocks.flatMap(({ block, start, line }, index) =>
    (checked[index]?.ignores ?? []).map((directive) => ({
      ...moved(directive, start),
      line: line + Math.min(directive.line, block.lineBreaks),
    })),
  );
  const lineOf = (offset: number) => {
    const placed = blocks[countBefore(blocks.length, (index) => (blocks[index]?.start ?? 0) <= offset) - 1];
    return placed ? placed.line + placed.block.lines.lineOf(offset - placed.start) : 0;
  };
  const sorted = [...all, ...ofText].sort((a, b) => a.start - b.start || a.end - b.end);
  return withoutIgnored(sorted, directives, lineOf).map((finding) => ({ finding, placed: undefined }));
}

/** A finding of a block as one of the whole text. */
export function movedFinding(finding: Finding, by: number): Finding {
  return { ...moved(finding, by), related: finding.related?.map((other) => moved(other, by)) };
}

/** Fixes hold on to the whole tree that they were found in. */
function withoutFixes(finding: Finding): Finding {
  return finding.fixes ? { ...finding, fixes: undefined } : finding;
}
