/** How the file of a document is encoded: by what VS Code says, and by its bytes where that is not enough. Free of VS Code. */
import type { FileEncoding } from '../protocol/encoding';
import { decode } from '../server/text/decode';

export interface EncodedDocument {
  /** What VS Code reads and saves it with; versions before 1.100 do not tell. */
  readonly encoding: string | undefined;
  /** The setting `files.encoding`, which need not be that of the document. */
  readonly configured: string;
  readonly text: string;
}

const REPLACEMENT = '\ufffd';

/**
 * The encoding of a document; undefined where nothing is known, and nothing need be: its text is ASCII. `read` gives the bytes of
 * its file, or undefined where they cannot be had; it is asked only when the text leaves a doubt.
 */
export async function encodingOf(
  { encoding, configured, text }: EncodedDocument,
  read: () => Promise<Uint8Array | undefined>,
): Promise<FileEncoding | undefined> {
  const isUnicode = encoding === undefined || isUtf8(encoding);
  if (!isUnicode) return { encoding };
  const isInDoubt = encoding === undefined ? /[\0\u0080-\uffff]/.test(text) : text.includes(REPLACEMENT);
  const bytes = isInDoubt ? await read() : undefined;
  if (!bytes) return encoding === undefined ? undefined : { encoding };
  const { encoding: found, invalidByte } = decode(bytes);
  if (found !== 'utf8') return { encoding: found };
  // Other bytes, and no sign of it in the text: it was read in the encoding that is set, or that VS Code guessed.
  if (invalidByte !== null && !text.includes(REPLACEMENT)) {
    return { encoding: isUtf8(configured) ? 'windows1252' : configured };
  }
  return { encoding: encoding ?? 'utf8', invalidByte };
}

function isUtf8(encoding: string): boolean {
  return encoding === 'utf8' || encoding === 'utf8bom';
}
