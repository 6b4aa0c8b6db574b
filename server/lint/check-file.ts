/** Checks a file: the configurations in it and what is around them. */
import type { Range } from 'vscode-languageserver-types';
import { checkDocument } from '../check/check';
import type { Context } from '../meaning/context';
import type { ConfigDocument } from '../meaning/document';
import type { Finding } from '../meaning/finding';
import { readFile } from '../meaning/host-file';
import { locate } from '../meaning/locate';
import type { Span } from '../text/span';
import type { SourceFile } from './files';
import type { Problem } from './report';

/** The problems of a file, those around its configurations first. */
export function checkFile({ name, text, container }: SourceFile, context: Context): Problem[] {
  const file = readFile(name, text, container?.id);
  /** `place`: the file or the configuration in it that the finding is about. */
  const problem = (place: Place, finding: Finding, path: string): Problem => {
    const { code, severity, message } = finding;
    return { file: name, code, severity, message: context.say(message), range: place.range(finding), path };
  };
  return [
    ...file.findings.map((finding) => problem(file, finding, '')),
    ...file.documents.flatMap((document) =>
      checkDocument(document, context).map((finding) => problem(document, finding, pathAt(document, finding))),
    ),
  ];
}

interface Place {
  range(span: Span): Range;
}

/** The key that a finding is at, dotted. */
function pathAt(document: ConfigDocument, { start, end }: Finding): string {
  const place = locate(document, end > start ? start + 1 : start);
  return place.kind === 'comment' ? '' : place.path.join('.');
}
