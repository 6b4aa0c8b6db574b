/**
 * Client to server: how the bytes of a document's file are read, which its text does not tell. Nothing said: it is UTF-8, and
 * nobody looked at its bytes.
 */
export const ENCODING_NOTIFICATION = 'gitlabRunnerConfig/encoding';

/** How the bytes of a file become its text, and the text its bytes again. */
export interface FileEncoding {
  /** As VS Code calls it: `utf8`, `utf8bom`, `utf16le`, `windows1252`. */
  readonly encoding: string;
  /** Of UTF-8, where somebody looked: the first byte that is none, shown as U+FFFD in the text; null where there is no such byte. */
  readonly invalidByte?: number | null;
}

export interface EncodingParams extends FileEncoding {
  readonly uri: string;
}
