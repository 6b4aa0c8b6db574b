/** Every file of the corpus, cut off somewhere as if the rest were not typed yet: no exception. */
import { test } from 'node:test';
import { counted } from '../../counted';
import { askAll, askAt, check, corpus, inFile, isToml, skip } from './corpus';

/** Up to `count` beginnings of a text. */
function* beginnings(text: string, count: number): Generator<string> {
  const step = Math.max(1, text.length / count);
  for (let end = step; end < text.length; end += step) yield text.slice(0, Math.floor(end));
}

test('no check throws on a file that is cut off at any of 200 places', { skip }, () => {
  for (const { name, text } of corpus()) {
    for (const beginning of beginnings(text, 200)) {
      inFile(`${name} up to ${beginning.length}`, () => check(beginning));
    }
  }
});

test('no feature throws at the end of a file that is cut off', { skip }, () => {
  for (const { name, text } of counted(corpus().filter(isToml))) {
    for (const beginning of beginnings(text, 19)) {
      inFile(`${name} up to ${beginning.length}`, () => {
        const document = check(beginning);
        askAll(document);
        askAt(document, beginning.length);
      });
    }
  }
});
