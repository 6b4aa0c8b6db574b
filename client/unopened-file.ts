/** What a file that no editor has open would be to us. Free of VS Code. */
import type { UnopenedFile } from '../protocol/check';
import { containerOfName } from '../server/containers/kinds';
import { containerOfTemplate } from '../server/containers/template-files';
import { TOML_LANGUAGE } from '../server/containers/toml-file/names';
import { recognize } from '../server/containers/toml-file/recognition';
import { decode } from '../server/text/decode';
import { LANGUAGE_ID } from './names';
import { type Choice, type Mode, treat } from './treatment';

/** What the settings say of a file. */
export interface Rules {
  readonly mode: Mode;
  /** Whether the setting is on without which files of a kind are not read. */
  isTurnedOn(setting: 'markdown'): boolean;
}

/** A file as it would be served if it were opened; undefined where it would be left alone, or the user be asked first. */
export function servedAs(
  path: string,
  bytes: Uint8Array,
  choice: Choice,
  { mode, isTurnedOn }: Rules,
): Pick<UnopenedFile, 'languageId' | 'text' | 'encoding'> | undefined {
  const { text, ...encoding } = decode(bytes);
  const container = containerOfName(path) ?? containerOfTemplate(path, text);
  const isAtOurPath = recognize({ path, languageId: TOML_LANGUAGE, text: '' }).verdict === 'path';
  const languageId = container?.languages[0] ?? (isAtOurPath ? LANGUAGE_ID : TOML_LANGUAGE);
  const setting = container?.setting;
  const opened = { languageId, path, text, isOwned: true, isTurnedOn: setting !== undefined && isTurnedOn(setting) };
  return treat(opened, choice, mode).handling === 'serve' ? { languageId, text, encoding } : undefined;
}
