/** Options of a `tmpfs` mount, as the daemon merges them (MergeTmpfsOptions of moby's sys/mount). */
import { message } from '../text/message';
import { optionsAt, partAt } from './continuations';
import { failing, type Grammar, type GrammarProblem, shown } from './grammar';

export const tmpfs: Grammar = {
  name: 'tmpfs',
  read(text) {
    const problems: GrammarProblem[] = [];
    let start = 0;
    for (const option of text === '' ? [] : text.split(',', MOST)) {
      if (!isOption(option)) {
        const span = { start: option === '' ? Math.max(0, start - 1) : start, end: start + option.length };
        problems.push(
          failing(
            span,
            message('invalid-value.tmpfs', { option: shown(option) }),
            problems.length === 0 ? meantOptions(text) : undefined,
          ),
        );
      }
      if (problems.length > 0) break;
      start += option.length + 1;
    }
    return { problems };
  },
  complete(text, offset) {
    const part = partAt(text, offset, /,/);
    const size = part && /^size=\d+/.exec(text.slice(part.start, offset))?.[0];
    if (part && size) return { ...part, texts: ['m', 'g', 'k', '%'].map((unit) => size + unit) };
    return optionsAt(text, offset, 0, /,/, [
      'rw',
      'ro',
      'noexec',
      'exec',
      'nosuid',
      'nodev',
      'size=',
      'mode=',
      'uid=',
      'gid=',
    ]);
  },
};

/** More options nobody writes. */
const MOST = 100;

const flags =
  /^(?:defaults|ro|rw|(?:no)?suid|(?:no)?dev|(?:no)?exec|sync|async|dirsync|remount|(?:no)?mand|(?:no)?atime|(?:no)?diratime|r?bind|(?:r?(?:unbindable|private|shared|slave))|(?:no)?relatime|(?:no)?strictatime|tmpcopyup)$/;

function isOption(option: string): boolean {
  if (flags.test(option)) return true;
  if (/^size=/.test(option)) return /^size=\d+[kmgtKMGT%]?$/.test(option);
  return /^(?:mode|uid|gid|nr_inodes|nr_blocks|mpol)=/.test(option);
}

/** Options without blanks, with commas between them, and sizes with one letter. */
function meantOptions(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const meant = text
    .trim()
    .split(/[\s,;]+/)
    .filter((option) => option !== '')
    .map((option) => option.replace(/^(size=\d+[kmg])i?b?$/i, '$1'));
  const joined = meant.join(',');
  return joined !== text && meant.every(isOption) ? joined : undefined;
}

const LONGEST = 500;
