/** *Compare Preview with HEAD* in a real repository, by VS Code's own extension for Git. */
import { assert } from 'chai';
import { commands, extensions, TabInputTextDiff, Uri, window, workspace } from 'vscode';
import { closeAll, folder, open, replace } from '../harness/documents';
import { eventually, pause } from '../harness/eventually';

const COMPARE = 'gitlabRunnerConfig.comparePreviewWithHead';

interface Repository {
  add(paths: string[]): Promise<void>;
  commit(message: string): Promise<void>;
  setConfig(key: string, value: string): Promise<string>;
}

interface GitExtension {
  getAPI(version: 1): {
    readonly state: string;
    init(root: Uri): Promise<Repository | null>;
    getRepository(uri: Uri): Repository | null;
  };
}

function configuration(limit: number): string {
  return `[[runners]]
  name = "pods"
  executor = "kubernetes"
  [runners.kubernetes]
    image = "alpine:3.22"
    cpu_limit = "${limit}"
`;
}

describe('the preview of what was committed', () => {
  const root = () => Uri.joinPath(folder('preview-head'), 'repository');
  const file = (name: string) => Uri.joinPath(root(), name);
  const write = (uri: Uri, text: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  afterEach(closeAll);

  it('is that of no file outside of a repository', async () => {
    const outside = Uri.joinPath(folder('preview-head'), 'outside', 'config.toml');
    await write(outside, configuration(2));
    await assertNothingCompared(outside);
  });

  it('stands beside that of the file as it is now', async function () {
    this.timeout(90_000);
    const git = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
    if (!git) {
      console.log('*** There is no extension for Git in this host: previews of HEAD are NOT tested. ***');
      return this.skip();
    }
    const api = git.getAPI(1);
    await eventually(() => assert.equal(api.state, 'initialized'));
    await write(file('config.toml'), configuration(2));
    const repository = (await api.init(root())) ?? api.getRepository(root());
    assert.isOk(repository, 'a repository was made');
    await repository.setConfig('user.name', 'Test');
    await repository.setConfig('user.email', 'test@example.com');
    await repository.setConfig('commit.gpgsign', 'false');
    await repository.add([file('config.toml').fsPath]);
    await repository.commit('Add a runner');
    const editor = await open(file('config.toml'));
    await replace(editor, '"2"', '"4"');
    await commands.executeCommand(COMPARE);
    await assertCompared('cpu: "2"', 'cpu: "4"');

    // What is committed while the comparison is open is what it compares with.
    await write(file('config.toml'), configuration(4));
    await repository.add([file('config.toml').fsPath]);
    await repository.commit('Ask for more');
    await assertCompared('cpu: "4"', 'cpu: "4"');

    // What is not committed has nothing that it could be compared with.
    await closeAll();
    await write(file('config.other.toml'), configuration(3));
    await assertNothingCompared(file('config.other.toml'));
  });
});

async function assertCompared(before: string, after: string): Promise<void> {
  await eventually(() => {
    const { input, label } = window.tabGroups.activeTabGroup.activeTab ?? {};
    if (!(input instanceof TabInputTextDiff)) assert.fail('no difference is shown');
    assert.match(label ?? '', /HEAD/);
    assert.include(textAt(input.original), before);
    assert.include(textAt(input.modified), after);
  });
}

async function assertNothingCompared(uri: Uri): Promise<void> {
  await open(uri);
  await commands.executeCommand(COMPARE);
  await pause(500);
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  assert.isFalse(tabs.some(({ input }) => input instanceof TabInputTextDiff));
}

function textAt(uri: Uri): string {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.getText() ?? '';
}
