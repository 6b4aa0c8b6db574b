// A page in another language, out of the English one and what differs: so the package holds the examples once.
// Plain JavaScript, because the script that makes the package runs it, too.

/**
 * `translation` has first what is said again and again: the English paragraph and the other one, with `{}` for what both have in common.
 * Then, behind an empty line, each other paragraph that differs: how many paragraphs it stands behind the last such one, and its text.
 */
export function translatedPage(page, translation) {
  const [phrases = '', own = ''] = translation.split('\n\n');
  const pairs = phrases.split('\n').map((line) => line.split('\t'));
  const paragraphs = page
    .trimEnd()
    .split(/\r?\n\r?\n/)
    .map((text) => phrased(text, pairs));
  let at = -1;
  for (const line of own.split('\n')) {
    const [distance = '', text = ''] = line.split('\t');
    at += Number(distance);
    paragraphs[at] = text;
  }
  return `${paragraphs.join('\n\n')}\n`;
}

/** A paragraph as the first phrase has it that it is an example of. */
export function phrased(paragraph, pairs) {
  for (const [english = '', other = ''] of pairs) {
    const values = valuesIn(paragraph, english.split('{}'));
    if (values) return other.split('{}').reduce((text, part, index) => text + (values[index - 1] ?? '') + part);
  }
  return paragraph;
}

/** What stands between the parts; undefined where the paragraph is not made of them. */
function valuesIn(paragraph, parts) {
  const values = [];
  let end = 0;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const start = isLast ? paragraph.length - part.length : paragraph.indexOf(part, end);
    if (start < end || !paragraph.startsWith(part, start) || (index === 0 && start > 0)) return undefined;
    if (index > 0) values.push(paragraph.slice(end, start));
    end = start + part.length;
  }
  return values;
}
