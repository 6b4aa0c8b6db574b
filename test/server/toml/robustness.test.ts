/** Whatever the text, parsing answers: no exception, in time, with tokens that cover it and ranges inside it. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { counted } from '../../counted';
import { SHARED } from '../../shared';
import { SLACK } from '../../slack';
import { parseAndCheck, quickest } from './parse-and-check';
import { randomSource } from './random-source';

const corpus = `${SHARED}/corpus`;
const skip = existsSync(corpus) ? false : `${corpus} is not here`;

describe('every file of the corpus', { skip }, () => {
  if (skip) return;
  for (const folder of counted(readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory()))) {
    it(`${folder.name}, whole and truncated at 200 places: under 50 ms each`, () => {
      for (const name of counted(readdirSync(`${corpus}/${folder.name}`))) {
        const text = readFileSync(`${corpus}/${folder.name}/${name}`, 'utf8');
        for (let step = 0; step <= 200; step++) {
          const part = text.slice(0, Math.floor((text.length * step) / 200));
          assert.ok(quickest(part, 50 * SLACK) < 50 * SLACK, `${name}, truncated at ${part.length}`);
        }
      }
    });
  }
});

describe('random changes', () => {
  const pieces = [
    ...'[]{}"\'=.,:#\\\n\r\t \u00a0\u3000＝“”a1-_［】｛｝，＃．',
    '"""',
    "'''",
    '[[',
    ']]',
    '\r\n',
    '{{',
    '...',
    '<<<<<<<',
    '---',
    'a = {',
    '\ud800',
    '😀',
    '- ',
    'key:\n  ',
  ];
  const sources = readdirSync('test/fixtures/toml')
    .filter((name) => name.endsWith('.toml'))
    .map((name) => readFileSync(`test/fixtures/toml/${name}`, 'utf8'));

  it('of the fixtures', () => {
    const random = randomSource(20261121);
    const end = performance.now() + 3000;
    for (let round = 0; round < 5000 && performance.now() < end; round++) {
      let text = sources[random(sources.length)] as string;
      for (let change = random(8); change >= 0; change--) {
        const at = random(text.length + 1);
        const removed = random(3) === 0 ? random(20) : 0;
        text = text.slice(0, at) + (pieces[random(pieces.length)] as string) + text.slice(at + removed);
      }
      try {
        parseAndCheck(text);
      } catch (error) {
        throw new Error(`round ${round}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
  });

  it('nothing but such pieces', () => {
    const random = randomSource(42);
    const end = performance.now() + 2000;
    for (let round = 0; round < 5000 && performance.now() < end; round++) {
      const text = Array.from({ length: random(60) }, () => pieces[random(pieces.length)]).join('');
      try {
        parseAndCheck(text);
      } catch (error) {
        throw new Error(`round ${round}: ${JSON.stringify(text)}`, { cause: error });
      }
    }
  });
});
