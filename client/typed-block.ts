/** The literal block of YAML that a line is typed in, found by its indentation alone: an unfinished text is no good YAML. */
import { blanks, headerPath, type Lines } from './typed-indentation';

const BLOCK = /^[ ]*(?:- +)*["']?([\w./-]+)["']?:[ ]+\|[-+0-9]*[ \t]*(?:#.*)?$/;
const LOOKED_AT = 2000;

/** The lines of the configuration that a line belongs to; undefined when it is not in a block of one. */
export function typedBlock(at: (line: number) => string, line: number): Lines | undefined {
  let margin: number | undefined;
  let isOurs = false;
  for (let index = line; index >= Math.max(0, line - LOOKED_AT); index--) {
    const text = at(index);
    if (text.trim() === '') continue;
    const key = index < line ? BLOCK.exec(text)?.[1] : undefined;
    if (key !== undefined && (margin === undefined || blanks(text) < margin)) {
      if (!isOurs && key !== 'config' && !key.endsWith('.toml')) return undefined;
      return { at, first: index + 1, margin: margin ?? blanks(at(line)) };
    }
    margin = Math.min(margin ?? Number.POSITIVE_INFINITY, blanks(text));
    if (margin === 0) return undefined;
    isOurs ||= headerPath(text)?.[0] === 'runners';
  }
  return undefined;
}
