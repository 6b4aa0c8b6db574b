/** From a keystroke to its diagnostics, without the protocol: medians in a `config.toml` and in Helm values. Started by run.mjs. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Service } from '../server/service';
import { median } from '../test/server/toml/stopwatch';
import { runnersDocument } from './runners-document';

const indented = (text: string) => text.replaceAll(/^(?=.)/gm, '    ');
const files: Record<string, (config: string) => [string, string]> = {
  'config.toml': (config) => ['file:///config.toml', config],
  'values.yaml': (config) => ['file:///values.yaml', `runners:\n  config: |\n${indented(config)}`],
};

/** Types a character at the end of a name in the middle of a file, and takes it out again. */
function keystrokes(uri: string, text: string): () => void {
  const service = new Service();
  const document = TextDocument.create(uri, 'toml', 1, text);
  const place = text.indexOf('"', text.indexOf('name = "runner-', text.length / 2) + 8);
  let version = 1;
  const type = () => {
    const typed = version % 2 === 1;
    const range = {
      start: document.positionAt(place),
      end: document.positionAt(typed ? place : place + 1),
    };
    version++;
    TextDocument.update(document, [{ range, text: typed ? 'x' : '' }], version);
    service.diagnostics(document);
  };
  service.diagnostics(document);
  return type;
}

console.log('\nA keystroke without the protocol, median of 60 in milliseconds\n');
console.log(['runners', ...Object.keys(files)].map((title) => title.padStart(12)).join(''));
for (const count of [1, 100, 1000]) {
  const cells = Object.values(files).map((file) =>
    median(keystrokes(...file(runnersDocument(count))), 60, 20).toFixed(2),
  );
  console.log([String(count), ...cells].map((cell) => cell.padStart(12)).join(''));
}
