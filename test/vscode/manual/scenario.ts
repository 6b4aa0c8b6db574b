import { assert } from 'chai';
import { commands, TabInputWebview, window } from 'vscode';
import { eventually } from '../harness/eventually';

describe('the manual', () => {
  const previews = () =>
    window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof TabInputWebview && input.viewType.includes('markdown.preview'))
      .map(({ label }) => label);

  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [page, file] of [
    ['guide', /guide\.md|README\.md/],
    ['rules', /rules\.md/],
    ['editors', /editors\.md/],
    ['changes', /changelog\.md/i],
  ] as const) {
    it(`opens its page "${page}" as a preview`, async () => {
      await commands.executeCommand('gitlabRunnerConfig.openManual', page);
      await eventually(() => assert.match(previews().join(), file));
    });
  }
});
