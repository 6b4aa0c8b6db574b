/** A text that holds a runner configuration, parsed; what every feature is asked about. */
import type { Position, Range } from 'vscode-languageserver-types';
import { buildModel } from './toml/build-model';
import { Lines } from './toml/lines';
import type { TomlModel } from './toml/model';
import { parseToml } from './toml/parser';
import type { Span, SyntaxProblem, TomlSyntax } from './toml/syntax';

export interface ConfigDocument {
  readonly uri: string;
  readonly text: string;
  readonly lines: Lines;
  readonly syntax: TomlSyntax;
  readonly model: TomlModel;
  /** Problems of the syntax and of what is defined twice, in the order of the text. */
  readonly syntaxProblems: readonly SyntaxProblem[];
  /** Position of an offset: line from 0, character in UTF-16 units. */
  position(offset: number): Position;
  /** Offset of a position, clamped into the document. */
  offset(position: Position): number;
  range(span: Span): Range;
}

/** Parses a text. Never throws. */
export function createDocument(uri: string, text: string): ConfigDocument {
  const syntax = parseToml(text);
  const { model, problems } = buildModel(syntax);
  const lines = new Lines(text);
  const syntaxProblems =
    problems.length === 0 ? syntax.problems : [...syntax.problems, ...problems].sort((a, b) => a.start - b.start);
  return {
    uri,
    text,
    lines,
    syntax,
    model,
    syntaxProblems,
    position: (offset) => lines.position(offset),
    offset: (position) => lines.offset(position),
    range: (span) => lines.range(span),
  };
}
