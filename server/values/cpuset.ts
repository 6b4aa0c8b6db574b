/** Numbers of processors or memory nodes: `0-3,5`, as the daemon reads them (ParseUintList of moby). */
import { message } from '../text/message';
import { failingWhole, type Grammar, shown } from './grammar';

export const cpuset: Grammar = {
  name: 'cpuset',
  read(text) {
    // An empty text is all of them.
    if (text === '' || isList(text)) return { problems: [] };
    return failingWhole(text, message('invalid-value.cpuset', { text: shown(text) }), meantList(text));
  },
};

function isList(text: string): boolean {
  return text.split(',').every((part) => {
    const [, first = '', last = first] = /^\+?(\d{1,9})(?:-\+?(\d{1,9}))?$/.exec(part) ?? [];
    return first !== '' && Number(first) <= Number(last);
  });
}

function meantList(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const meant = text
    .trim()
    .replace(/\s{0,9}(?:\.\.\.?|-|–)\s{0,9}/g, '-')
    .replace(/\s{0,9}[,;]\s{0,9}|\s{1,9}/g, ',')
    .replace(/,$/, '');
  return meant !== text && isList(meant) ? meant : undefined;
}

const LONGEST = 300;
