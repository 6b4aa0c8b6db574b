/** A web worker cannot read files: there the texts are in the bundle. */
import texts from './generated/texts.en.json';
import type { TextFile } from './texts';

export function readTexts(): TextFile {
  return texts as unknown as TextFile;
}
