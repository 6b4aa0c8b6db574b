/** Keys and their parts: names, spans, and what is wrong with them, on the exact characters. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseToml } from '../../../server/toml/parser';
import { counted } from '../../counted';

interface Read {
  /** Each part as `name ⟦its characters⟧`. */
  readonly parts: readonly string[];
  /** Each problem as `code ⟦its characters⟧`. */
  readonly problems: readonly string[];
}

/** The first key of a text. */
function read(text: string): Read {
  const { sections, problems } = parseToml(text);
  const [key] = sections.flatMap(({ header, pairs }) => [
    ...(header ? [header.key] : []),
    ...pairs.map((pair) => pair.key),
  ]);
  assert.ok(key, text);
  assert.deepEqual([key.start, key.end], [key.segments[0]?.start, key.segments.at(-1)?.end], text);
  return {
    parts: key.segments.map(({ name, start, end }) => `${name} ⟦${text.slice(start, end)}⟧`),
    problems: problems.map(({ code, start, end }) => `${code} ⟦${text.slice(start, end)}⟧`),
  };
}

function check(cases: Readonly<Record<string, Read>>): void {
  for (const [text, wanted] of counted(Object.entries(cases))) assert.deepEqual(read(text), wanted, text);
}

describe('a key', () => {
  it('has parts between dots, with white space or without', () =>
    check({
      'a.b = 1': { parts: ['a ⟦a⟧', 'b ⟦b⟧'], problems: [] },
      'a . b = 1': { parts: ['a ⟦a⟧', 'b ⟦b⟧'], problems: [] },
      '"a"."b c" = 1': { parts: ['a ⟦"a"⟧', 'b c ⟦"b c"⟧'], problems: [] },
      "'a'.b = 1": { parts: ["a ⟦'a'⟧", 'b ⟦b⟧'], problems: [] },
    }));

  it('misses a part where its dot has no neighbour', () =>
    check({
      'a..b = 1': { parts: ['a ⟦a⟧', ' ⟦⟧', 'b ⟦b⟧'], problems: ['missing-key-name ⟦.⟧'] },
      '.a = 1': { parts: [' ⟦⟧', 'a ⟦a⟧'], problems: ['missing-key-name ⟦.⟧'] },
      'a. = 1': { parts: ['a ⟦a⟧', ' ⟦⟧'], problems: ['missing-key-name ⟦.⟧'] },
      '= 1': { parts: [' ⟦⟧'], problems: ['missing-key-name ⟦=⟧'] },
    }));

  it('misses one in a header too, where an empty header is its own problem', () =>
    check({
      '[a.]': { parts: ['a ⟦a⟧', ' ⟦⟧'], problems: ['missing-key-name ⟦.⟧'] },
      '[a..b]': { parts: ['a ⟦a⟧', ' ⟦⟧', 'b ⟦b⟧'], problems: ['missing-key-name ⟦.⟧'] },
      '[.a]': { parts: [' ⟦⟧', 'a ⟦a⟧'], problems: ['missing-key-name ⟦.⟧'] },
      '[]': { parts: [' ⟦⟧'], problems: ['empty-header ⟦[]⟧'] },
    }));

  it('is one mistake with all that touches it', () =>
    check({
      'k8s/app = 1': { parts: ['k8s/app ⟦k8s/app⟧'], problems: ['bad-key ⟦k8s/app⟧'] },
      'k8s/app  = 1': { parts: ['k8s/app ⟦k8s/app⟧'], problems: ['bad-key ⟦k8s/app⟧'] },
      'k8s/app.x = 1': { parts: ['k8s/app ⟦k8s/app⟧', 'x ⟦x⟧'], problems: ['bad-key ⟦k8s/app⟧'] },
      'a.ä.b = 1': { parts: ['a ⟦a⟧', 'ä ⟦ä⟧', 'b ⟦b⟧'], problems: ['bad-key ⟦ä⟧'] },
      '"""a""" = 1': { parts: ['a ⟦"""a"""⟧'], problems: ['bad-key ⟦"""a"""⟧'] },
      "'''a''' = 1": { parts: ["a ⟦'''a'''⟧"], problems: ["bad-key ⟦'''a'''⟧"] },
    }));

  it('has commas and colons in a header only', () =>
    check({
      '[a,b]': { parts: ['a,b ⟦a,b⟧'], problems: ['bad-key ⟦a,b⟧'] },
      '[a:b]': { parts: ['a:b ⟦a:b⟧'], problems: ['bad-key ⟦a:b⟧'] },
      // What Go's struct tags say is no part of the name.
      '[a,omitempty]': { parts: ['a ⟦a,omitempty⟧'], problems: ['bad-key ⟦a,omitempty⟧'] },
      'a.b,omitempty,squash = 1': {
        parts: ['a ⟦a⟧', 'b ⟦b,omitempty,squash⟧'],
        problems: ['bad-key ⟦b,omitempty,squash⟧'],
      },
      'a,b = 1': { parts: ['a ⟦a⟧'], problems: ['missing-equals ⟦a⟧'] },
    }));

  it('is called without the typographic quotes around it; in backticks it is no quoted one', () =>
    check({
      '“a” = 1': { parts: ['a ⟦“a”⟧'], problems: ['smart-quotes ⟦“a”⟧'] },
      '‘a’\t= 1': { parts: ['a ⟦‘a’⟧'], problems: ['smart-quotes ⟦‘a’⟧'] },
      '“a”.b = 1': { parts: ['a ⟦“a”⟧', 'b ⟦b⟧'], problems: ['smart-quotes ⟦“a”⟧'] },
      'a/“b” = 1': { parts: ['a/“b” ⟦a/“b”⟧'], problems: ['bad-key ⟦a/“b”⟧'] },
      '`a` = 1': { parts: ['`a` ⟦`a`⟧'], problems: ['bad-key ⟦`a`⟧'] },
    }));

  it('ends before a full-width sign and before what nobody sees', () =>
    check({
      'a＝1': { parts: ['a ⟦a⟧'], problems: ['unexpected-character ⟦＝⟧'] },
      'a．b = 1': { parts: ['a ⟦a⟧', 'b ⟦b⟧'], problems: ['unexpected-character ⟦．⟧'] },
      'a\u200b = 1': { parts: ['a ⟦a⟧'], problems: ['unexpected-character ⟦\u200b⟧'] },
      'a/b\u200b = 1': { parts: ['a/b ⟦a/b⟧'], problems: ['bad-key ⟦a/b⟧', 'unexpected-character ⟦\u200b⟧'] },
    }));

  it('says how each part is written, a missing one and a bad one too', () => {
    const lines = ['a."b".\'c\'..d/e = 1', '"""f""" = 2', "'''g''' = 3"];
    const [section] = parseToml(`${lines.join('\n')}\n`).sections;
    assert.deepEqual(
      section?.pairs.map(({ key }) => key.segments.map(({ style }) => style)),
      [['bare', 'basic', 'literal', 'bare', 'bare'], ['multiline-basic'], ['multiline-literal']],
    );
  });
});
