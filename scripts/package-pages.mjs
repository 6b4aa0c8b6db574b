// The pages of the package: its README without what leads nowhere, and the pages that the command "Open the Manual" shows.
import { phrased } from '../client/translated-page.mjs';

/** Pages that are in the package, where README names them from, and where they are from docs/. */
const PAGES = new Map([
  ['README.md', 'guide.md'],
  ['README.zh-CN.md', 'guide.zh-cn.md'],
  ['docs/editors.md', 'editors.md'],
  ['docs/zh-cn/editors.md', 'zh-cn/editors.md'],
  ['docs/rules.md', 'rules.md'],
  ['CHANGELOG.md', '../changelog.md'],
  ['LICENSE', '../LICENSE.txt'],
]);
const MANUAL = '(*Open the Manual* in the command palette)';
/** Pages that the package holds in another form, with the words that say so in their language. */
const OPENED_BY_COMMAND = new Map([['docs/zh-cn/rules.md', '（命令“打开手册…”）']]);
/** The same page in the languages that there are. */
const LANGUAGES = /^README\b.*\.md$/;

/** `[words](target)` or a picture, the target relative. */
const LINK = /(!?)\[([^\][]*)\]\((?!\w+:|#)([^)]*)\)/g;

/**
 * README for the marketplace and the editor where the repository has no address: they can follow no relative link and show no
 * picture of the package. A page that is in the package is named by the command that opens it.
 */
export function readmeWithoutAddress(markdown) {
  return withLinks(markdown, ({ image, words, target }) =>
    image || LANGUAGES.test(target) || !PAGES.has(target) ? undefined : `${words} ${MANUAL}`,
  );
}

/** What a page says of each code, in the order in which it is tried. */
const PHRASES = ['rules.wrong', 'rules.right', 'rules.evidence', 'rules.silence.setting', 'rules.silence'];

/** Those in English and in another language, with `{}` for each argument. */
export function phrasesOf(english, translated) {
  return PHRASES.map((id) => [english[id], translated[id]].map((text) => text.replace(/\{\w+\}/g, '{}')));
}

/** What differs between a page and its translation, as client/translated-page.ts puts it in. */
export function translationOf(page, translated, phrases) {
  const [own, others] = [page, translated].map((text) => text.trimEnd().split('\n\n'));
  if (own.length !== others.length) throw new Error('The pages have not the same paragraphs');
  let last = -1;
  const rest = others.flatMap((text, at) => {
    if (text === phrased(own[at], phrases)) return [];
    if (/[\n\t]/.test(text)) throw new Error(`A translated paragraph has several lines: ${text}`);
    const distance = at - last;
    last = at;
    return [`${distance}\t${text}`];
  });
  return `${phrases.map((pair) => pair.join('\t')).join('\n')}\n\n${rest.join('\n')}`;
}

/** README as a page in docs/: with its pictures, and with links to what is in the package. */
export function guide(markdown) {
  return withLinks(markdown, ({ image, words, target }) => {
    const command = OPENED_BY_COMMAND.get(target);
    if (command) return `${words}${command}`;
    const inPackage = image ? target.replace(/^docs\//, '') : PAGES.get(target);
    return inPackage && `${image}[${words}](${inPackage})`;
  });
}

/**
 * `markdown` with each relative link as `resolve` writes it. Where that gives nothing a picture goes, and of a link the words
 * stay; in a line of links alone (`a · b`) it goes, and the line with the last.
 */
function withLinks(markdown, resolve) {
  const isLink = (item) => item.replace(LINK, '') === '' && item !== '';
  const lines = markdown.split('\n').flatMap((line) => {
    const items = line.split(' · ');
    if (!items.every((item) => isLink(item)))
      return [line.replace(LINK, (...found) => resolve(asLink(found)) ?? left(found))];
    const kept = items.flatMap((item) => [...item.matchAll(LINK)].map((found) => resolve(asLink(found)) ?? ''));
    return kept.some(Boolean) ? [kept.filter(Boolean).join(' · ')] : [];
  });
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimStart();
}

const asLink = ([, image, words, target]) => ({ image, words, target });
const left = ([, image, words]) => (image ? '' : words);
