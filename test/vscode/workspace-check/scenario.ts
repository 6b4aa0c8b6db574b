import { assert } from 'chai';
import { commands, languages, Uri, workspace } from 'vscode';
import { closeAll, folder, open } from '../harness/documents';
import { eventually } from '../harness/eventually';

const CHECK = 'gitlabRunnerConfig.checkWorkspace';

/** Codes of our problems in a file, open or not. */
function codesIn(uri: Uri) {
  return languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'gitlab-runner')
    .map(({ code }) => (typeof code === 'object' ? code.value : code));
}

const codesBecome = (uri: Uri, codes: readonly string[], patience?: number) =>
  eventually(() => assert.deepEqual(codesIn(uri), [...codes]), patience);

/** Where nothing was asked before, the check starts the server; in a browser that takes its time on a busy machine. */
const WITH_START = 60_000;

describe('a check of all configurations in the workspace', () => {
  const at = (...path: string[]) => Uri.joinPath(folder('workspace-check'), ...path);
  const write = (uri: Uri, text: string) => workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  afterEach(closeAll);

  it('shows the problems of files that nobody has opened', async () => {
    // Its answer waits until somebody looks at what it said.
    void commands.executeCommand(CHECK);
    await codesBecome(at('gitlab-runner', 'config.toml'), ['unknown-key'], WITH_START);
    await codesBecome(at('charts', 'values.yaml'), ['unknown-key']);
    assert.deepEqual(codesIn(at('other', 'Cargo.toml')), []);
    assert.deepEqual(
      workspace.textDocuments.filter(({ uri }) => uri.scheme === 'file' && /toml/.test(uri.path)),
      [],
    );
  });

  it('shows each once while the file is open, and again when it is closed', async () => {
    const file = at('gitlab-runner', 'config.toml');
    void commands.executeCommand(CHECK);
    await codesBecome(file, ['unknown-key']);
    const { document } = await open(file);
    await eventually(() => assert.equal(document.languageId, 'gitlab-runner-config'));
    await codesBecome(file, ['unknown-key']);
    await closeAll();
    await codesBecome(file, ['unknown-key']);
  });

  it('follows what happens to a file on the disk', async () => {
    // In a folder that is there: what is written right after its folder was made, VS Code's watcher on Linux may miss.
    const file = at('other', 'config.toml');
    await write(file, '[[runners]]\n  limt = 3\n');
    void commands.executeCommand(CHECK);
    await codesBecome(file, ['unknown-key']);
    await write(file, '[[runners]]\n  limit = "3"\n');
    await codesBecome(file, ['wrong-type']);
    await workspace.fs.delete(file);
    await codesBecome(file, []);
  });
});
