import { assert } from 'chai';
import { commands, type TextDocument, Uri, workspace } from 'vscode';
import { closeAll, folder, open, problems, problemsBecome } from '../harness/documents';
import { eventually, pause } from '../harness/eventually';

/** Each character is one byte, as in Latin-1. */
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string) => bytes(`\xff\xfe${[...text].map((character) => `${character}\0`).join('')}`);

async function openBytes(name: string, content: Uint8Array): Promise<TextDocument> {
  const uri = Uri.joinPath(folder('encoding'), 'written', name, 'gitlab-runner', 'config.toml');
  await workspace.fs.writeFile(uri, content);
  return (await open(uri)).document;
}

/** VS Code tells since 1.100 how a document is encoded. */
const encodingOf = (document: TextDocument) => (document as { encoding?: string }).encoding;

describe('encoding', () => {
  after(closeAll);

  it('a byte that is not UTF-8 is one error, where VS Code shows U+FFFD', async () => {
    const document = await openBytes('latin1', bytes('concurrent = 4\n[[runners]]\n  name = "caf\xe9"\n'));
    assert.include(document.getText(), '\ufffd');
    await problemsBecome(document, ['not-utf8 at "\ufffd"']);
  });

  it('U+FFFD that is in the file is none', async () => {
    const document = await openBytes('meant', new TextEncoder().encode('# \ufffd\nlimt = 4\n'));
    await problemsBecome(document, ['unknown-key at "limt"']);
  });

  it('vanishes when the file is written as UTF-8', async () => {
    const document = await openBytes('mended', bytes('# caf\xe9\nconcurrent = 4\n'));
    await problemsBecome(document, ['not-utf8 at "\ufffd"']);
    await workspace.fs.writeFile(document.uri, new TextEncoder().encode('# café\nconcurrent = 4\n'));
    // As soon as VS Code sees that the file has changed it reads it again; that it sees it nobody promises.
    await eventually(async () => {
      await commands.executeCommand('workbench.action.files.revert');
      assert.include(document.getText(), 'é');
    });
    await problemsBecome(document, []);
  });

  it('UTF-16 is one error, though VS Code shows it well', async () => {
    const document = await openBytes('utf16', utf16('concurrent = 4\n'));
    assert.equal(document.getText(), 'concurrent = 4\n');
    await problemsBecome(document, ['not-utf8 at "c"']);
    assert.equal(encodingOf(document), 'utf16le');
  });

  it('another encoding is an error at its first character', async () => {
    const uri = Uri.joinPath(folder('encoding'), 'written', 'set', 'gitlab-runner', 'config.toml');
    const settings = workspace.getConfiguration('files', uri);
    await settings.update('encoding', 'windows1252', true);
    try {
      const document = await openBytes('set', bytes('# a\nconcurrent = 4 # \xe9\n'));
      assert.include(document.getText(), 'é');
      await problemsBecome(document, ['not-utf8 at "é"']);
    } finally {
      await settings.update('encoding', undefined, true);
    }
  });

  it('UTF-8 is none, with and without its mark', async () => {
    for (const [name, mark] of [
      ['plain', ''],
      ['marked', '\ufeff'],
    ] as const) {
      const document = await openBytes(name, new TextEncoder().encode(`${mark}# é\nlimt = 4\n`));
      await problemsBecome(document, ['unknown-key at "limt"']);
      await pause(200);
      assert.deepEqual(problems(document), ['unknown-key at "limt"']);
    }
  });
});
