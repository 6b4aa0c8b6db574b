/** A page in another language, out of the English one and what differs: so the package holds the examples once. */

/** `translation` has a line for each paragraph that differs: how many paragraphs it stands behind the last such one, and its text. */
export function translatedPage(page: string, translation: string): string {
  const paragraphs = page.split(/\r?\n\r?\n/);
  let at = -1;
  for (const line of translation.split('\n')) {
    const [distance = '', ...text] = line.split('\t');
    if (text.length === 0) continue;
    at += Number(distance);
    paragraphs[at] = text.join('\t');
  }
  return paragraphs.join('\n\n');
}
