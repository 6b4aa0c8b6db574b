/**
 * Answers about a whole file, put together of those about its blocks: outline, folding and links. What a block gives is kept with it
 * and moved to the lines where the block stands; what did not change since the last answer costs next to nothing.
 */
import type { DocumentLink, DocumentSymbol, FoldingRange, Position, Range } from 'vscode-languageserver-types';
import type { Block, Placed } from '../meaning/block';
import type { Configuration } from '../meaning/configuration';
import type { Context } from '../meaning/context';
import { MAXIMUM_TOKENS } from '../toml/lexer';
import { MAXIMUM_PROBLEMS } from '../toml/parser-state';
import { documentLinks } from './document-links';
import { countSymbols, documentSymbols, missing, outlineDepth, type SymbolCount } from './document-symbols';
import { foldingRanges } from './folding-ranges';
import { isLarge, MAXIMUM_ITEMS, mostItems } from './large-text';

/** Whether the blocks can answer: positions in a part of a file are not those of its text. */
function isByBlock({ blocks, document }: Configuration): boolean {
  return blocks.length > 0 && document.region === undefined;
}

/** How much is in the outline of a configuration, were it shown as a whole. */
function symbolCount({ blocks, document }: Configuration): SymbolCount {
  if (blocks.length === 0) return countSymbols(document);
  let tables = 0;
  let keys = 0;
  for (const { block } of blocks) {
    tables += block.size.globals + block.size.headers;
    keys += block.size.pairs;
  }
  return { tables, keys };
}

/** Whether answers about a configuration leave something out. */
export function isLongConfiguration(configuration: Configuration): boolean {
  return isLarge(configuration.document.text.length) || outlineDepth(symbolCount(configuration)) !== 'keys';
}

/**
 * Whether a configuration holds too much as a whole for fixes and formatting, though each of its blocks is checked: what
 * `document.isOverfull` says of the text, without reading it as one.
 */
export function isLeftUnchanged({ blocks, document }: Configuration): boolean {
  if (blocks.length === 0) return document.isOverfull;
  let tokens = 0;
  let problems = 0;
  for (const { block } of blocks) {
    tokens += block.size.tokens;
    problems += block.size.problems;
  }
  return tokens >= MAXIMUM_TOKENS || problems >= MAXIMUM_PROBLEMS;
}

/** The outline of a configuration. */
export function symbolsOf(configuration: Configuration, context: Context): DocumentSymbol[] {
  const { blocks, document } = configuration;
  const depth = outlineDepth(symbolCount(configuration));
  if (!isByBlock(configuration)) return documentSymbols(document, context);
  const first = blocks[0]?.block.kind === 'globals' ? 1 : 0;
  const symbols = (end: number) =>
    answer(blocks.slice(0, end), blocks, keptSymbols[depth], movedSymbol, (block, follower, index) => {
      const runnersBefore = index - first;
      return {
        depends: context.schema,
        number: runnersBefore,
        follower: follower?.character,
        make: () => documentSymbols(block.document, context, { runnersBefore, follower, depth }),
      };
    });
  if (depth !== 'top') return symbols(blocks.length);
  // A runner is one symbol, and what stands above the first one is few.
  const ofGlobals = symbols(first).length;
  if (ofGlobals + blocks.length - first <= MAXIMUM_ITEMS) return symbols(blocks.length);
  const end = MAXIMUM_ITEMS - 1 - ofGlobals + first;
  if (end < first) return documentSymbols(document, context);
  const rest = notShown(blocks.slice(end), context);
  return rest ? [...symbols(end), rest] : documentSymbols(document, context);
}

/** The symbol that stands for runners which are not shown: from the first to the last. */
function notShown(runners: readonly Placed[], context: Context): DocumentSymbol | undefined {
  const rangeOf = (index: number) => {
    const { block, line } = runners[index] as Placed;
    const part = { runnersBefore: 0, follower: followerOf(block, runners[index + 1]), depth: 'top' } as const;
    const [symbol] = documentSymbols(block.document, context, part);
    return symbol && movedRange(symbol.range, line);
  };
  const [first, last] = [rangeOf(0), rangeOf(runners.length - 1)];
  return first && last && missing(runners.length, { start: first.start, end: last.end }, first, context.say);
}

/** The folding ranges of a configuration. */
export function foldsOf(configuration: Configuration): FoldingRange[] {
  const { blocks, document } = configuration;
  if (!isByBlock(configuration)) return foldingRanges(document);
  const ask = (block: Block, follower: Position | undefined) => ({
    depends: undefined,
    number: 0,
    follower: follower?.character,
    make: () => foldingRanges(block.document, follower),
  });
  return answer(blocks, blocks, keptFolds, movedFold, ask);
}

/** The links of a configuration. */
export function linksOf(configuration: Configuration): DocumentLink[] {
  if (!isByBlock(configuration)) return documentLinks(configuration.document);
  const { blocks, document } = configuration;
  const ask = (block: Block) => ({
    depends: undefined,
    number: 0,
    follower: undefined,
    make: () => documentLinks(block.document),
  });
  return answer(blocks, blocks, keptLinks, movedLink, ask, mostItems(document.text));
}

/** What the answer of a block depends on beside its text, and how it is made. */
interface Question<Item> {
  readonly depends: unknown;
  readonly number: number;
  readonly follower: number | undefined;
  make(): readonly Item[];
}

interface Kept<Item> extends Omit<Question<Item>, 'make'> {
  /** The line that the block stood at when its items were moved last, and the items there. */
  line: number;
  items: readonly Item[];
}

type KeptAnswers<Item> = WeakMap<Block, Kept<Item>>;

const keptSymbols = { keys: new WeakMap(), tables: new WeakMap(), top: new WeakMap() } satisfies Record<
  string,
  KeptAnswers<DocumentSymbol>
>;
const keptFolds: KeptAnswers<FoldingRange> = new WeakMap();
const keptLinks: KeptAnswers<DocumentLink> = new WeakMap();

/** What some blocks give, of all that there are; no more than `most`. */
function answer<Item>(
  asked: readonly Placed[],
  blocks: readonly Placed[],
  answers: KeptAnswers<Item>,
  move: (item: Item, by: number) => Item,
  ask: (block: Block, follower: Position | undefined, index: number) => Question<Item>,
  most = Number.POSITIVE_INFINITY,
): Item[] {
  const all: Item[] = [];
  for (const [index, { block, line }] of asked.entries()) {
    if (all.length >= most) break;
    const question = ask(block, followerOf(block, blocks[index + 1]), index);
    let known = answers.get(block);
    if (!known || !isSame(known, question)) {
      const { depends, number, follower } = question;
      known = { depends, number, follower, line: 0, items: question.make() };
      answers.set(block, known);
    }
    const { line: before } = known;
    if (before !== line) known.items = known.items.map((item) => move(item, line - before));
    known.line = line;
    for (const item of known.items) all.push(item);
  }
  return all.length > most ? all.slice(0, most) : all;
}

function isSame<Item>(known: Kept<Item>, asked: Question<Item>): boolean {
  return known.depends === asked.depends && known.number === asked.number && known.follower === asked.follower;
}

/** Where the header of the next block stands, in the lines of this one. */
function followerOf(block: Block, next: Placed | undefined): Position | undefined {
  return next && { line: block.lineBreaks, character: next.block.text.indexOf('[') };
}

function movedRange({ start, end }: Range, by: number): Range {
  return {
    start: { line: start.line + by, character: start.character },
    end: { line: end.line + by, character: end.character },
  };
}

function movedSymbol(symbol: DocumentSymbol, by: number): DocumentSymbol {
  return {
    ...symbol,
    range: movedRange(symbol.range, by),
    selectionRange: movedRange(symbol.selectionRange, by),
    children: symbol.children?.map((child) => movedSymbol(child, by)),
  };
}

function movedFold(fold: FoldingRange, by: number): FoldingRange {
  return { ...fold, startLine: fold.startLine + by, endLine: fold.endLine + by };
}

function movedLink(link: DocumentLink, by: number): DocumentLink {
  return { ...link, range: movedRange(link.range, by) };
}
