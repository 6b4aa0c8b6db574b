import { assert } from 'chai';
import { commands, DiagnosticSeverity, languages, type TextEdit, Uri } from 'vscode';
import { closeAll, folder, open, problems } from '../harness/documents';
import { eventually, pause } from '../harness/eventually';

describe('several folders with settings of their own', () => {
  after(closeAll);

  const openIn = async (name: string) =>
    (await open(Uri.joinPath(folder(name), 'gitlab-runner', 'config.toml'))).document;

  it('each file is checked by the settings of its folder', async () => {
    const lenient = await openIn('lenient');
    const strict = await openIn('strict');
    await eventually(() => {
      const severities = languages.getDiagnostics(strict.uri).map(({ severity }) => severity);
      assert.deepEqual(severities, [DiagnosticSeverity.Error]);
    });
    await pause(300);
    assert.deepEqual(problems(lenient), []);
  });

  it('each file is formatted by them', async () => {
    const format = async (name: string) =>
      (await commands.executeCommand<TextEdit[] | undefined>(
        'vscode.executeFormatDocumentProvider',
        (
          await openIn(name)
        ).uri,
        { tabSize: 2, insertSpaces: true },
      )) ?? [];
    assert.isNotEmpty(await format('strict'));
    assert.isEmpty(await format('lenient'));
  });
});
