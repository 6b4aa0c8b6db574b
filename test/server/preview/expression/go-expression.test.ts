/** Regular expressions of Go and patterns of images: what they match, and that none takes its time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goExpression } from '../../../../server/preview/expression/go-expression';
import { matchesGlob } from '../../../../server/preview/kubernetes/glob';
import { counted } from '../../../counted';
import { randomSource } from '../../toml/random-source';

test('what Go has and JavaScript has not, or has otherwise', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['(?i)ci', 'xCIx', true],
    ['a(?i)b', 'aB', true],
    ['a(?i)b', 'AB', false],
    ['(?i:a)b', 'Ab', true],
    ['(?i:a)b', 'AB', false],
    ['((?i)a)b', 'AB', false],
    ['(?i)a(?-i)b', 'AB', false],
    ['^a$', 'b\na', false],
    ['(?m)^a$', 'b\na\nc', true],
    ['a.b', 'a\nb', false],
    ['(?s)a.b', 'a\nb', true],
    ['\\Aa\\z', 'a', true],
    ['\\Aa\\z', 'a\n', false],
    ['^\\Qa.b+\\E+$', 'a.b+++', true],
    ['^\\Qa.b\\E$', 'axb', false],
    ['^[[:alpha:]]+$', 'abc', true],
    ['^[[:^alpha:]]+$', '12-', true],
    ['^[[:^alpha:]]+$', '1a', false],
    ['^[]a]+$', ']a', true],
    ['^[^]a]+$', 'bc', true],
    ['^[a\\-z]+$', 'a-z', true],
    ['^[a\\-z]+$', 'b', false],
    ['^[+--]+$', '+,-', true],
    ['^\\s$', '\v', false],
    ['^\\s$', '\u00a0', false],
    ['^\\pL+$', 'äß', true],
    ['^\\p{Greek}+$', 'αβ', true],
    ['^\\P{Greek}+$', 'ab', true],
    ['^\\p{^Greek}+$', 'ab', true],
    ['^\\101\\x42\\x{43}$', 'ABC', true],
    ['^(?P<n>a)(?<m>b)$', 'ab', true],
    ['^(?:a|b){2,3}$', 'aba', true],
    ['^(?:a|b){2,3}$', 'abab', false],
    ['^a{2,}$', 'aaa', true],
    ['^a{2}$', 'aaa', false],
    ['^a{,2}$', 'a{,2}', true],
    ['^(a*)*$', 'aab', false],
    ['^(|a)+$', 'aa', true],
    ['^.$', '😀', true],
    ['\\bfoo\\b', 'afoob', false],
    ['\\Boo', 'foo', true],
    ['', 'anything', true],
    ['a||b', 'x', true],
    ['^[\\w.-]+$', 'a_b.c-d', true],
  ];
  for (const [expression, text, matches] of counted(cases)) {
    assert.equal(goExpression(expression).matchesIn(text), matches, `${expression} on ${JSON.stringify(text)}`);
  }
});

test('expressions of both languages, drawn by chance, match what those of JavaScript do', () => {
  const below = randomSource(15);
  const pick = (items: readonly string[]) => items[below(items.length)] ?? '';
  const made = (depth: number): string => {
    if (depth === 0) return pick(['a', 'b', '.', '[ab]', '[^a]', '\\d', '\\bb', '^', '$', 'c', '\\.']);
    const [one, other] = [made(depth - 1), made(depth - 1)];
    const form = pick(['both', 'either', 'some', 'count', 'group']);
    if (form === 'both') return one + other;
    if (form === 'either') return `(?:${one}|${other})`;
    if (form === 'group') return `(${one})${other}`;
    return `(?:${one})${form === 'some' ? pick(['*', '+', '?', '*?']) : pick(['{2}', '{1,2}', '{0,1}', '{2,}'])}`;
  };
  for (let times = 0; times < 2000; times++) {
    const expression = made(3);
    const text = Array.from({ length: below(7) }, () => pick(['a', 'b', 'c', '1', '.', '\n'])).join('');
    const expected = new RegExp(expression, 'u').test(text);
    assert.equal(goExpression(expression).matchesIn(text), expected, `${expression} on ${JSON.stringify(text)}`);
  }
});

test('no expression and no pattern takes its time', () => {
  const long = 'a'.repeat(5000);
  const before = process.cpuUsage().user;
  for (const expression of counted([
    '^(a+)+$',
    '^(a|a)*$',
    '^(a*)*b$',
    '^(a|aa)+$',
    '(.*)*x(.*)*y',
    '^(([a-z])+.)+[A-Z]$',
  ])) {
    assert.equal(goExpression(expression).matchesIn(`${long}!`), false, expression);
  }
  assert.equal(goExpression('^(?:a{1000}){0,1}$').matchesIn(long), false);
  assert.equal(matchesGlob(`${'*a'.repeat(30)}b`, long), false);
  assert.equal(matchesGlob(`${'**/'.repeat(30)}b`, 'a/'.repeat(1000)), false);
  const milliseconds = (process.cpuUsage().user - before) / 1000;
  assert.ok(milliseconds < 3000, `${milliseconds} ms`);
});
