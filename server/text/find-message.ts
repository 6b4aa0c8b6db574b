/** Finds single messages in the file of a language: it is long, and few of them are said. Read as a whole it takes 2 ms of the first answer. */
import * as files from 'node:fs';
import { dataFile } from './data-file';
import { languages } from './generated/languages';
import { readMessagePatterns } from './message-files';
import { type FindPattern, finderIn, type Pattern } from './pattern';

/** Undefined where there are no messages in that language. */
export function messageFinder(language: string): FindPattern | undefined {
  if (!languages.includes(language)) return undefined;
  const { readFileSync }: Partial<typeof files> = files;
  // A worker has no files: it is handed the messages as they are.
  if (!readFileSync) return finderIn(readMessagePatterns(language) ?? {});
  const file = dataFile((path) => readFileSync(`${__dirname}/${path}`), `messages.${language}.json`) as Buffer;
  const known = new Map<string, Pattern | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, patternIn(file, id));
    return known.get(id);
  };
}

/** Each message stands in a line of its own. */
function patternIn(file: Buffer, id: string): Pattern | undefined {
  const name = `\n${JSON.stringify(id)}:`;
  const at = file.indexOf(name);
  if (at < 0) return undefined;
  const line = file.toString('utf8', at + name.length, file.indexOf('\n', at + 1));
  return JSON.parse(line.replace(/,$/, '')) as Pattern;
}
