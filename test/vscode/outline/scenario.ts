import { assert } from 'chai';
import { commands, type DocumentSymbol, type FoldingRange, Uri } from 'vscode';
import { closeAll, folder, open } from '../harness/documents';
import { eventually } from '../harness/eventually';

describe('outline', () => {
  after(closeAll);

  it('shows the runners by their names, and what is in them', async () => {
    const { document } = await open(Uri.joinPath(folder('outline'), 'gitlab-runner', 'config.toml'));
    await eventually(async () => {
      const symbols = await commands.executeCommand<DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      assert.deepEqual(symbols?.map(tree), EXPECTED);
    });
  });

  it('its tables fold', async () => {
    const { document } = await open(Uri.joinPath(folder('outline'), 'gitlab-runner', 'config.toml'));
    const ranges = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
    const folded = ranges.map(({ start }) => document.lineAt(start).text.trim());
    assert.includeMembers(folded, ['[[runners]]', '[runners.docker]']);
  });
});

type Tree = string | { [name: string]: Tree[] };

function tree({ name, children }: DocumentSymbol): Tree {
  return children.length === 0 ? name : { [name]: children.map(tree) };
}

const EXPECTED: Tree[] = [
  'concurrent',
  { 'docker (docker)': ['name', 'url', 'token', 'executor', { docker: ['image'] }] },
];
