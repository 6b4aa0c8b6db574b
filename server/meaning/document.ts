/** A text that holds a runner configuration, parsed; what every feature is asked about. */
import type { TextEdit as LspTextEdit, Position, Range } from 'vscode-languageserver-types';
import { regionCode } from '../containers/load';
import type { Region } from '../containers/region';
import { type Traits, traitsOf, traitsOfFile } from '../containers/traits';
import { isList } from '../schema/is-list';
import type { Branches } from '../templates/branches';
import type { MaskedText } from '../templates/mask';
import type { TemplateSpan } from '../templates/template-span';
import type { TextEdit } from '../text/edit';
import { Lines } from '../text/lines';
import { message } from '../text/message';
import { buildModel } from '../toml/build-model';
import type { TomlModel } from '../toml/model';
import { parseToml } from '../toml/parser';
import type { Span, SyntaxProblem, TomlSyntax } from '../toml/syntax';

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
  /**
   * Edits of the text that are made together as edits of the file: in YAML with the block's indentation. One for each in their
   * order, and perhaps more behind them; in a folded block they may become one.
   */
  edits(edits: readonly TextEdit[]): LspTextEdit[];
}

/** Where the text stands in its file. */
type Placement = Pick<ConfigDocument, 'position' | 'offset' | 'edits'>;

/** Parses a whole file. Never throws. */
export function createDocument(uri: string, text: string): ConfigDocument {
  const lines = new Lines(text);
  const placement: Placement = {
    position: (offset) => lines.position(offset),
    offset: (position) => lines.offset(position),
    edits: (edits) => edits.map((edit) => ({ range: lines.range(edit), newText: edit.newText })),
  };
  const role = /(?:^|[\\/])config[.-]template\.toml$/i.test(uri) ? 'template' : undefined;
  return parse(uri, text, lines, {
    mask: (of) => maskFile(of, uri),
    placement,
    traits: traitsOfFile(role),
    region: undefined,
  });
}

const templateSigns = /\{\{|\{%|<%|[$%]\{/;
const templateEnding = /\.(?:j2|jinja2?|tmpl|gotmpl|tpl|tftpl|erb|epp)$/i;

/** `config.toml.in`, `config.template.toml`: somebody fills in what is missing before a runner reads it. */
const unfinishedName = /\.(?:template|in|dist|example|sample)(?:\.toml)?$|[.-](?:tpl|tmpl)\.toml$/i;

/**
 * Masks the templates of a whole file. A plain `config.toml` with `token = <TOKEN>` is no template: the runner refuses
 * it, so the placeholder is an error there.
 */
function maskFile(text: string, uri: string): MaskedText {
  const isUnfinished = templateEnding.test(uri) || unfinishedName.test(uri);
  if (templateSigns.test(text) || isUnfinished) {
    const { maskTemplates, templatedStyle } = regionCode();
    const style = templatedStyle(text, uri);
    if (style !== 'none' && (style !== 'shell' || isUnfinished)) return maskTemplates(text, { style });
  }
  return { masked: text, templates: [], valueSpans: [] };
}

/** Parses a region of a file. `hostLines` are the lines of the whole file. Never throws. */
export function createRegionDocument(uri: string, hostLines: Lines, region: Region): ConfigDocument {
  const { map, text } = region;
  const traits = traitsOf(region);
  const { maskElidedLines, maskTemplates, templatedStyle } = regionCode();
  const placement: Placement = {
    position: (offset) => hostLines.position(map.toHost(offset)),
    offset(position) {
      const host = hostLines.offset(position);
      return map.toRegion(host) ?? (host < region.host.start ? 0 : text.length);
    },
    edits: (edits) =>
      map
        .toHostEdits(edits.map(({ start, end, newText }) => ({ start, end, text: newText })))
        .map((edit) => ({ range: hostLines.range(edit), newText: edit.text })),
  };
  const mask = (of: string): MaskedText => {
    const style = traits.templates ?? templatedStyle(of);
    const rendered = maskTemplates(of, { style });
    return traits.elided ? { ...rendered, masked: maskElidedLines(rendered.masked) } : rendered;
  };
  return parse(uri, text, new Lines(text), { mask, placement, traits, region });
}

/** What is known of the place of a text before it is parsed. */
interface Surroundings {
  readonly mask: (text: string) => MaskedText;
  readonly placement: Placement;
  readonly traits: Traits;
  readonly region: Region | undefined;
}

function parse(uri: string, text: string, lines: Lines, surroundings: Surroundings): ConfigDocument {
  const { mask, placement, traits, region } = surroundings;
  const { masked, templates, valueSpans } = mask(text);
  const syntax = parseToml(masked);
  const { model, problems } = buildModel(syntax, isList);
  const branches = templates.length > 0 ? regionCode().branchesOf(text, templates) : undefined;
  const isTemplate = templates.length > 0 || (region === undefined && templateEnding.test(uri));
  // In a chart's YAML nobody writes template text by mistake.
  const isRendered = isTemplate || (region !== undefined && traits.writable);
  const inText = isRendered ? syntax.problems.map((problem) => withCloser(text, problem)) : syntax.problems;
  const defined = branches ? outsideBranches(branches, problems) : problems;
  return {
    uri,
    text,
    lines,
    syntax,
    model,
    syntaxProblems: problems.length === 0 ? inText : [...inText, ...defined].sort((a, b) => a.start - b.start),
    region,
    traits,
    isTemplate,
    templates,
    templatedValues: valueSpans,
    branches,
    ...placement,
    withText: (other) => parse(uri, other, new Lines(other), surroundings),
    range: (span) => ({ start: placement.position(span.start), end: placement.position(span.end) }),
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
