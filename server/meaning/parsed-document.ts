/** A document whose parts are made when they are asked for: most texts of an edit are looked at in part. */
import type { Position, Range } from 'vscode-languageserver-types';
import { regionCode } from '../containers/load';
import type { Region } from '../containers/region';
import type { Traits } from '../containers/traits';
import { wantedAt } from '../schema/wanted-at';
import type { Branches } from '../templates/branches';
import { templateEnding } from '../templates/kinds';
import type { MaskedText } from '../templates/mask';
import type { TextEdit } from '../text/edit';
import { Lines } from '../text/lines';
import { message } from '../text/message';
import { once } from '../text/once';
import type { Span } from '../text/span';
import { buildModel } from '../toml/build-model';
import { parseToml } from '../toml/parser';
import { MAXIMUM_PROBLEMS } from '../toml/parser-state';
import type { SyntaxProblem, TomlSyntax } from '../toml/syntax';
import type { ConfigDocument, Placement } from './document';
import type { Mask } from './masking';

/** What is known of the place of a text before it is parsed. */
export interface Surroundings {
  readonly mask: Mask;
  readonly placement: Placement;
  readonly traits: Traits;
  readonly region: Region | undefined;
  /** The text is a piece of a region. */
  readonly isPiece: boolean;
}

/** Positions of the text as those of the file. */
export function placementIn(lines: () => Lines): Placement {
  return {
    position: (offset) => lines().position(offset),
    offset: (position) => lines().offset(position),
    edits: (edits) => edits.map((edit) => ({ range: lines().range(edit), newText: edit.newText })),
  };
}

export class ParsedDocument implements ConfigDocument {
  readonly region: Region | undefined;
  readonly traits: Traits;
  readonly part: (text: string) => ConfigDocument;
  private maskedText: MaskedText | undefined;
  private tree: TomlSyntax | undefined;
  private built: ReturnType<typeof buildModel> | undefined;
  private problems: readonly SyntaxProblem[] | undefined;
  private ownBranches: { readonly found: Branches | undefined } | undefined;

  constructor(
    readonly uri: string,
    readonly text: string,
    private readonly makeLines: () => Lines,
    private readonly surroundings: Surroundings,
  ) {
    this.region = surroundings.region;
    this.traits = surroundings.traits;
    // Handed on as functions of their own.
    this.position = this.position.bind(this);
    this.range = this.range.bind(this);
    this.part = partsIn(uri, surroundings);
  }

  get lines(): Lines {
    return this.makeLines();
  }

  get syntax(): TomlSyntax {
    this.tree ??= parseToml(this.masked.masked, this.masked.readTo);
    return this.tree;
  }

  get model() {
    return this.modelAndProblems.model;
  }

  get syntaxProblems(): readonly SyntaxProblem[] {
    this.problems ??= this.findProblems();
    return this.problems;
  }

  get isOverfull(): boolean {
    const { readTo } = this.syntax;
    return readTo < this.text.length || this.syntaxProblems.length >= MAXIMUM_PROBLEMS;
  }

  get isTemplate(): boolean {
    return this.templates.length > 0 || (this.isFile && templateEnding.test(this.uri));
  }

  get templates() {
    return this.masked.templates;
  }

  get templatedValues() {
    return this.masked.valueSpans;
  }

  get branches(): Branches | undefined {
    const { templates } = this;
    this.ownBranches ??= { found: templates.length > 0 ? regionCode().branchesOf(templates) : undefined };
    return this.ownBranches.found;
  }

  position(offset: number): Position {
    return this.surroundings.placement.position(offset);
  }

  offset(position: Position): number {
    return this.surroundings.placement.offset(position);
  }

  range({ start, end }: Span): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  edits(edits: readonly TextEdit[]) {
    return this.surroundings.placement.edits(edits);
  }

  asLiteralBlock() {
    return this.surroundings.placement.asLiteralBlock?.() ?? [];
  }

  withText(text: string): ConfigDocument {
    return this.excerpt(text, this.surroundings.placement);
  }

  excerpt(text: string, placement: Placement): ConfigDocument {
    return new ParsedDocument(
      this.uri,
      text,
      once(() => new Lines(text)),
      { ...this.surroundings, placement },
    );
  }

  rendered(masked: string): ConfigDocument {
    const rendering = new ParsedDocument(this.uri, this.text, this.makeLines, this.surroundings);
    rendering.maskedText = this.masked;
    rendering.tree = parseToml(masked, this.masked.readTo);
    rendering.problems = this.syntaxProblems;
    rendering.ownBranches = { found: this.branches };
    return rendering;
  }

  private get isFile(): boolean {
    return isFile(this.surroundings);
  }

  private get masked(): MaskedText {
    this.maskedText ??= this.surroundings.mask(this.text);
    return this.maskedText;
  }

  private get modelAndProblems() {
    this.built ??= buildModel(this.syntax, wantedAt);
    return this.built;
  }

  private findProblems(): readonly SyntaxProblem[] {
    // In a chart's YAML nobody writes template text by mistake.
    const isRendered = this.isTemplate || (!this.isFile && this.traits.writable);
    const { problems: found } = this.syntax;
    const inText = isRendered ? found.map((problem) => withCloser(this.text, problem)) : found;
    // What is defined twice is for those to say who read all of it.
    const defined = this.syntax.readTo < this.text.length ? [] : this.modelAndProblems.problems;
    if (defined.length === 0) return inText;
    const { branches } = this;
    return [...inText, ...(branches ? outsideBranches(branches, defined) : defined)].sort((a, b) => a.start - b.start);
  }
}

function isFile({ region, isPiece }: Surroundings): boolean {
  return region === undefined && !isPiece;
}

/** Makes documents of parts of a text. It holds on to nothing of the text itself, which is that of one version. */
function partsIn(uri: string, surroundings: Surroundings): (text: string) => ConfigDocument {
  const { mask, traits } = surroundings;
  const isPiece = !isFile(surroundings);
  return (text) => {
    const lines = once(() => new Lines(text));
    return new ParsedDocument(uri, text, lines, {
      mask,
      placement: placementIn(lines),
      traits,
      region: undefined,
      isPiece,
    });
  };
}

/** What is defined in two branches of a template is defined once in what is rendered. */
function outsideBranches(branches: Branches, problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  return problems.filter(({ start, related }) => !related || !branches.differ(start, related.start));
}

/** Where templates are rendered, template text that is left is wrong only because it has no end. */
function withCloser(text: string, problem: SyntaxProblem): SyntaxProblem {
  const closer = problem.code === 'template-text' ? regionCode().missingCloser(text, problem.start) : undefined;
  return closer === undefined ? problem : { ...problem, message: message('template-text.unclosed', { closer }) };
}
