/** A block of a configuration (see toml/blocks.ts): its text, parsed when it is asked for, and what is kept of it. */
import type { Range } from 'vscode-languageserver-types';
import { fold } from '../schema/lookup';
import { Lines } from '../text/lines';
import type { Span } from '../text/span';
import type { TextBlock } from '../toml/blocks';
import type { TomlModel } from '../toml/model';
import { Alike, areValues, likenessOf } from './alike';
import type { ConfigDocument } from './document';
import { type VersionMark, versionMarks } from './target';

/** What a block is: the part before the first runner, one runner, or something that has to be read with the rest of the text. */
export type BlockKind = 'globals' | 'runner' | 'other';

/** How many pairs stand above the first header, and below one; and how many headers there are. */
export interface BlockSize {
  readonly globals: number;
  readonly headers: number;
  readonly pairs: number;
  /** Tokens of the text. */
  readonly tokens: number;
  /** Problems of its syntax. */
  readonly problems: number;
}

interface BlockFacts {
  readonly kind: BlockKind;
  /** The quotes of the string that the block ends in. */
  readonly openQuotes: string | undefined;
  /** How much is in it, for answers that are bounded. */
  readonly size: BlockSize;
  /** Comments in it that name a version; offsets of the block. */
  readonly marks: readonly VersionMark[];
  /** Whether what it has of its own is read as such: what is said of it is said of those that are like it. */
  readonly isModel: boolean;
}

/** How many blocks have been parsed: what a keystroke costs, for tests. */
export const parsedBlocks = { count: 0 };

/**
 * How the blocks of a text are parsed, and which of them stay parsed: those that were asked for last. A file of a thousand runners
 * would be a million nodes; references that the collector may clear do not help, since they hold until the answer is given.
 */
export class BlockParser {
  /** The one that was asked for last is the last. */
  private readonly parsed: Block[] = [];
  private readonly recent: Block[] = [];

  constructor(private readonly parse: (text: string) => ConfigDocument) {}

  read(block: Block): ConfigDocument {
    parsedBlocks.count++;
    if (this.parsed.push(block) > STAY_PARSED) this.parsed.shift()?.forget();
    return this.parse(block.text);
  }

  /** The block of a text; the same one where that was the text of a block a moment ago, as after an undo. */
  block(text: string): Block {
    const known = this.recent.find((block) => block.text === text);
    if (known) return known;
    const block = new Block(text, this);
    if (text.length <= LONGEST_RECENT && this.recent.push(block) > MOST_RECENT) this.recent.shift();
    return block;
  }

  /** The block is asked for again: the globals are at each keystroke, and stay. */
  touch(block: Block): void {
    if (this.parsed.at(-1) === block) return;
    const index = this.parsed.indexOf(block);
    if (index >= 0) this.parsed.push(...this.parsed.splice(index, 1));
  }
}

const STAY_PARSED = 4;
/** So many texts of blocks are known again. */
const MOST_RECENT = 8;
const LONGEST_RECENT = 100_000;

/** Makes the blocks of pieces of a text. Of those that are alike the first is read for all; one alone has nothing to be like. */
export function makeBlocks(pieces: readonly string[], parser: BlockParser): Block[] {
  if (pieces.length < 2) return pieces.map((text) => parser.block(text));
  const first = new Map<string, Block>();
  return pieces.map((text) => {
    const { rest, own } = likenessOf(text);
    const like = first.get(rest);
    const block = new Block(text, parser, own, like);
    if (!like) first.set(rest, block);
    return block;
  });
}

const NOTHING: readonly Span[] = [];

export class Block implements TextBlock {
  /** Line breaks in it: how many lines below its own first line the next block begins. */
  readonly lineBreaks: number;
  private parsed: ConfigDocument | undefined;
  private ownLines: Lines | undefined;
  private ownFacts: BlockFacts | undefined;

  /** `own`: the values that are not in `first`, a block that is the same but for those. */
  constructor(
    readonly text: string,
    readonly parser: BlockParser,
    readonly own = NOTHING,
    private readonly first?: Block,
  ) {
    this.lineBreaks = first?.lineBreaks ?? countLineBreaks(text);
  }

  /** The block alone. */
  get document(): ConfigDocument {
    if (this.parsed) this.parser.touch(this);
    else this.parsed = this.parser.read(this);
    return this.parsed;
  }

  /** Called by the parser when others were asked for. */
  forget(): void {
    this.parsed = undefined;
  }

  /** A block of the same configuration with another text. */
  withText(text: string): Block {
    return new Block(text, this.parser);
  }

  get lines(): Lines {
    this.ownLines ??= this.parsed?.lines ?? new Lines(this.text);
    return this.ownLines;
  }

  /** Whether it was looked at. */
  get isRead(): boolean {
    return this.ownFacts !== undefined;
  }

  get kind(): BlockKind {
    return this.facts.kind;
  }

  get isOpen(): boolean {
    return this.facts.openQuotes !== undefined;
  }

  get openQuotes(): string | undefined {
    return this.facts.openQuotes;
  }

  get size(): BlockSize {
    return this.facts.size;
  }

  get marks(): readonly VersionMark[] {
    return this.facts.marks;
  }

  /** The block that is read for this one, too, and what puts things of it where they are here. */
  get model(): { readonly block: Block; readonly alike: Alike } | undefined {
    const { first } = this;
    return first?.facts.isModel ? { block: first, alike: new Alike(first.own, this) } : undefined;
  }

  private get facts(): BlockFacts {
    this.ownFacts ??= this.factsOfModel() ?? factsOf(this.document, this.own);
    return this.ownFacts;
  }

  private factsOfModel(): BlockFacts | undefined {
    const { model } = this;
    if (!model) return undefined;
    const { facts } = model.block;
    return facts.marks.length > 0 ? { ...facts, marks: facts.marks.map((mark) => model.alike.of(mark)) } : facts;
  }
}

/** A block and where it stands: the offset and the line of its beginning. */
export interface Placed {
  readonly block: Block;
  readonly start: number;
  readonly line: number;
}

/** The range of a span of a block, in lines of the whole text. */
export function rangeIn({ block, line }: Placed, span: Span): Range {
  const { start, end } = block.lines.range(span);
  return {
    start: { line: start.line + line, character: start.character },
    end: { line: end.line + line, character: end.character },
  };
}

/** A thing of a block as one of the whole text. */
export function moved<Item extends Span>(item: Item, by: number): Item {
  return { ...item, start: item.start + by, end: item.end + by };
}

function countLineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  // A carriage return alone ends a line, too; it is rare.
  return text.includes('\r') ? new Lines(text).count - 1 : count;
}

function factsOf(document: ConfigDocument, own: readonly Span[]): BlockFacts {
  const { text, syntaxProblems } = document;
  const open = syntaxProblems.find(
    ({ code, start }) => code === 'unterminated-string' && /^(?:"""|''')/.test(text.slice(start, start + 3)),
  );
  const kind = isConnected(document) ? 'other' : kindOf(document.model);
  return {
    kind,
    openQuotes: open && text.slice(open.start, open.start + 3),
    size: sizeOf(document),
    marks: versionMarks(document),
    isModel: kind === 'runner' && syntaxProblems.length === 0 && areValues(own, document.syntax.sections[1]),
  };
}

function sizeOf({ syntax: { sections, tokenEnds }, syntaxProblems }: ConfigDocument): BlockSize {
  let pairs = 0;
  for (const section of sections) if (section.header) pairs += section.pairs.length;
  return {
    globals: sections[0]?.pairs.length ?? 0,
    headers: sections.length - 1,
    pairs,
    tokens: tokenEnds.length,
    problems: syntaxProblems.length,
  };
}

/**
 * What is defined twice, the runner's decoder judges by all that came before it in the file; a merge conflict and the branches of a
 * template reach over runners.
 */
function isConnected({ isTemplate, syntaxProblems }: ConfigDocument): boolean {
  return isTemplate || syntaxProblems.some(({ code, related }) => related !== undefined || code === 'merge-conflict');
}

function kindOf({ root }: TomlModel): BlockKind {
  const names = [...root.members.keys()];
  const node = root.members.get('runners')?.node;
  const isRunner = names.length === 1 && node?.type === 'array-of-tables' && node.elements.length === 1;
  if (isRunner) return 'runner';
  return names.some((name) => fold(name) === 'runners') ? 'other' : 'globals';
}
