/** SARIF 2.1.0: problems for the tools that collect those of many linters, with the page of each rule and the fixes. */
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Code, Severity } from '../../text/code';
import { factsOf } from '../../text/code';
import { once } from '../../text/once';
import { printableJson } from '../printable';
import { packagedText, toolName, toolVersion } from '../tool';
import type { FileProblem } from './file-problem';
import { fingerprints, slashed } from './fingerprints';

/** A fix of a problem: what the editor calls it, and its edits of the file. */
export interface Replacement {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The log of all problems. `fixesOf`: the fixes of a problem, the best one first. */
export function sarif(
  problems: readonly FileProblem[],
  fixesOf: (problem: FileProblem) => readonly Replacement[],
): string {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  const names = fingerprints(problems);
  const results = problems.map((problem, index) => {
    const { file, code, severity, message, range, related = [] } = problem;
    const artifactLocation = { uri: uriOf(file) };
    const fixes = fixesOf(problem).map(({ title, edits }) => ({
      description: { text: title },
      artifactChanges: [
        {
          artifactLocation,
          replacements: edits.map((edit) => ({
            deletedRegion: regionOf(edit.range),
            insertedContent: { text: edit.newText },
          })),
        },
      ],
    }));
    return {
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level: levels[severity],
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation, region: regionOf(range) } }],
      ...(related.length > 0 && {
        relatedLocations: related.map((other) => ({
          physicalLocation: { artifactLocation, region: regionOf(other.range) },
          message: { text: other.message },
        })),
      }),
      partialFingerprints: { 'problem/v1': names[index] },
      ...(fixes.length > 0 && { fixes }),
    };
  });
  const driver = { name: toolName, semanticVersion: toolVersion(), rules: codes.map(ruleOf) };
  return `${printableJson({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  })}\n`;
}

function ruleOf(code: Code) {
  const page = pageOf(code);
  return {
    id: code,
    defaultConfiguration: { level: levels[factsOf(code).severity] },
    ...(page && { help: { text: plain(page), markdown: page } }),
  };
}

/** Lines and columns count from 1; the end is the first column behind. */
function regionOf({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Relative to where the command ran, so that a report says the same on every machine. */
function uriOf(file: string): string {
  const path = slashed(file);
  return isAbsolute(path) ? pathToFileURL(path).href : path.split('/').map(encodeURIComponent).join('/');
}

/** The section of a rule on the page of rules. */
function pageOf(code: Code): string | undefined {
  const page = rulesPage();
  const start = page.indexOf(`\n### \`${code}\`\n`);
  if (start < 0) return undefined;
  const rest = page.slice(start + 1);
  const end = rest.search(/\n#{2,3} /);
  return (end < 0 ? rest : rest.slice(0, end)).trim();
}

const rulesPage = once(() => packagedText('docs', 'rules.md') ?? '');

/** Markdown without its marks of code and headings. */
function plain(markdown: string): string {
  return markdown.replace(/^```.*\n/gm, '').replace(/^#+ |^> |\*\*|`/gm, '');
}
