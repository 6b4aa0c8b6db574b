/** A file and the runner configurations in it: the whole file, or texts inside of YAML or Markdown. */
import type { Position, Range } from 'vscode-languageserver-types';
import type { Contents } from '../containers/contents';
import type { ContainerId } from '../containers/kinds';
import { regionCode } from '../containers/load';
import { difference } from '../text/edit';
import { Lines } from '../text/lines';
import type { Problem } from '../text/problem';
import type { Span } from '../toml/syntax';
import { createDocument, createRegionDocument } from './create-document';
import type { ConfigDocument } from './document';

export interface HostFile {
  readonly uri: string;
  readonly documents: readonly ConfigDocument[];
  /** Findings about what is around the configurations; their spans are of the file. */
  readonly findings: readonly Problem[];
  range(span: Span): Range;
  /** The file with another text, where that is known without reading all of it: what is the same in both was read before. */
  retyped?(text: string): HostFile | undefined;
}

/** Finds and parses the configurations of a file: of the whole file where it is of no kind that holds them. Never throws. */
export function readFile(uri: string, text: string, container?: ContainerId): HostFile {
  if (container === undefined) {
    const document = createDocument(uri, text);
    return { uri, documents: [document], findings: [], range: (span) => document.range(span) };
  }
  return hostOf(uri, text, regionCode().readers[container](text));
}

function hostOf(uri: string, text: string, contents: Contents): HostFile {
  const { regions, findings } = contents;
  const lines = new Lines(text);
  return {
    uri,
    documents: regions.map((region) => createRegionDocument(uri, lines, region)),
    findings,
    range: (span) => lines.range(span),
    retyped(source) {
      const { start, end } = difference(text, source);
      const change = { source, span: { start, end }, grown: source.length - text.length };
      const after = regionCode().retyped(contents, change);
      return after && hostOf(uri, source, after);
    },
  };
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
