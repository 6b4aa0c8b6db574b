/** A text that holds a runner configuration, parsed when its parts are asked for; what every feature is asked about. */
import type { TextEdit as LspTextEdit, Position, Range } from 'vscode-languageserver-types';
import { regionCode } from '../containers/load';
import type { Region } from '../containers/region';
import { type Traits, traitsOfFile } from '../containers/traits';
import { isList } from '../schema/is-list';
import type { Branches } from '../templates/branches';
import type { TemplateSpan } from '../templates/template-span';
import type { TextEdit } from '../text/edit';
import { Lines } from '../text/lines';
import { message } from '../text/message';
import { once } from '../text/once';
import { buildModel } from '../toml/build-model';
import type { TomlModel } from '../toml/model';
import { parseToml } from '../toml/parser';
import type { Span, SyntaxProblem, TomlSyntax } from '../toml/syntax';
import { fileMask, type Mask, regionMask, templateEnding } from './masking';

export interface ConfigDocument {
  readonly uri: string;
  /** The TOML text, templates not rendered. */
  readonly text: string;
  /** The lines of the TOML text; in YAML they are not those of the file. */
  readonly lines: Lines;
  readonly syntax: TomlSyntax;
  readonly model: TomlModel;
  /** Problems of the syntax and of what is defined twice, in the order of the text. */
  readonly syntaxProblems: readonly SyntaxProblem[];
  /** The part of the file that the text is; undefined when it is the whole file. */
  readonly region: Region | undefined;
  /** What the place of the text tells of it. */
  readonly traits: Traits;
  /** The text is rendered before the runner reads it: by its name, or because template text is in it. */
  readonly isTemplate: boolean;
  readonly templates: readonly TemplateSpan[];
  /** Values, strings and parts of keys that hold template text: what they will be is not known. */
  readonly templatedValues: readonly Span[];
  /** The branches of the templates; undefined where there are none. */
  readonly branches: Branches | undefined;
  /** Position in the file of an offset of the text: line from 0, character in UTF-16 units. */
  position(offset: number): Position;
  /** Offset in the text of a position in the file, clamped into the text. */
  offset(position: Position): number;
  range(span: Span): Range;
  /**
   * Another text in the same place, to try what an edit gives. Its offsets are its own: positions and edits of the file
   * cannot be asked of it.
   */
  withText(text: string): ConfigDocument;
  /** Lines of the text that stand apart in it, as one document; the placement tells where they are. */
  excerpt(text: string, placement: Placement): ConfigDocument;
  /**
   * A piece of the text, or what may stand in its place, parsed by itself: offsets and positions count from its beginning. It
   * holds nothing of the document that it came from, and may be kept when that is gone.
   */
  part(text: string): ConfigDocument;
  /**
   * Edits of the text that are made together as edits of the file: in YAML with the block's indentation. One for each in their
   * order, and perhaps more behind them; none where the text is not editable and one of them cannot stand there as it is.
   */
  edits(edits: readonly TextEdit[]): LspTextEdit[];
  /**
   * The edits of the file that write the text as a literal block, where it is not editable. None where it is, and where no block
   * can stand.
   */
  asLiteralBlock?(): LspTextEdit[];
}

/** Where the text stands in its file. */
export type Placement = Pick<ConfigDocument, 'position' | 'offset' | 'edits' | 'asLiteralBlock'>;

/** A whole file, parsed when it is asked for. Never throws. */
export function createDocument(uri: string, text: string): ConfigDocument {
  const lines = once(() => new Lines(text));
  const placement = placementIn(lines);
  const role = /(?:^|[\\/])config[.-]template\.toml$/i.test(uri) ? 'template' : undefined;
  return parse(uri, text, lines, {
    mask: fileMask(uri),
    placement,
    traits: traitsOfFile(role),
    region: undefined,
  });
}

/** Positions of the text as those of the file. */
function placementIn(lines: () => Lines): Placement {
  return {
    position: (offset) => lines().position(offset),
    offset: (position) => lines().offset(position),
    edits: (edits) => edits.map((edit) => ({ range: lines().range(edit), newText: edit.newText })),
  };
}

/** Parses a region of a file. `hostLines` are the lines of the whole file. Never throws. */
export function createRegionDocument(uri: string, hostLines: Lines, region: Region): ConfigDocument {
  const { map, text, traits } = region;
  const inHost = (edits: readonly TextEdit[]) =>
    edits.map((edit) => ({ range: hostLines.range(edit), newText: edit.newText }));
  const placement: Placement = {
    position: (offset) => hostLines.position(map.toHost(offset)),
    offset(position) {
      const host = hostLines.offset(position);
      return map.toRegion(host) ?? (host < region.host.start ? 0 : text.length);
    },
    edits: (edits) => inHost(map.toHostEdits(edits)),
    asLiteralBlock: () => inHost(region.asLiteralBlock?.() ?? []),
  };
  return parse(
    uri,
    text,
    once(() => new Lines(text)),
    { mask: regionMask(traits), placement, traits, region },
  );
}

/** What is known of the place of a text before it is parsed. */
interface Surroundings {
  readonly mask: Mask;
  readonly placement: Placement;
  readonly traits: Traits;
  readonly region: Region | undefined;
  /** The text is a piece of a region. */
  readonly isPiece?: boolean;
}

function parse(uri: string, text: string, lines: () => Lines, surroundings: Surroundings): ConfigDocument {
  const { mask, placement, traits, region, isPiece } = surroundings;
  const isFile = region === undefined && !isPiece;
  const masked = once(() => mask(text));
  const syntax = once(() => parseToml(masked().masked));
  const built = once(() => buildModel(syntax(), isList));
  const branches = once(() => {
    const { templates } = masked();
    return templates.length > 0 ? regionCode().branchesOf(text, templates) : undefined;
  });
  const isTemplate = () => masked().templates.length > 0 || (isFile && templateEnding.test(uri));
  const problems = once(() => {
    // In a chart's YAML nobody writes template text by mistake.
    const isRendered = isTemplate() || (!isFile && traits.writable);
    const found = syntax().problems;
    const inText = isRendered ? found.map((problem) => withCloser(text, problem)) : found;
    const defined = built().problems;
    if (defined.length === 0) return inText;
    const between = branches();
    return [...inText, ...(between ? outsideBranches(between, defined) : defined)].sort((a, b) => a.start - b.start);
  });
  return {
    uri,
    text,
    region,
    traits,
    get lines() {
      return lines();
    },
    get syntax() {
      return syntax();
    },
    get model() {
      return built().model;
    },
    get syntaxProblems() {
      return problems();
    },
    get isTemplate() {
      return isTemplate();
    },
    get templates() {
      return masked().templates;
    },
    get templatedValues() {
      return masked().valueSpans;
    },
    get branches() {
      return branches();
    },
    ...placement,
    withText: (other) =>
      parse(
        uri,
        other,
        once(() => new Lines(other)),
        surroundings,
      ),
    excerpt: (other, elsewhere) => {
      return parse(
        uri,
        other,
        once(() => new Lines(other)),
        { ...surroundings, placement: elsewhere },
      );
    },
    part: partsOf(uri, mask, traits, !isFile),
    range: (span) => ({ start: placement.position(span.start), end: placement.position(span.end) }),
  };
}

/** Makes parts of a document without holding on to it. */
function partsOf(uri: string, mask: Mask, traits: Traits, isPiece: boolean): ConfigDocument['part'] {
  return (text) => {
    const lines = once(() => new Lines(text));
    return parse(uri, text, lines, { mask, placement: placementIn(lines), traits, region: undefined, isPiece });
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
