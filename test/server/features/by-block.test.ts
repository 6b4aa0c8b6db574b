/** Answers about a whole file, put together of its blocks, are those about its text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldsOf, linksOf, symbolsOf } from '../../../server/features/by-block';
import { documentLinks } from '../../../server/features/document-links';
import { documentSymbols } from '../../../server/features/document-symbols';
import { foldingRanges } from '../../../server/features/folding-ranges';
import { parsedBlocks } from '../../../server/meaning/block';
import { readConfiguration } from '../../../server/meaning/configuration';
import { createDocument } from '../../../server/meaning/create-document';
import { context } from '../findings';

const runner = (index: number) =>
  `[[runners]]\n  name = "runner-${index}" # no. ${index}\n  url = "https://gitlab.example.com"\n  [runners.docker]\n    image = "alpine"\n`;
const runners = (count: number) => Array.from({ length: count }, (_, index) => runner(index)).join('\n');

const texts: Record<string, string> = {
  'a few runners': `concurrent = 1\n\n${runners(3)}`,
  'runners without globals': runners(3),
  'an outline without keys': `concurrent = 1\n\n${runners(1_400)}`,
  'an outline of its top, all of it': `concurrent = 1\n\n${runners(4_999)}`,
  'an outline of its top, one too many': `concurrent = 1\n\n${runners(5_000)}`,
  'a large text': `concurrent = 1\n[session_server]\n  session_timeout = 1\n\n${runners(9_000)}\n# the end\n`,
  'a large text without globals': runners(9_000),
};

for (const [name, text] of Object.entries(texts)) {
  test(name, () => {
    const configuration = readConfiguration(createDocument('file:///config.toml', text));
    assert.ok(configuration.blocks.length > 1);
    const whole = createDocument('file:///config.toml', text);
    assert.deepEqual(symbolsOf(configuration, context), documentSymbols(whole, context));
    assert.deepEqual(foldsOf(configuration), foldingRanges(whole));
    assert.deepEqual(linksOf(configuration), documentLinks(whole));
  });
}

// Those at the ends of what the outline does not show may have been forgotten, and are read again for their places.
test('of a large text that changed in one runner one block is read, or three', () => {
  const text = texts['a large text'] as string;
  const before = readConfiguration(createDocument('file:///config.toml', text));
  const ask = (of: typeof before) => [symbolsOf(of, context), foldsOf(of), linksOf(of)];
  ask(before);
  parsedBlocks.count = 0;
  const changed = text.replace('name = "runner-4000"', 'name = "runner-forty"');
  ask(readConfiguration(createDocument('file:///config.toml', changed), before));
  assert.ok(parsedBlocks.count <= 3, String(parsedBlocks.count));
});
