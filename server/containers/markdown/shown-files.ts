/**
 * Finds the files that a terminal shows in a fence: below `$ cat /etc/gitlab-runner/config.toml`, or an editor that was started so,
 * stands the text of the file, up to the next prompt.
 */
import { readHeredoc } from '../heredoc/heredoc';
import type { Region } from '../region';
import type { Traits } from '../traits';
import { isPlainlyConfiguration } from '../yaml/places-evidence';

/** `$ cat`, `user@host:~$ cat`, `[root@host ~]# cat`, `root@host:/etc# cat`; a `#` alone begins a comment. */
const PROMPT =
  /^[ \t]*(?:\$|\[[\w.-]{1,40}@[^\]\n]{1,80}\][$#]|[\w.-]{1,40}@[\w.-]{1,60}(?::[^\s"'=$#]{0,80})?[ \t]?[$#%])[ \t]+\S/;
/** The command names a file of TOML. */
const NAMES_FILE = /\.toml\b/;

/** The configurations that are shown, with what their place tells of them. */
export function shownFiles(source: string, traits: Traits): Region[] {
  if (!NAMES_FILE.test(source)) return [];
  const regions: Region[] = [];
  let start: number | undefined;
  const close = (end: number) => {
    if (start === undefined || start >= end) return;
    const shown = readHeredoc(source, { body: { start, end }, margin: () => '' });
    if (isPlainlyConfiguration(shown.text)) regions.push({ ...shown, traits });
  };
  for (let at = 0; at < source.length; ) {
    const feed = source.indexOf('\n', at);
    const next = feed < 0 ? source.length : feed + 1;
    const line = source.slice(at, next);
    if (PROMPT.test(line)) {
      close(at);
      start = NAMES_FILE.test(line) ? next : undefined;
    }
    at = next;
  }
  close(source.length);
  return regions;
}
