/** A web worker cannot read files: there the data are in the bundle. */
import keys from './generated/keys.json';
import texts from './generated/texts.en.json';
import type { Table } from './table';
import type { TextFile } from './texts';

export function readKeyTable(): Table {
  return keys as unknown as Table;
}

export function readTexts(): TextFile {
  return texts as unknown as TextFile;
}
