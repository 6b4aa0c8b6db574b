/** Windows paths in double-quoted TOML strings. `raw` is the string as written, with its quotes; all passes are linear. */

/** Escapes that stand for a control character. */
const control = 'btnfre';

/**
 * Where in a string a Windows path holds an escape that stands for a control character. In a line of a script, tabs and line
 * breaks may be meant wherever a path does not start the line.
 */
export function windowsEscape(raw: string, inScript = false): number | undefined {
  if (!raw.includes('\\')) return undefined;
  let inPath = raw.startsWith('"\\\\');
  let escapes = raw.startsWith('"\\\\\\\\');
  // Behind a space it may as well be a sentence that ends with a colon and a line break.
  let inText = false;
  for (let at = inPath ? (escapes ? 5 : 3) : 1; at < raw.length - 1; at++) {
    if (raw.charAt(at) !== '\\') {
      if (!isDrive(raw, at)) continue;
      inPath = true;
      escapes = raw.charAt(at + 3) === '\\';
      inText = inScript ? at > 1 : /\s/.test(raw.charAt(at - 1));
      at += escapes ? 3 : 1;
      continue;
    }
    const letter = raw.charAt(at + 1);
    // Who doubles backslashes knows escapes: a line break is then meant as one.
    const meant = escapes || inText ? 'bfe' : control;
    if (inPath && meant.includes(letter)) return at;
    at++;
  }
  return undefined;
}

/** `C:\` behind no other letter. */
function isDrive(raw: string, at: number): boolean {
  return (
    raw.charAt(at + 1) === ':' &&
    raw.charAt(at + 2) === '\\' &&
    /[A-Za-z]/.test(raw.charAt(at)) &&
    !/[A-Za-z0-9]/.test(raw.charAt(at - 1))
  );
}

/** Whether the writer doubled backslashes on purpose; the two at the start of a network path alone are none. */
function doubles(raw: string): boolean {
  return raw.startsWith('"\\\\\\\\') || raw.indexOf('\\\\', 2) >= 0;
}

/** The string in single quotes, in which backslashes are plain; undefined where it holds what they cannot. */
export function singleQuoted(raw: string): string | undefined {
  const content = raw.slice(1, -1);
  if (content.includes("'") || content.includes('\\"')) return undefined;
  return `'${doubles(raw) ? content.replaceAll('\\\\', '\\') : content}'`;
}

/**
 * A multi-line string in three single quotes, in which backslashes are plain; undefined where it holds what they cannot, or
 * an escape that may be meant as one: doubled, at the end of a line, or in a line without a path.
 */
export function tripleSingleQuoted(raw: string): string | undefined {
  const content = raw.slice(3, -3);
  if (content.includes("'''") || content.endsWith("'")) return undefined;
  const plain = content
    .split(/\r?\n/)
    .every((line) => !line.includes('\\') || (/^[^\\]*\b[A-Za-z]:\\/.test(line) && !/\\(?:["\\]|\s*$)/.test(line)));
  return plain ? `'''${content}'''` : undefined;
}

/** The string with each backslash doubled that is not yet. */
export function doubledBackslashes(raw: string): string {
  const keepsPairs = doubles(raw);
  return `"${raw.slice(1, -1).replace(/\\(["\\]?)/g, (pair, second: string) => {
    if (second === '"' || (second === '\\' && keepsPairs)) return pair;
    return second === '\\' ? '\\\\\\\\' : '\\\\';
  })}"`;
}
