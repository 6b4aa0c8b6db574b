/** Characters that look like TOML's own, or like nothing at all. */
import { describe, it } from 'node:test';
import { assertRead } from './reading';

describe('what looks like white space', () => {
  it('is reported from its first to its last code point', () =>
    assertRead({
      'a = [1,\u00a0]\n': { problems: ['unexpected-character.invisible-space ⟦\u00a0⟧'] },
      'a = [1,\u00ad]\n': { problems: ['unexpected-character.invisible ⟦\u00ad⟧'] },
      'a = [1,\u1680]\n': { problems: ['unexpected-character.invisible-space ⟦\u1680⟧'] },
      'a = [1,\u180e]\n': { problems: ['unexpected-character.invisible ⟦\u180e⟧'] },
      'a = [1,\u2000]\n': { problems: ['unexpected-character.invisible-space ⟦\u2000⟧'] },
      'a = [1,\u200f]\n': { problems: ['unexpected-character.invisible ⟦\u200f⟧'] },
      'a = [1,\u2028]\n': { problems: ['unexpected-character.invisible-space ⟦\u2028⟧'] },
      'a = [1,\u202f]\n': { problems: ['unexpected-character.invisible-space ⟦\u202f⟧'] },
      'a = [1,\u205f]\n': { problems: ['unexpected-character.invisible-space ⟦\u205f⟧'] },
      'a = [1,\u206f]\n': { problems: ['unexpected-character.invisible ⟦\u206f⟧'] },
      'a = [1,\u3000]\n': { problems: ['unexpected-character.invisible-space ⟦\u3000⟧'] },
    }));

  it('is none beside those', () =>
    assertRead({
      'a = [1,\u009f]\n': { problems: ['unexpected-character ⟦\u009f⟧'] },
      'a = [1,\u00a1]\n': { problems: ['unexpected-character ⟦\u00a1⟧'] },
      'a = [1,\u1fff]\n': { problems: ['unexpected-character ⟦\u1fff⟧'] },
      'a = [1,\u2010]\n': { problems: ['unexpected-character ⟦\u2010⟧'] },
      'a = [1,\u2027]\n': { problems: ['unexpected-character ⟦\u2027⟧'] },
      'a = [1,\u2030]\n': { problems: ['unexpected-character ⟦\u2030⟧'] },
      'a = [1,\u205e]\n': { problems: ['unexpected-character ⟦\u205e⟧'] },
      'a = [1,\u2070]\n': { problems: ['bare-word ⟦\u2070⟧'] },
    }));

  it('is one problem where several touch, and never hides what follows', () =>
    assertRead({
      '\u00a0\u200b\u3000a = 1\n': {
        problems: ['unexpected-character.invisible-space ⟦\u00a0\u200b\u3000⟧'],
        tree: ['a = integer 1 ⟦1⟧'],
      },
      'a\u00a0\u00a0=\u200b1\n': {
        problems: ['unexpected-character.invisible-space ⟦\u00a0\u00a0⟧', 'unexpected-character.invisible ⟦\u200b⟧'],
        tree: ['a = integer 1 ⟦1⟧'],
      },
      '[a\u00a0]\n': { problems: ['unexpected-character.invisible-space ⟦\u00a0⟧'], tree: ['[a] ⟦[a\u00a0]⟧'] },
      '[\u00a0a.\u200bb]\n': {
        problems: ['unexpected-character.invisible-space ⟦\u00a0⟧', 'unexpected-character.invisible ⟦\u200b⟧'],
        tree: ['[a.b] ⟦[\u00a0a.\u200bb]⟧'],
      },
      'a/b\u00a0= 1\n': {
        problems: ['bad-key ⟦a/b⟧', 'unexpected-character.invisible-space ⟦\u00a0⟧'],
        tree: ['a/b = integer 1 ⟦1⟧'],
      },
      ' \ufeffa = 1\n': { problems: ['unexpected-character.invisible ⟦\ufeff⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      '\ufeff\ufeffa = 1\n': { problems: ['unexpected-character.invisible ⟦\ufeff⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = "x"\u00a0# y\n': {
        problems: ['unexpected-character.invisible-space ⟦\u00a0⟧'],
        tree: ['a = basic "x" ⟦"x"⟧'],
      },
      'a = [\u00a0\n1\u200b]\n': {
        problems: ['unexpected-character.invisible-space ⟦\u00a0⟧', 'unexpected-character.invisible ⟦\u200b⟧'],
        tree: ['a = [integer 1 ⟦1⟧] ⟦[\u00a0⏎1\u200b]⟧'],
      },
      'a = {\u00a0b = 1\u200b}\n': {
        problems: ['unexpected-character.invisible-space ⟦\u00a0⟧', 'unexpected-character.invisible ⟦\u200b⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧} ⟦{\u00a0b = 1\u200b}⟧'],
      },
    }));

  it('is nothing special in strings and comments, nor is the mark at the start', () =>
    assertRead({
      '\ufeffa = "\u00a0" # \u200b\n': { problems: [], tree: ['a = basic "\u00a0" ⟦"\u00a0"⟧'] },
      '\ufeff\n': { problems: [], tree: [] },
    }));
});

describe('full-width characters', () => {
  it('stand for the sign that is meant', () =>
    assertRead({
      '［a］\nb＝１\n': {
        problems: [
          'unexpected-character.wide ⟦［⟧',
          'unexpected-character.wide ⟦］⟧',
          'unexpected-character.wide ⟦＝⟧',
          'bare-word.full-width-or-text ⟦１⟧',
        ],
        tree: ['[a] ⟦［a］⟧', 'b ＝ invalid ⟦１⟧'],
      },
      'a：1\n': { problems: ['unexpected-character.wide ⟦：⟧'], tree: ['a ： integer 1 ⟦1⟧'] },
      'a ： 1\n': { problems: ['unexpected-character.wide ⟦：⟧'], tree: ['a ： integer 1 ⟦1⟧'] },
      'a。b = 1\n': { problems: ['unexpected-character.wide ⟦。⟧'], tree: ['a.b = integer 1 ⟦1⟧'] },
      'a．b = 1\n': { problems: ['unexpected-character.wide ⟦．⟧'], tree: ['a.b = integer 1 ⟦1⟧'] },
      'a = ［1，2\u30013］\n': {
        problems: [
          'unexpected-character.wide ⟦［⟧',
          'unexpected-character.wide ⟦，⟧',
          'unexpected-character.wide ⟦\u3001⟧',
          'unexpected-character.wide ⟦］⟧',
        ],
        tree: ['a = [integer 1 ⟦1⟧, integer 2 ⟦2⟧, integer 3 ⟦3⟧] ⟦［1，2\u30013］⟧'],
      },
      'a = 【1】\n': {
        problems: ['unexpected-character.wide ⟦【⟧', 'unexpected-character.wide ⟦】⟧'],
        tree: ['a = [integer 1 ⟦1⟧] ⟦【1】⟧'],
      },
      'a = ｛ b ＝ 1 ｝\n': {
        problems: [
          'unexpected-character.wide ⟦｛⟧',
          'unexpected-character.wide ⟦＝⟧',
          'unexpected-character.wide ⟦｝⟧',
        ],
        tree: ['a = {b ＝ integer 1 ⟦1⟧} ⟦｛ b ＝ 1 ｝⟧'],
      },
      '＃ x\na = 1 ＃ y\n': {
        problems: ['unexpected-character.wide ⟦＃⟧', 'unexpected-character.wide ⟦＃⟧'],
        tree: ['a = integer 1 ⟦1⟧'],
      },
      'a = 1；\n': { problems: ['text-after-value.separator ⟦；⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1。\n': { problems: ['bare-word ⟦1。⟧'], tree: ['a = invalid ⟦1。⟧'] },
      '【【a】】\n': {
        problems: [
          'unexpected-character.wide ⟦【⟧',
          'unexpected-character.wide ⟦【⟧',
          'unexpected-character.wide ⟦】⟧',
          'unexpected-character.wide ⟦】⟧',
        ],
        tree: ['[[a]] ⟦【【a】】⟧'],
      },
      'a\u3001b = 1\n': { problems: ['missing-equals ⟦a⟧'], tree: ['a nothing invalid ⟦⟧'] },
    }));

  it('may be a number or a boolean', () =>
    assertRead({
      'a = １２．５\n': { problems: ['bare-word.full-width-or-text ⟦１２．５⟧'] },
      'a = １\n': { problems: ['bare-word.full-width-or-text ⟦１⟧'] },
      'a = ｔｒｕｅ\n': { problems: ['bare-word.full-width-or-text ⟦ｔｒｕｅ⟧'] },
      'a = ｆａｌｓｅ\n': { problems: ['bare-word.full-width-or-text ⟦ｆａｌｓｅ⟧'] },
      'a = ＴＲＵＥ\n': { problems: ['bare-word ⟦ＴＲＵＥ⟧'] },
      'a = １x\n': { problems: ['bare-word ⟦１x⟧'] },
      'a = x１\n': { problems: ['bare-word ⟦x１⟧'] },
      'a = １２．\n': { problems: ['bare-word ⟦１２．⟧'] },
      'a = ｔｒｕｅx\n': { problems: ['bare-word ⟦ｔｒｕｅx⟧'] },
      'a = xｔｒｕｅ\n': { problems: ['bare-word ⟦xｔｒｕｅ⟧'] },
      'a = －１\n': { problems: ['unexpected-character ⟦－１⟧'] },
      'a = ＋１\n': { problems: ['unexpected-character ⟦＋１⟧'] },
    }));
});
