// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of Terraform and shells are what is tested.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isFilledIn, isFilledInName } from '../../../server/templates/filled-in';
import { SLACK } from '../../slack';
import { PLACES } from './places';

describe('a text with a place that something fills in', () => {
  for (const place of PLACES) {
    it(place, () => {
      assert.equal(isFilledIn(place), true);
      assert.equal(isFilledIn(`docker${place}`), true);
      assert.equal(isFilledIn(`${place}m`), true);
    });
  }
  for (const text of [
    '',
    'docker',
    'docker+autoscaler',
    'a_b__c',
    '100%',
    '5 $',
    'user@host',
    '1 < 2 > 1',
    '^(?P<name>[a-z]{3}$',
    '* * 9-17 * * mon-fri *',
    'runner-%s',
    'if-not-present',
    '[[:alpha:]]',
    '{3}',
    'exchange',
  ])
    it(`not ${JSON.stringify(text)}`, () => assert.equal(isFilledIn(text), false));
});

it('a bare key is one between two underscores', () => {
  assert.equal(isFilledInName('__KEY__'), true);
  assert.equal(isFilledInName('my-__KEY__'), true);
  for (const name of ['key', 'a__b', 'a__b__c', '__key', '____']) assert.equal(isFilledInName(name), false);
});

it('takes linear time', () => {
  for (const piece of ['{{', '${', '$(a', '<a', '__a', '%a', '@a', '{a', '((a', '[[a', '<% ', 'a_', '_'])
    for (const text of [piece.repeat(200_000), `${piece}${'a'.repeat(400_000)}`]) {
      const start = performance.now();
      isFilledIn(text);
      isFilledInName(text);
      assert.ok(performance.now() - start < 200 * SLACK, piece);
    }
});
