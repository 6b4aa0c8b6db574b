import { assert } from 'chai';
import { type CompletionList, commands, DiagnosticSeverity, languages } from 'vscode';
import snippets from '../../../snippets/gitlab-runner-config.json';
import { acceptSuggestion, type } from '../harness/completing';
import { closeAll, folder, openNew } from '../harness/documents';
import { eventually } from '../harness/eventually';

describe('snippets', () => {
  afterEach(closeAll);

  it('are suggested by their prefix, and their places are visited by Tab', async () => {
    const editor = await openNew(folder('snippets'), '|\n');
    await type('runner-shell');
    await acceptSuggestion(editor);
    await eventually(() => assert.match(editor.document.getText(), /^\[\[runners\]\]\n {2}name = "shell"\n/));
    await type('mine');
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await type('https://git.example.org');
    await commands.executeCommand('leaveSnippet');
    assert.match(
      editor.document.getText(),
      /^\[\[runners\]\]\n {2}name = "mine"\n {2}url = "https:\/\/git\.example\.org"\n/,
    );
  });

  it('are not suggested behind a key, where Enter would put a block in place of a value', async () => {
    for (const [text, isOffered] of [
      ['[[runners]]\n  docker|', true],
      ['[[runners]]\n  name = docker|', false],
      ['[[runners]]\n  name = |', false],
      ['[[runners]]\n  name = "docker|"', false],
      ['[[runners]]\n  pre_build_script = """\n  docker|', false],
    ] as const) {
      const { document, selection } = await openNew(folder('snippets'), text);
      const labels = await eventually(async () => {
        const { items } = await commands.executeCommand<CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          selection.active,
        );
        const found = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
        // They are read at the first request.
        if (isOffered) assert.include(found, 'dind');
        return found;
      });
      assert.equal(labels.includes('dind'), isOffered, text);
    }
  });

  it('each that begins a file or a runner makes a configuration without an error', async () => {
    const names = Object.keys(snippets).filter((name) => name === 'New file' || name.startsWith('Runner: '));
    assert.isAbove(names.length, 10);
    const editor = await openNew(folder('snippets'), '|');
    for (const name of names) {
      await commands.executeCommand('editor.action.selectAll');
      await commands.executeCommand('editor.action.insertSnippet', { langId: 'gitlab-runner-config', name });
      await commands.executeCommand('leaveSnippet');
      const text = editor.document.getText();
      assert.match(text, name === 'New file' ? /^concurrent = 4\n/ : /^\[\[runners\]\]\n/, name);
      assert.notMatch(text, /\$\{?\d/, `${name}: a placeholder was not expanded`);
      // The sign that the server has seen this text: a mistake of ours at its end.
      await editor.edit((edit) => edit.insert(editor.document.positionAt(text.length), '\nprobe_of_the_test = 1\n'));
      await eventually(() => {
        const found = languages.getDiagnostics(editor.document.uri);
        const texts = found.map(({ range }) => editor.document.getText(range));
        assert.include(texts, 'probe_of_the_test', name);
        const errors = found.filter(({ severity }) => severity === DiagnosticSeverity.Error);
        assert.deepEqual(
          errors.map(({ message }) => message),
          [],
          name,
        );
      });
    }
  });
});
