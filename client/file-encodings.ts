import { Disposable, type TextDocument, type Uri, workspace } from 'vscode';
import type { EncodingParams } from '../protocol/encoding';
import { encodingOf } from './encoding-of';

/** Keeps the server up to date on how the files of the open documents are encoded: it sees their text alone. */
export class FileEncodings implements Disposable {
  /** What the server was told last. */
  private readonly told = new Map<string, string>();
  private readonly subscriptions: Disposable;

  constructor(
    private readonly isOpen: (uri: string) => boolean,
    private readonly tell: (params: EncodingParams) => void,
  ) {
    this.subscriptions = Disposable.from(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // No change of the text: it is to be saved with another encoding. And a file that changes on the disk is read again.
        if (contentChanges.length === 0 || contentChanges.some(({ text }) => text.includes('\ufffd')))
          this.look(document);
      }),
      workspace.onDidSaveTextDocument((document) => this.look(document)),
    );
  }

  /** A document was opened in the server, which knows nothing of it. */
  opened(uri: string): void {
    this.told.delete(uri);
    const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
    if (document) this.look(document);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private look(document: TextDocument): void {
    const uri = document.uri.toString();
    if (!this.isOpen(uri)) return;
    const opened = {
      // Since VS Code 1.100.
      encoding: (document as { readonly encoding?: string }).encoding,
      configured: workspace.getConfiguration('files', document).get<string>('encoding', 'utf8'),
      text: document.getText(),
    };
    encodingOf(opened, () => bytesOf(document.uri))
      .then((encoding) => {
        const known = JSON.stringify(encoding ?? {});
        // Nothing said is UTF-8: most documents cost no message.
        const before = this.told.get(uri) ?? JSON.stringify({ encoding: 'utf8' });
        if (!encoding || known === before || !this.isOpen(uri)) return;
        this.told.set(uri, known);
        this.tell({ uri, ...encoding });
      })
      .catch((error: unknown) => console.error(`${uri}: ${error}`));
  }
}

/** The bytes of a file by the file system that its scheme has, as a virtual workspace has its own. */
async function bytesOf(uri: Uri): Promise<Uint8Array | undefined> {
  if (workspace.fs.isWritableFileSystem(uri.scheme) === undefined) return undefined;
  try {
    return await workspace.fs.readFile(uri);
  } catch {
    // Not there any more, or not yet.
    return undefined;
  }
}
