/** The range of a completion item holds the cursor and stays on its line, wherever the cursor is: an editor takes no other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Service } from '../../server/service';
import { counted } from '../counted';
import { corpus, skip } from './agreement/corpus';
import { randomSource } from './toml/random-source';

function rangesHold(name: string, languageId: string, source: string, places: number, seed: number): number {
  const random = randomSource(seed);
  const service = new Service({ snippets: true });
  const text = TextDocument.create(`file:///${name}`, languageId, 1, source);
  service.choose(text.uri, 'ours');
  let items = 0;
  for (let place = 0; place < places; place++) {
    const cursor = text.positionAt(random(source.length + 1));
    for (const { textEdit, label } of service.completion(text, cursor)) {
      assert.ok(textEdit && 'range' in textEdit, label);
      const { start, end } = textEdit.range;
      const at = `${label} at ${cursor.line}:${cursor.character} of ${name}`;
      assert.deepEqual([start.line, end.line], [cursor.line, cursor.line], at);
      assert.ok(start.character <= cursor.character && cursor.character <= end.character, at);
      items++;
    }
  }
  return items;
}

const own = `concurrent = 4
[[runners]]
  name = "a"
  executor = "dock
  environment = [
    "A=1"
    "B
  ]
  [runners.docker]
    pull_policy = ["always"
    "image" = "x"
  [runners.
  docker . image = "x"
  cache = { Type = "s3", s3 = { BucketName =  } }
`;

test('at each place of a text with what people leave unfinished', () => {
  const folded = own.replaceAll('\n', '\n\n').replace(/^(?=.)/gm, '    ');
  assert.ok(rangesHold('config.toml', 'gitlab-runner-config', own, 600, 1) > 1000);
  assert.ok(rangesHold('config.toml', 'gitlab-runner-config', own.replaceAll('\n', '\r\n'), 600, 2) > 1000);
  rangesHold('values.yaml', 'yaml', `runners:\n  config: |\n${own.replace(/^(?=.)/gm, '    ')}`, 400, 3);
  rangesHold('values.yaml', 'yaml', `runners:\n  config: >\n${folded}`, 400, 4);
});

test('at some places of real files', { skip }, () => {
  let items = 0;
  const files = counted(corpus().filter(({ text }) => text.length < 20_000));
  for (const [index, { name, text }] of files.entries()) {
    const languageId = /\.ya?ml/.test(name) ? 'yaml' : 'gitlab-runner-config';
    items += rangesHold(name.split('/').at(-1) ?? name, languageId, text, 12, index);
  }
  assert.ok(items > 50 * files.length, `${items} in ${files.length} files`);
});
