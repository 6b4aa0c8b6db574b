/**
 * Tags that hold the quotes that they stand between: `"{{ a | default("b") }}"` is no string to TOML. So the text is a template, though
 * no tag of it stands where a value begins.
 */
import { TEMPLATE_SIGNS } from './kinds';
import { templateLanguages } from './languages';
import { templateTokens } from './tokens';

/** Longer lines, and more of them, are not looked at: the few that tell come early. */
const LONGEST_LINE = 2000;
const MOST_LINES = 200;

const OPENER = new RegExp(TEMPLATE_SIGNS);

/** The first text of a code, where it can have one: behind a bracket, an operator, or a word and a space. */
const ARGUMENTS: Readonly<Record<string, RegExp>> = {
  '"': /^[^"]*(?:[([{=?:,|+]|[\w([{=?:,|+] )"/,
  "'": /^[^']*(?:[([{=?:,|+]|[\w([{=?:,|+] )'/,
};

/** The text of such tags. */
export function tagsAcrossStrings(text: string): string[] {
  const lines = candidates(text);
  if (lines === '') return [];
  return templateLanguages.flatMap((language) => {
    if (!language.inStrings.some((opener) => lines.includes(opener))) return [];
    return templateTokens(lines, language).flatMap(({ kind, start, inner, multiline }) => {
      const argument = ARGUMENTS[lines.charAt(start)];
      if (kind !== 'string' || multiline || !inner || !argument) return [];
      return inner.map((tag) => lines.slice(tag.start, tag.end)).filter((source) => argument.test(source));
    });
  });
}

/** The lines that can have one: a quote, a tag, and two more quotes. */
function candidates(text: string): string {
  const found: string[] = [];
  for (const line of text.split('\n')) {
    if (line.length > LONGEST_LINE || !isCandidate(line)) continue;
    found.push(line);
    if (found.length === MOST_LINES) break;
  }
  return found.join('\n');
}

function isCandidate(line: string): boolean {
  const opener = OPENER.exec(line)?.index ?? -1;
  if (opener < 0) return false;
  return ['"', "'"].some((quote) => {
    const first = line.indexOf(quote);
    return first >= 0 && first < opener && line.indexOf(quote, line.indexOf(quote, opener) + 1) > opener;
  });
}
