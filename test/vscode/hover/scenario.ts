import { assert } from 'chai';
import { commands, type Hover, MarkdownString, type Position, type TextDocument, Uri } from 'vscode';
import { closeAll, find, folder, open } from '../harness/documents';
import { eventually } from '../harness/eventually';

describe('hover', () => {
  after(closeAll);

  it('explains the key under the pointer', async () => {
    const { document } = await open(Uri.joinPath(folder('hover'), 'gitlab-runner', 'config.toml'));
    const text = await hoverAt(document, find(document, 'image').translate(0, 2));
    assert.match(text, /^\*\*`image`\*\* — string\n/);
    assert.match(text, /https:\/\/docs\.gitlab\.com\/runner\//);
  });

  it('explains a header', async () => {
    const { document } = await open(Uri.joinPath(folder('hover'), 'gitlab-runner', 'config.toml'));
    assert.include(await hoverAt(document, find(document, 'runners.docker').translate(0, 10)), 'docker');
  });

  it('says nothing where there is nothing to say', async () => {
    const { document } = await open(Uri.joinPath(folder('hover'), 'gitlab-runner', 'config.toml'));
    const hovers = await hoversAt(document, find(document, '\n\n').translate(1, 0));
    assert.deepEqual(hovers, []);
  });
});

async function hoversAt(document: TextDocument, position: Position): Promise<string[]> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap(({ contents }) =>
    contents.map((content) => (content instanceof MarkdownString ? content.value : String(content))),
  );
}

/** The hover's text, once the server answers. */
function hoverAt(document: TextDocument, position: Position): Promise<string> {
  return eventually(async () => {
    const text = (await hoversAt(document, position)).join('\n');
    assert.notEqual(text, '');
    return text;
  });
}
