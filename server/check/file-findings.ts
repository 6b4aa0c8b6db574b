/**
 * What rules say of a file as a whole, from one version of it to the next. A rule is asked again when a fact that it reads is another;
 * else what it said is put where its places are now.
 */
import type { Placed } from '../meaning/block';
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import { FileFacts, type PartFacts, visitOf } from '../meaning/file-facts';
import type { Finding } from '../meaning/finding';
import type { FileFact, FileVisit } from '../meaning/visit';
import { rootVisit } from '../meaning/visits';
import { rules } from '../rules/all';
import type { FileRule, FoundInFile } from '../rules/rule';
import type { Schema } from '../schema/types';
import { withoutLongText } from './discreet';
import { MAXIMUM_FINDINGS, type Reported, Reporter } from './reporter';

/** A finding and the block that its offsets count in; none where they count in the whole text. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly placed: Placed | undefined;
}

type FileFinding = Reported<FoundInFile>;

const fileRules = rules.filter((rule) => rule.scope === 'file');

/** How often a rule about a file was asked: what a keystroke costs, for tests. */
export const askedFileRules = { count: 0 };

interface Kept {
  readonly schema: Schema;
  readonly parts: readonly PartFacts[];
  /** What each rule said, without fixes. */
  readonly said: ReadonlyMap<FileRule, readonly FileFinding[]>;
}

/** By what stays of a configuration from version to version. */
const kept = new WeakMap<Configuration['parser'], Kept>();

/** What the rules say of a document that is read as a whole. */
export function checkFile(file: FileVisit): FileFinding[] {
  return fileRules.flatMap((rule) => ask(rule, file)).slice(0, MAXIMUM_FINDINGS);
}

function ask(rule: FileRule, file: FileVisit): FileFinding[] {
  askedFileRules.count++;
  const reporter = new Reporter<FoundInFile>();
  reporter.show(file, [rule]);
  return reporter.findings;
}

/** What the rules say of a configuration that is read in blocks, which hold no template; `parts` are the facts of its blocks. */
export function findingsOfFile(
  { blocks, document, parser }: Configuration,
  parts: readonly PartFacts[],
  context: Context,
): PlacedFinding[] {
  const { schema } = context;
  const last = kept.get(parser);
  const before = last?.schema === schema ? last : undefined;
  const changed = before && changedFacts(before.parts, parts);
  const facts = new FileFacts(parts, (index) => blocks[index]?.start ?? 0);
  const file = visitOf(facts, {
    traits: document.traits,
    context,
    isConditional: false,
    root: () => {
      const block = blocks[0]?.block;
      return block?.kind === 'globals' ? rootVisit(block.document, context) : undefined;
    },
  });
  const said = new Map<FileRule, readonly FileFinding[]>();
  const found: PlacedFinding[] = [];
  for (const rule of fileRules) {
    const known = changed && !rule.reads.some((fact) => changed.has(fact)) ? before?.said.get(rule) : undefined;
    const all = known ?? ask(rule, file).map((finding) => aloud(finding, document, context));
    const now = all.map((finding) => inItsPart(finding, facts));
    said.set(rule, now);
    for (const finding of now) found.push(placedIn(blocks, finding, facts));
  }
  kept.set(parser, { schema, parts, said });
  return found.slice(0, MAXIMUM_FINDINGS);
}

/** A finding as it is kept: fixes would hold on to the tree. */
function aloud(finding: FileFinding, document: ConfigDocument, context: Context): FileFinding {
  return { ...finding, message: withoutLongText(document, context, finding.message), fixes: undefined };
}

/** A finding with offsets of its block; the same object as long as they are the same. */
function inItsPart(finding: FileFinding, facts: FileFacts): FileFinding {
  const span = facts.spanInPart(finding.of);
  return !span || (span.start === finding.start && span.end === finding.end) ? finding : { ...finding, ...span };
}

/** One that points to other places, too, counts in the whole text: they are in other blocks. */
function placedIn(blocks: readonly Placed[], finding: FileFinding, facts: FileFacts): PlacedFinding {
  const { of, related } = finding;
  if (!related) return { finding, placed: blocks[facts.partOf(of) ?? 0] };
  const others = related.map((other) => ({ ...other, ...facts.place(other.of) }));
  return { finding: { ...finding, ...facts.place(of), related: others }, placed: undefined };
}

/** Which facts of any block are others; undefined where there are more runners or fewer, which every rule has to hear. */
function changedFacts(before: readonly PartFacts[], now: readonly PartFacts[]): ReadonlySet<FileFact> | undefined {
  if (before.length !== now.length) return undefined;
  const changed = new Set<FileFact>();
  for (const [index, part] of now.entries()) {
    const old = before[index];
    if (old === part) continue;
    // A block is the globals or one runner: as many runners, and it is what it was.
    if (old?.runners.length !== part.runners.length) return undefined;
    if (part.globals) {
      // Whoever reads the root table may read anything in it.
      changed.add('root');
      addChanged(changed, old.globals?.settings, part.globals.settings);
    }
    for (const [number, runner] of part.runners.entries())
      addChanged(changed, old.runners[number]?.settings, runner.settings);
  }
  return changed;
}

function addChanged<Settings extends Partial<Record<FileFact, unknown>>>(
  changed: Set<FileFact>,
  before: Settings | undefined,
  now: Settings,
): void {
  for (const key of Object.keys(now) as (keyof Settings & FileFact)[])
    if (!isSame(before?.[key], now[key])) changed.add(key);
}

/** A fact is a text, a number, a flag or a list of texts. */
function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
