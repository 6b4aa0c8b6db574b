/** The messages that the data name: each has a text, and none of them wants an argument that nobody gives. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadSchema } from '../../../server/schema/schema';
import { counted } from '../../counted';
import { said } from '../said';

const texts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync('schemas/texts/en/messages/schema.json', 'utf8'),
);
const read = (name: string) => JSON.parse(readFileSync(`schemas/${name}`, 'utf8'));

function isWhole(id: string): void {
  assert.ok(Object.hasOwn(texts, id), `${id} is not in messages/schema.json`);
  assert.doesNotMatch(texts[id] ?? '', /\{/, id);
}

test('why a table needs a key', () => {
  const required: Record<string, { why: string }[]> = read('required.json');
  const ids = Object.values(required).flatMap((keys) => keys.map(({ why }) => why));
  assert.ok(ids.length > 20);
  for (const id of ids) isWhole(id);
});

test('what to do with a name that belongs to the registration', () => {
  const ids: string[] = Object.values(read('registration-keys.json'));
  assert.ok(ids.length > 10);
  for (const id of ids) isWhole(id);
});

test('defaults in words', () => {
  const { keys } = loadSchema();
  const messages = keys.flatMap(({ defaultText, defaultNote }) => [defaultText ?? [], defaultNote ?? []].flat());
  assert.ok(messages.length > 10);
  for (const message of messages) {
    isWhole(message.id);
    assert.equal(said(message), texts[message.id]);
  }
});

test('no such message is left that the data do not name', () => {
  const data = ['required.json', 'registration-keys.json', 'default-words.json'];
  const named = data.map((name) => readFileSync(`schemas/${name}`, 'utf8')).join();
  const ofRules = ['required.fails', 'required.runner-url', 'required.runner-executor'];
  for (const id of counted(
    Object.keys(texts).filter((id) => /^(?:required|registration|default|default-note)\./.test(id)),
  )) {
    assert.ok(named.includes(`"${id}"`) || ofRules.includes(id), id);
  }
});
