import { assert } from 'chai';
import { commands, type Hover, Uri, workspace } from 'vscode';
import { closeAll, find, folder, open, problems, replace } from '../harness/documents';
import { eventually } from '../harness/eventually';
import { print } from '../harness/line-reporter';

declare const SLACK: number;

const SIZE = 5_000_000;
/** For the first check of the whole file, and for the check after a change. */
const FIRST_CHECK = 20_000;
const NEXT_CHECK = 5_000;
/** For an answer about one place, right after a change. */
const ANSWER = 5_000;
/** How long the extension host, which all extensions share, may be busy at a stretch. */
const BUSY = 1_000;

describe('a file of 5 MB', function () {
  this.timeout(2 * FIRST_CHECK * SLACK);
  after(closeAll);

  const uri = () => Uri.joinPath(folder('large-file'), 'gitlab-runner', 'large', 'gitlab-runner', 'config.toml');

  it('is checked to its end, while the extension host stays responsive', async () => {
    await workspace.fs.writeFile(uri(), new TextEncoder().encode(large()));
    const watched = watchPauses();
    const started = Date.now();
    const { document } = await open(uri());
    await eventually(() => assert.include(problems(document), 'unknown-key at "limt"'), FIRST_CHECK * SLACK);
    const pause = watched.end();
    print(`    first check: ${Date.now() - started} ms; longest pause of the extension host: ${pause} ms`);
    assert.isAtMost(pause, BUSY * SLACK);
  });

  it('can be edited, and is checked again', async () => {
    const editor = await open(uri());
    const started = Date.now();
    await replace(editor, 'limt = 1', 'limit = 1');
    await eventually(() => assert.isEmpty(problems(editor.document)), NEXT_CHECK * SLACK);
    print(`    checked again after a change: ${Date.now() - started} ms`);
  });

  it('is explained without a wait for what is asked of the whole file', async () => {
    const { document } = await open(uri());
    const position = find(document, 'executor').translate(0, 2);
    const started = Date.now();
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri(), position);
    const waited = Date.now() - started;
    assert.isNotEmpty(hovers);
    print(`    explained while the outline and the links are made anew: ${waited} ms`);
    assert.isAtMost(waited, ANSWER * SLACK);
  });
});

/** Many runners, with one mistake at the end. */
function large(): string {
  const runners: string[] = [];
  for (let size = 0, count = 1; size < SIZE; count++) {
    const text = `[[runners]]
  name = "runner-${count}"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_${count}"
  executor = "docker"
  [runners.docker]
    image = "alpine:3.20"
    volumes = ["/cache", "/srv/cache/of/the/runner:/srv/cache"]
`;
    runners.push(text);
    size += text.length;
  }
  return `concurrent = 100000\n\n${runners.join('\n')}\n[[runners]]\n  executor = "shell"\n  limt = 1\n`;
}

/** Measures the longest time in which no timer ran. */
function watchPauses(): { end(): number } {
  let longest = 0;
  let last = performance.now();
  const beat = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(beat, 10);
  return {
    end() {
      beat();
      clearInterval(timer);
      return Math.round(longest);
    },
  };
}
