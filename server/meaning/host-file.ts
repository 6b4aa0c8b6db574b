/** A file and the runner configurations in it: the whole file, or texts inside of YAML or Markdown. */
import type { Position, Range } from 'vscode-languageserver-types';
import { regionCode } from '../containers/load';
import { Lines } from '../text/lines';
import type { Problem } from '../text/problem';
import type { Span } from '../toml/syntax';
import { type ConfigDocument, createDocument, createRegionDocument } from './document';

export interface HostFile {
  readonly uri: string;
  readonly documents: readonly ConfigDocument[];
  /** Findings about what is around the configurations; their spans are of the file. */
  readonly findings: readonly Problem[];
  range(span: Span): Range;
}

/** Languages whose files hold configurations as texts. */
export const yamlLanguages: ReadonlySet<string> = new Set([
  'yaml',
  'helm',
  'helm-template',
  'ansible',
  'dockercompose',
]);

/** Finds and parses the configurations of a file in YAML. Never throws. */
export function readYaml(uri: string, text: string, languageId?: string): HostFile {
  const { misplacementFindings, yamlRegions } = regionCode();
  const regions = yamlRegions(text, languageId);
  const lines = new Lines(text);
  return {
    uri,
    documents: regions.map((region) => createRegionDocument(uri, lines, region)),
    findings: regions.length > 0 ? misplacementFindings(text) : [],
    range: (span) => lines.range(span),
  };
}

/** Finds and parses the configurations in the fences of a Markdown file. Never throws. */
export function readMarkdown(uri: string, text: string): HostFile {
  const lines = new Lines(text);
  return {
    uri,
    documents: regionCode()
      .markdownRegions(text)
      .map((region) => createRegionDocument(uri, lines, region)),
    findings: [],
    range: (span) => lines.range(span),
  };
}

/** A file that is a configuration as a whole. Never throws. */
export function readToml(uri: string, text: string): HostFile {
  const document = createDocument(uri, text);
  return { uri, documents: [document], findings: [], range: (span) => document.range(span) };
}

/** Whether a configuration stands in a range of its file, or touches it. */
export function touches({ region, range }: ConfigDocument, { start, end }: Range): boolean {
  if (!region) return true;
  const own = range({ start: 0, end: region.text.length });
  return compare(own.start, end) <= 0 && compare(start, own.end) <= 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
