/**
 * An entry of `volumes` for a daemon of Windows: `[source:]destination[:ro|rw]`, with drives, named pipes and names of volumes
 * (executors/docker/internal/volumes/parser/windows_parser.go). Checked against verdicts/values.json and preview/functions-docker.json.
 */
import { message } from '../text/message';
import type { DockerVolume } from './docker-volume-linux';
import { type Continuations, failing, type Reading, shown } from './grammar';

const NAME = '[^\\\\/:*?"<>|\\r\\n]+';
const PIPE = '[/\\\\]{2}\\.[/\\\\]pipe[/\\\\][^:*?"<>|\\r\\n]+';
const DRIVE = '(?:\\\\\\\\\\?\\\\)?[a-z]:';
const SOURCE = `(?:${DRIVE}[\\\\/](?:${NAME}(?:[\\\\/]${NAME})*[\\\\/]?)?|${NAME}|${PIPE})`;
const DESTINATION = `(?:${DRIVE}(?:[\\\\/][^\\\\/:*?"<>\\r\\n]+)*[\\\\/]?|${PIPE})`;

const entry = new RegExp(`^(?:(${SOURCE}):)?(${DESTINATION})(?::(?:ro|rw))?$`, 'i');

/** The daemon refuses to mount anything there (`destination path cannot be c: or c:\\`); other drives may be a volume as a whole. */
const SYSTEM_DRIVE = /^c:[\\/]?$/i;

/** Reads an entry for Windows. */
export function readWindowsVolume(text: string): Reading<DockerVolume> {
  const match = entry.exec(text);
  if (match) {
    const [, source = '', destination = ''] = match;
    if (SYSTEM_DRIVE.test(destination)) {
      const start = source === '' ? 0 : source.length + 1;
      return { problems: [failing({ start, end: start + destination.length }, message('invalid-value.volume.root'))] };
    }
    return { value: { source, destination, readOnly: /:ro$/i.test(text) }, problems: [] };
  }
  const colon = text.lastIndexOf(':');
  const before = text.slice(0, colon);
  if (colon > 1 && entry.test(before)) {
    const option = text.slice(colon + 1);
    return {
      problems: [
        failing(
          { start: colon + 1, end: text.length },
          message('invalid-value.volume.windows-option', { option: shown(option) }),
          before,
        ),
      ],
    };
  }
  return {
    problems: [
      failing(
        { start: 0, end: text.length },
        message('invalid-value.volume.windows', { text: shown(text) }),
        plain(text),
      ),
    ],
  };
}

/** The modes behind a source and a destination. */
export function windowsModes(text: string, offset: number): Continuations | undefined {
  const colon = text.length > LONGEST ? -1 : text.lastIndexOf(':');
  if (offset <= colon || entry.exec(text.slice(0, Math.max(0, colon)))?.[1] === undefined) return undefined;
  return { start: colon + 1, end: text.length, texts: ['ro', 'rw'] };
}

/** The entry without doubled backslashes and blanks around it. */
function plain(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const meant = text.trim().replace(/(?<=[^:\\])\\{2,}|(?<=[a-z]:)\\{2,}/gi, '\\');
  return meant !== text && entry.test(meant) ? meant : undefined;
}

const LONGEST = 1000;

/** Whether an entry is written for Windows: its destination has a drive or is a named pipe. */
export function isForWindows(text: string): boolean {
  return (
    /(?:^|:)(?:\\\\\?\\)?[a-z]:(?:[\\/][^:]*)?(?::[^:\\/]*)?$/i.test(text.slice(-LONGEST)) ||
    /[/\\]{2}\.[/\\]pipe[/\\][^:]*(?::[^:]*)?$/i.test(text.slice(-LONGEST))
  );
}
