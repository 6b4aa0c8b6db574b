/** Fixes of syntax problems. Each changes only the characters that are wrong. */
import type { ConfigDocument } from '../document';
import type { Fix, TextEdit } from '../finding';
import type { KeyValue, Span, SyntaxProblem } from '../toml/syntax';
import { changeBrackets } from './headers';
import { removeLines, standsAlone } from './text-lines';
import { valueText } from './values';

type Make = (text: string, problem: SyntaxProblem, document: ConfigDocument) => Fix[];

const quotes: Readonly<Record<string, string>> = { '，': ',', '、': ',', '＝': '=', '：': '=', '＂': '"', '＇': "'" };

const makers: Readonly<Partial<Record<SyntaxProblem['code'], Make>>> = {
  'bare-word': (text, problem) => {
    const content = text.replace(/^"|"$/g, '');
    const quoted = content.includes('\\') && !content.includes("'") ? `'${content}'` : valueText(content);
    return [{ ...replace('Put it in quotes', problem, quoted), safe: true }];
  },
  'capitalized-boolean': (text, problem) => [
    { ...replace(`Change to ${text.toLowerCase()}`, problem, text.toLowerCase()), safe: true },
  ],
  'colon-for-equals': (_, problem, document) => [
    { ...replace('Change to `=`', problem, spaced(document, problem, '=')), safe: true },
  ],
  'smart-quotes': (text, problem) => [
    { ...replace('Use straight quotes', problem, valueText(stripQuotes(text))), safe: true },
  ],
  'unexpected-character': (text, problem) => {
    const plain = quotes[text];
    return plain === undefined ? [] : [{ ...replace(`Change to \`${plain}\``, problem, plain), safe: true }];
  },
  'missing-comma': (_, problem, document) => {
    const before = /[^\s]\s*$/.exec(document.text.slice(0, problem.start))?.index;
    return before === undefined ? [] : [{ ...insert('Insert a comma', before + 1, ','), safe: true }];
  },
  'unexpected-comma': (_, problem) => [replace('Remove the comma', problem, '')],
  'unclosed-header': closeHeader,
  'header-spacing': (text, problem) => [
    { ...replace('Remove the space', problem, text.replace(/\s/g, '')), safe: true },
  ],
  'unterminated-string': (text, problem) => {
    const quote = text.startsWith('"""') || text.startsWith("'''") ? text.slice(0, 3) : text.charAt(0);
    return quote.length === 3 ? [] : [insert('Close the string', trimmedEnd(text, problem), quote)];
  },
  'bad-key': (text, problem) => (/^["']/.test(text) ? [] : [replace('Put it in quotes', problem, valueText(text))]),
  'bad-escape': (_, problem, document) => escapeFixes(document, problem),
  'wrong-comment': (text, problem) => [
    {
      ...replace(
        'Change to a `#` comment',
        problem,
        text.replace(/^(?:;+|\/\/+|--+|\/\*+)\s?/, '# ').replace(/\s*\*\/$/, ''),
      ),
      safe: true,
    },
  ],
  'elided-lines': (_, problem, document) => lineFixes(document, problem),
  'template-text': () => [],
  'missing-equals': (_, problem, document) => {
    const after = document.text.slice(problem.end, document.lines.lineEnd(document.lines.lineOf(problem.end)));
    return /^\s+[^\s#]/.test(after) ? [insert('Insert `=`', problem.end, ' =')] : [];
  },
  'duplicate-key': (_, problem, document) => removePair(document, problem),
  'array-redefined': firstToArray,
  'bad-number': (text, problem) => [
    ...(/^[+-]?0+\d+$/.test(text)
      ? [replace('Remove the leading zeros', problem, text.replace(/^([+-]?)0+(?=\d)/, '$1'))]
      : []),
    replace('Put it in quotes', problem, valueText(text)),
  ],
};

/** The fixes of one syntax problem, the best first. */
export function syntaxFixes(document: ConfigDocument, problem: SyntaxProblem): readonly Fix[] {
  const made = makers[problem.code]?.(document.text.slice(problem.start, problem.end), problem, document) ?? [];
  return made.map((fix, index) => (index === 0 ? { preferred: true, ...fix } : fix));
}

function replace(title: string, span: Span, newText: string): Fix {
  return { title, edits: [{ start: span.start, end: span.end, newText }] };
}

function insert(title: string, at: number, newText: string): Fix {
  return { title, edits: [{ start: at, end: at, newText }] };
}

/** `=` with a space on each side where there is none. */
function spaced(document: ConfigDocument, span: Span, text: string): string {
  const before = /\s/.test(document.text.charAt(span.start - 1)) ? '' : ' ';
  const after = /\s/.test(document.text.charAt(span.end)) ? '' : ' ';
  return before + text + after;
}

function stripQuotes(text: string): string {
  return text.replace(/^[“”„‟«»‘’‚‛＂＇`"']|[“”„‟«»‘’‚‛＂＇`"']$/g, '');
}

function trimmedEnd(text: string, span: Span): number {
  return span.end - (text.length - text.trimEnd().length);
}

function closeHeader(text: string, problem: SyntaxProblem): Fix[] {
  const wanted = text.startsWith('[[') ? ']]' : ']';
  if (/\.\s*$/.test(text)) return [];
  const present = /\]*\s*$/.exec(text)?.[0].trim().length ?? 0;
  const missing = wanted.slice(present);
  return missing ? [{ ...insert(`Insert \`${missing}\``, trimmedEnd(text, problem), missing), safe: true }] : [];
}

/** A path in double quotes: single quotes make every backslash plain; else double the one that is wrong. */
function escapeFixes(document: ConfigDocument, problem: SyntaxProblem): Fix[] {
  const { text, lines } = document;
  const lineStart = lines.lineStart(lines.lineOf(problem.start));
  const open = stringStart(text, lineStart, problem.start);
  const fixes: Fix[] = [];
  if (open !== undefined) {
    const close = /"/.exec(text.slice(problem.end, lines.lineEnd(lines.lineOf(problem.end))));
    const end = close ? problem.end + close.index + 1 : undefined;
    const content = end === undefined ? undefined : text.slice(open + 1, end - 1);
    if (end !== undefined && content !== undefined && !/['"]/.test(content) && !content.includes('\\\\')) {
      fixes.push(replace('Use single quotes', { start: open, end }, `'${content}'`));
    }
  }
  fixes.push(insert('Double the backslash', problem.start, '\\'));
  return fixes;
}

/** The opening quote of the double-quoted string on this line that holds an offset. */
function stringStart(text: string, from: number, offset: number): number | undefined {
  let open: number | undefined;
  for (let at = from; at < offset; at++) {
    const character = text.charAt(at);
    if (open !== undefined && character === '\\') at++;
    else if (character === '"') open = open === undefined ? at : undefined;
    else if (character === '#' && open === undefined) return undefined;
  }
  return open;
}

function lineFixes(document: ConfigDocument, problem: SyntaxProblem): Fix[] {
  if (!standsAlone(document, problem)) return [];
  return [
    insert('Change to a `#` comment', problem.start, '# '),
    { title: 'Remove this line', edits: [removeLines(document, problem)] },
  ];
}

function removePair(document: ConfigDocument, problem: SyntaxProblem): Fix[] {
  const pair = pairAt(document, problem);
  if (!pair || !standsAlone(document, pair)) return [];
  return [{ title: 'Remove this one', edits: [removeLines(document, pair)] }, ...removeFirst(document, problem)];
}

function removeFirst(document: ConfigDocument, problem: SyntaxProblem): Fix[] {
  const first = problem.related && pairAt(document, problem.related);
  return first && standsAlone(document, first)
    ? [{ title: 'Remove the first one', edits: [removeLines(document, first)] }]
    : [];
}

function pairAt(document: ConfigDocument, key: Span): KeyValue | undefined {
  for (const section of document.syntax.sections) {
    if (section.end < key.start) continue;
    const pair = section.pairs.find((candidate) => candidate.key.start <= key.start && key.end <= candidate.key.end);
    if (pair) return pair;
  }
  return undefined;
}

/** `[x]` before `[[x]]`: the first header lacks its second bracket. */
function firstToArray(_: string, problem: SyntaxProblem, document: ConfigDocument): Fix[] {
  const first = document.syntax.sections.find(
    ({ header }) => header && problem.related && header.key.end === problem.related.end && !header.array,
  )?.header;
  const edits: TextEdit[] = first ? changeBrackets(first, true, document.text) : [];
  return edits.length > 0 ? [{ title: 'Give the first header two brackets', edits, safe: true }] : [];
}
