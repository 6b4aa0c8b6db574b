/** Prints problems, for people or for programs. */
import type { Catalog } from '../../text/catalog';
import type { Severity } from '../../text/code';
import { type Message, message } from '../../text/message';
import { type Colours, noColours } from '../colours';
import { printable, printableJson } from '../printable';
import type { Format } from './arguments';
import { codeQuality } from './code-quality';
import type { FileProblem } from './file-problem';
import { type Replacement, sarif } from './sarif';

/** All problems in a format. `fixesOf`: the fixes of a problem, for the formats that have them. */
export function print(
  problems: readonly FileProblem[],
  format: Format,
  catalog: Catalog,
  fixesOf: (problem: FileProblem) => readonly Replacement[] = () => [],
  colours: Colours = noColours,
): string {
  if (format === 'json') return `${printableJson(problems)}\n`;
  if (format === 'sarif') return sarif(problems, fixesOf);
  if (format === 'codequality') return codeQuality(problems);
  if (problems.length === 0) return '';
  const plain = (line: Message) => printable(catalog.say(line));
  const lines = problems.flatMap((problem) => [
    inOneLine(problem, catalog, colours),
    ...relatedLines(problem).map(plain),
  ]);
  return [...lines, plain(summary(problems))].map((line) => `${line}\n`).join('');
}

/** How many problems are of a severity. */
export function countOf(problems: readonly FileProblem[], severity: Severity): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

/** As editors and people expect it: counted from 1. */
function inOneLine({ file, range, severity, message: problem, code }: FileProblem, { say }: Catalog, colours: Colours) {
  const { line, character } = range.start;
  // The colours are ours, so that each part is made printable before it gets one.
  return say(
    message('cli.problem', {
      file: colours.place(printable(file)),
      line: line + 1,
      column: character + 1,
      severity: colours.severity(severity, printable(say(message('cli.severity', { severity })))),
      problem: printable(problem),
      code: colours.aside(printable(code)),
    }),
  );
}

function relatedLines({ file, related = [] }: FileProblem): Message[] {
  return related.map(({ range: { start }, message: what }) =>
    message('cli.related', { file, line: start.line + 1, column: start.character + 1, what }),
  );
}

function summary(problems: readonly FileProblem[]): Message {
  return message('cli.summary', { errors: countOf(problems, 'error'), warnings: countOf(problems, 'warning') });
}
