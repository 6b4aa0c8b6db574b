import { assert } from 'chai';
import { ConfigurationTarget, commands, DiagnosticSeverity, languages, type TextEdit, Uri, workspace } from 'vscode';
import { closeAll, folder, open, problems, problemsBecome } from '../harness/documents';
import { eventually, pause } from '../harness/eventually';

describe('settings, changed while files are open', () => {
  afterEach(async () => {
    for (const name of ['severity', 'recognition', 'format.enable']) await set(name, undefined);
    await closeAll();
  });

  it('severity: a diagnostic gets another severity, goes, and comes back', async () => {
    const { document } = await openFile('gitlab-runner/config.toml');
    const severities = () => languages.getDiagnostics(document.uri).map(({ severity }) => severity);
    await eventually(() => assert.deepEqual(severities(), [DiagnosticSeverity.Warning]));
    await set('severity', { 'unknown-key': 'error' });
    await eventually(() => assert.deepEqual(severities(), [DiagnosticSeverity.Error]));
    await set('severity', { 'unknown-key': 'off' });
    await eventually(() => assert.deepEqual(severities(), []));
    await set('severity', undefined);
    await eventually(() => assert.deepEqual(severities(), [DiagnosticSeverity.Warning]));
  });

  it('recognition "never": a file is not taken by its content, one at a well-known path is', async () => {
    await set('recognition', 'never');
    const { document: byContent } = await openFile('etc/by-content.toml');
    await pause(500);
    assert.equal(byContent.languageId, 'toml');
    assert.deepEqual(problems(byContent), []);
    const { document: byPath } = await openFile('gitlab-runner/config.toml');
    await problemsBecome(byPath, ['unknown-key at "limt"']);

    await set('recognition', 'automatic');
    // It is open, and is taken now.
    await problemsBecome(byContent, ['unknown-key at "limt"']);
  });

  it('format.enable: formatting stops and begins again', async () => {
    const { document } = await openFile('gitlab-runner/config.toml');
    await problemsBecome(document, ['unknown-key at "limt"']);
    const edits = async () =>
      (await commands.executeCommand<TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', document.uri, {
        tabSize: 2,
        insertSpaces: true,
      })) ?? [];
    assert.isNotEmpty(await edits());
    await set('format.enable', false);
    await eventually(async () => assert.isEmpty(await edits()));
    await set('format.enable', true);
    await eventually(async () => assert.isNotEmpty(await edits()));
  });
});

const openFile = (path: string) => open(Uri.joinPath(folder('settings'), path));

function set(name: string, value: unknown): Thenable<void> {
  const settings = workspace.getConfiguration('gitlabRunnerConfig', folder('settings'));
  return settings.update(name, value, ConfigurationTarget.WorkspaceFolder);
}
