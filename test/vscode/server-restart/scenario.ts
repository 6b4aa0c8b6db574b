import { assert } from 'chai';
import { commands, type TextEditor, Uri } from 'vscode';
import { closeAll, folder, open, openNew, problemsBecome, replace } from '../harness/documents';
import { eventually } from '../harness/eventually';
import { canEndServer, endServer, serverProcess } from './server-process';

declare const SLACK: number;

describe('the server', function () {
  this.timeout(60_000 * SLACK);
  after(closeAll);

  let editor: TextEditor;
  before(async () => {
    editor = await open(Uri.joinPath(folder('server-restart'), 'gitlab-runner', 'config.toml'));
    await replace(editor, 'image =', 'imgae =');
    await problemsBecome(editor.document, ['unknown-key at "imgae"']);
  });

  it('is started again by the command, and knows what is open and not saved', async () => {
    const old = await serverProcess();
    await commands.executeCommand('gitlabRunnerConfig.restartServer');
    if (canEndServer) {
      await eventually(async () => {
        const now = await serverProcess();
        assert.ok(now && now !== old, `the server is still ${old}`);
      });
    }
    await answers('imgae', 'imgea');
    await answers('imgea', 'imgae');
  });

  it('is started again when it is killed, and the diagnostics come back', async function () {
    if (!canEndServer) return this.skip();
    const pid = (await serverProcess()) ?? assert.fail('The server does not run.');
    endServer(pid);
    await eventually(async () => {
      const now = await serverProcess();
      assert.ok(now && now !== pid, `the server is still ${pid}`);
    });
    await answers('imgae', 'imgea');
    await answers('imgea', 'imgae');
  });

  it('that dies again and again is given up, and comes back by the command', async function () {
    if (!canEndServer) return this.skip();
    // The language client starts it again four times in three minutes; the test before was the first.
    for (let death = 2; death <= 5; death++) {
      const pid = await eventually(
        async () => (await serverProcess()) ?? assert.fail(`no server before death ${death}`),
      );
      endServer(pid);
      await eventually(async () => assert.notEqual(await serverProcess(), pid));
    }
    assert.isUndefined(await serverProcess(), 'it was started a fifth time');
    await commands.executeCommand('gitlabRunnerConfig.restartServer');
    await answers('imgae', 'imgea');
  });

  it('serves files that are opened afterwards', async () => {
    const { document } = await openNew(folder('server-restart'), '[[runners]]\n  limt = 1\n');
    await problemsBecome(document, ['unknown-key at "limt"']);
  });

  /** Changes the key and waits for the diagnostic, which only a server that knows the present text can give. */
  async function answers(from: string, to: string): Promise<void> {
    editor = await open(editor.document.uri);
    await replace(editor, from, to);
    await problemsBecome(editor.document, [`unknown-key at "${to}"`]);
  }
});
