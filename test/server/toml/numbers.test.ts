/** Numbers, dates and times: which texts are one, and what is said of those that nearly are. */
import { describe, it } from 'node:test';
import { assertRead } from './reading';

describe('a number', () => {
  it('may have a sign and single underscores between its digits', () =>
    assertRead({
      'a = 0\n': { problems: [], tree: ['a = integer 0 ⟦0⟧'] },
      'a = +0\n': { problems: [], tree: ['a = integer 0 ⟦+0⟧'] },
      'a = -1\n': { problems: [], tree: ['a = integer -1 ⟦-1⟧'] },
      'a = 7\n': { problems: [], tree: ['a = integer 7 ⟦7⟧'] },
      'a = 1234567890123456\n': { problems: [], tree: ['a = integer 1234567890123456 ⟦1234567890123456⟧'] },
      'a = 9007199254740993\n': { problems: [], tree: ['a = integer 9007199254740992 ⟦9007199254740993⟧'] },
      'a = 0o7_1\n': { problems: [], tree: ['a = integer 57 ⟦0o7_1⟧'] },
      'a = 0b1_0\n': { problems: [], tree: ['a = integer 2 ⟦0b1_0⟧'] },
      'a = 0xA_b\n': { problems: [], tree: ['a = integer 171 ⟦0xA_b⟧'] },
      'a = 0x0\n': { problems: [], tree: ['a = integer 0 ⟦0x0⟧'] },
      'a = +1_0.1_0e+1_0\n': { problems: [], tree: ['a = float 101000000000 ⟦+1_0.1_0e+1_0⟧'] },
      'a = 1e5\n': { problems: [], tree: ['a = float 100000 ⟦1e5⟧'] },
      'a = 1E-5\n': { problems: [], tree: ['a = float 0.00001 ⟦1E-5⟧'] },
      'a = 0.5\n': { problems: [], tree: ['a = float 0.5 ⟦0.5⟧'] },
      'a = 0e0\n': { problems: [], tree: ['a = float 0 ⟦0e0⟧'] },
      'a = +inf\n': { problems: [], tree: ['a = float Infinity ⟦+inf⟧'] },
      'a = -nan\n': { problems: [], tree: ['a = float NaN ⟦-nan⟧'] },
      'a = 123456789012345\n': { problems: [], tree: ['a = integer 123456789012345 ⟦123456789012345⟧'] },
    }));

  it('is no decimal one with a zero before it', () =>
    assertRead({
      'a = 00\n': { problems: ['bad-number.leading-zero ⟦00⟧'] },
      'a = -01\n': { problems: ['bad-number.leading-zero ⟦-01⟧'] },
      'a = 000000000000001\n': { problems: ['bad-number.leading-zero ⟦000000000000001⟧'] },
      'a = 0_1\n': { problems: ['bad-number.leading-zero ⟦0_1⟧'] },
      'a = +00.5\n': { problems: ['bad-number.leading-zero ⟦+00.5⟧'] },
      'a = 00e1\n': { problems: ['bad-number.leading-zero ⟦00e1⟧'] },
    }));

  it('has digits on both sides of its point', () =>
    assertRead({
      'a = 1.\n': { problems: ['bad-number.decimal-point ⟦1.⟧'] },
      'a = .5\n': { problems: ['bad-number.decimal-point ⟦.5⟧'] },
      'a = -.5\n': { problems: ['bad-number.decimal-point ⟦-.5⟧'] },
      'a = +.5\n': { problems: ['bad-number.decimal-point ⟦+.5⟧'] },
      'a = 1.5.\n': { problems: ['bad-number.decimal-point ⟦1.5.⟧'] },
      'a = 1.e5\n': { problems: ['bad-number.decimal-point ⟦1.e5⟧'] },
      'a = 1.2.\n': { problems: ['bad-number.decimal-point ⟦1.2.⟧'] },
    }));

  it('has no underscore elsewhere', () =>
    assertRead({
      'a = _1\n': { problems: ['bad-number.underscore ⟦_1⟧'] },
      'a = 1_\n': { problems: ['bad-number.underscore ⟦1_⟧'] },
      'a = 1__0\n': { problems: ['bad-number.underscore ⟦1__0⟧'] },
      'a = 1_.1\n': { problems: ['bad-number.underscore ⟦1_.1⟧'] },
      'a = 1._1\n': { problems: ['bad-number.underscore ⟦1._1⟧'] },
      'a = 1e_1\n': { problems: ['bad-number.underscore ⟦1e_1⟧'] },
      'a = 1_e1\n': { problems: ['bad-number.underscore ⟦1_e1⟧'] },
      'a = 0x_1\n': { problems: ['bad-number.underscore ⟦0x_1⟧'] },
      'a = 0x1_\n': { problems: ['bad-number.underscore ⟦0x1_⟧'] },
      'a = -_1\n': { problems: ['bad-number.underscore ⟦-_1⟧'] },
      'a = 1.5_\n': { problems: ['bad-number.underscore ⟦1.5_⟧'] },
      'a = 0xA__b\n': { problems: ['bad-number.underscore ⟦0xA__b⟧'] },
    }));

  it('has a prefix in small letters, and the digits of its base', () =>
    assertRead({
      'a = 0X1F\n': { problems: ['bad-number.prefix ⟦0X1F⟧'] },
      'a = 0O7\n': { problems: ['bad-number.prefix ⟦0O7⟧'] },
      'a = 0B1\n': { problems: ['bad-number.prefix ⟦0B1⟧'] },
      'a = 0b12\n': { problems: ['bad-number.prefix ⟦0b12⟧'] },
      'a = 0o8\n': { problems: ['bad-number.prefix ⟦0o8⟧'] },
      'a = 0x\n': { problems: ['bad-number.prefix ⟦0x⟧'] },
      'a = +0x1\n': { problems: ['bad-number.prefix ⟦+0x1⟧'] },
      'a = -0b1\n': { problems: ['bad-number.prefix ⟦-0b1⟧'] },
    }));

  it('is none in other ways', () =>
    assertRead({
      'a = 1e\n': { problems: ['bad-number ⟦1e⟧'] },
      'a = 1.5e\n': { problems: ['bad-number ⟦1.5e⟧'] },
      'a = 1e+\n': { problems: ['bad-number ⟦1e+⟧'] },
      'a = +\n': { problems: ['bad-number ⟦+⟧'] },
      'a = -\n': { problems: ['bad-number ⟦-⟧'] },
      'a = -+\n': { problems: ['bad-number ⟦-+⟧'] },
      'a = 1..2\n': { problems: ['bad-number ⟦1..2⟧'] },
      'a = 1-2\n': { problems: ['bare-word ⟦1-2⟧'] },
    }));

  it('is a word with a letter in it, or with several points', () =>
    assertRead({
      'a = x01\n': { problems: ['bare-word ⟦x01⟧'] },
      'a = 01x\n': { problems: ['bare-word ⟦01x⟧'] },
      'a = 1e5x\n': { problems: ['bare-word ⟦1e5x⟧'] },
      'a = x1e5\n': { problems: ['bare-word ⟦x1e5⟧'] },
      'a = xinf\n': { problems: ['bare-word ⟦xinf⟧'] },
      'a = infx\n': { problems: ['bare-word ⟦infx⟧'] },
      'a = 0xg\n': { problems: ['bare-word ⟦0xg⟧'] },
      'a = 0x1.5\n': { problems: ['bare-word ⟦0x1.5⟧'] },
      'a = --1\n': { problems: ['bare-word ⟦--1⟧'] },
      'a = 1.2.3.4\n': { problems: ['bare-word ⟦1.2.3.4⟧'] },
      'a = .5.5\n': { problems: ['bare-word ⟦.5.5⟧'] },
      'a = x.5\n': { problems: ['bare-word ⟦x.5⟧'] },
      'a = .5x\n': { problems: ['bare-word ⟦.5x⟧'] },
      'a = 0x1x\n': { problems: ['bare-word ⟦0x1x⟧'] },
      'a = +0x1x\n': { problems: ['bare-word ⟦+0x1x⟧'] },
      'a = e5\n': { problems: ['bare-word ⟦e5⟧'] },
    }));

  it('fits into 64 bits', () =>
    assertRead({
      'a = 9223372036854775807\n': { problems: [] },
      'a = +9223372036854775807\n': { problems: [] },
      'a = -9223372036854775808\n': { problems: [] },
      'a = 0x7fffffffffffffff\n': { problems: [] },
      'a = 9223372036854775808\n': { problems: ['number-out-of-range ⟦9223372036854775808⟧'] },
      'a = +9223372036854775808\n': { problems: ['number-out-of-range ⟦+9223372036854775808⟧'] },
      'a = -9223372036854775809\n': { problems: ['number-out-of-range ⟦-9223372036854775809⟧'] },
      'a = 0x8000000000000000\n': { problems: ['number-out-of-range ⟦0x8000000000000000⟧'] },
      'a = 1_000_000_000_000_000_000_000\n': { problems: ['number-out-of-range ⟦1_000_000_000_000_000_000_000⟧'] },
    }));
});

describe('a boolean', () => {
  it('is written small', () =>
    assertRead({
      'a = true\n': { problems: [], tree: ['a = boolean true ⟦true⟧'] },
      'a = false\n': { problems: [], tree: ['a = boolean false ⟦false⟧'] },
      'a = True\n': { problems: ['capitalized-boolean ⟦True⟧'], tree: ['a = invalid ⟦True⟧'] },
      'a = FALSE\n': { problems: ['capitalized-boolean ⟦FALSE⟧'], tree: ['a = invalid ⟦FALSE⟧'] },
      'a = truex\n': { problems: ['bare-word ⟦truex⟧'], tree: ['a = invalid ⟦truex⟧'] },
      'a = xtrue\n': { problems: ['bare-word ⟦xtrue⟧'], tree: ['a = invalid ⟦xtrue⟧'] },
      'a = Truex\n': { problems: ['bare-word ⟦Truex⟧'], tree: ['a = invalid ⟦Truex⟧'] },
      'a = xTrue\n': { problems: ['bare-word ⟦xTrue⟧'], tree: ['a = invalid ⟦xTrue⟧'] },
    }));
});

describe('a date', () => {
  it('is one of its month', () =>
    assertRead({
      'a = 2000-01-31\n': { problems: [] },
      'a = 2000-01-32\n': { problems: ['bad-date ⟦2000-01-32⟧'] },
      'a = 2000-04-30\n': { problems: [] },
      'a = 2000-04-31\n': { problems: ['bad-date ⟦2000-04-31⟧'] },
      'a = 2000-01-01\n': { problems: [] },
      'a = 2000-01-00\n': { problems: ['bad-date ⟦2000-01-00⟧'] },
      'a = 2000-12-01\n': { problems: [] },
      'a = 2000-13-01\n': { problems: ['bad-date ⟦2000-13-01⟧'] },
      'a = 2000-00-01\n': { problems: ['bad-date ⟦2000-00-01⟧'] },
      'a = 2001-02-28\n': { problems: [] },
      'a = 2001-02-29\n': { problems: ['bad-date ⟦2001-02-29⟧'] },
      'a = 2000-02-29\n': { problems: [] },
      'a = 2100-02-29\n': { problems: ['bad-date ⟦2100-02-29⟧'] },
      'a = 2004-02-29\n': { problems: [] },
      'a = 0000-02-29\n': { problems: [] },
      'a = 0400-02-29\n': { problems: [] },
    }));

  it('has all its digits', () =>
    assertRead({
      'a = 2000-1\n': { problems: ['bad-date ⟦2000-1⟧'] },
      'a = 2000-1-01\n': { problems: ['bad-date ⟦2000-1-01⟧'] },
      'a = 200-1\n': { problems: ['bare-word ⟦200-1⟧'] },
      'a = 2000-01-1\n': { problems: ['bad-date ⟦2000-01-1⟧'] },
      'a = 2000-01-01x\n': { problems: ['bad-date ⟦2000-01-01x⟧'] },
      'a = x2000-01-01\n': { problems: ['bare-word ⟦x2000-01-01⟧'] },
      'a = 20000-01-01\n': { problems: ['bare-word ⟦20000-01-01⟧'] },
    }));
});

describe('a time', () => {
  it('is one of a day', () =>
    assertRead({
      'a = 23:59:59\n': { problems: [] },
      'a = 24:00:00\n': { problems: ['bad-date ⟦24:00:00⟧'] },
      'a = 00:60:00\n': { problems: ['bad-date ⟦00:60:00⟧'] },
      'a = 00:00:60\n': { problems: ['bad-date ⟦00:00:60⟧'] },
      'a = 00:00:00\n': { problems: [] },
      'a = 23:59:59.999\n': { problems: [] },
      'a = 23:59\n': { problems: [] },
      'a = 24:00\n': { problems: ['bad-date ⟦24:00⟧'] },
    }));

  it('has all its digits', () =>
    assertRead({
      'a = 23:59:59.\n': { problems: ['bad-date ⟦23:59:59.⟧'] },
      'a = 23:59:5\n': { problems: ['bad-date ⟦23:59:5⟧'] },
      'a = 23:5\n': { problems: ['bad-date ⟦23:5⟧'] },
      'a = 1:5\n': { problems: ['bad-date ⟦1:5⟧'] },
      'a = 123:5\n': { problems: ['bare-word ⟦123:5⟧'] },
      'a = x1:05\n': { problems: ['bare-word ⟦x1:05⟧'] },
      'a = 12:30x\n': { problems: ['bad-date ⟦12:30x⟧'] },
      'a = 1:05:00\n': { problems: ['bad-date ⟦1:05:00⟧'] },
      'a = :30\n': { problems: ['bare-word ⟦:30⟧'] },
    }));
});

describe('a date and a time', () => {
  it('are separated by a T or one space', () =>
    assertRead({
      'a = 2000-12-31T23:59:59\n': { problems: [], tree: ['a = local-date-time ⟦2000-12-31T23:59:59⟧'] },
      'a = 2000-12-31t23:59:59Z\n': { problems: [], tree: ['a = offset-date-time ⟦2000-12-31t23:59:59Z⟧'] },
      'a = 2000-01-01 00:00:00\n': { problems: [], tree: ['a = local-date-time ⟦2000-01-01 00:00:00⟧'] },
      'a = 2000-01-01 00:00Z\n': { problems: [], tree: ['a = offset-date-time ⟦2000-01-01 00:00Z⟧'] },
      'a = 2000-01-01 00:00:00 x\n': {
        problems: ['text-after-value ⟦x⟧'],
        tree: ['a = local-date-time ⟦2000-01-01 00:00:00⟧'],
      },
      'a = 2000-01-01  00:00:00\n': {
        problems: ['text-after-value ⟦00:00:00⟧'],
        tree: ['a = local-date ⟦2000-01-01⟧'],
      },
      'a = 2000-01-01 x\n': { problems: ['text-after-value ⟦x⟧'], tree: ['a = local-date ⟦2000-01-01⟧'] },
      'a = 2000-01-01 0:00\n': { problems: ['text-after-value ⟦0:00⟧'], tree: ['a = local-date ⟦2000-01-01⟧'] },
      'a = 20000-01-01 00:00\n': {
        problems: ['bare-word ⟦20000-01-01 00:00⟧'],
        tree: ['a = invalid ⟦20000-01-01 00:00⟧'],
      },
      'a = x2000-01-0 00:00\n': {
        problems: ['bare-word ⟦x2000-01-0 00:00⟧'],
        tree: ['a = invalid ⟦x2000-01-0 00:00⟧'],
      },
      'a = 2000-01-01T\n': { problems: ['bad-date ⟦2000-01-01T⟧'], tree: ['a = invalid ⟦2000-01-01T⟧'] },
      'a = 2000-01-01T00\n': { problems: ['bad-date ⟦2000-01-01T00⟧'], tree: ['a = invalid ⟦2000-01-01T00⟧'] },
      'a = 2000-01-01X00:00\n': { problems: ['bad-date ⟦2000-01-01X00:00⟧'], tree: ['a = invalid ⟦2000-01-01X00:00⟧'] },
      'a = T12:30\n': { problems: ['bare-word ⟦T12:30⟧'], tree: ['a = invalid ⟦T12:30⟧'] },
      'a = 2000-01-0112:30\n': { problems: ['bad-date ⟦2000-01-0112:30⟧'], tree: ['a = invalid ⟦2000-01-0112:30⟧'] },
    }));

  it('may have an offset', () =>
    assertRead({
      'a = 2000-01-01T00:00:00Z\n': { problems: [], tree: ['a = offset-date-time ⟦2000-01-01T00:00:00Z⟧'] },
      'a = 2000-01-01t00:00z\n': { problems: [], tree: ['a = offset-date-time ⟦2000-01-01t00:00z⟧'] },
      'a = 2000-01-01T00:00:00+23:59\n': { problems: [], tree: ['a = offset-date-time ⟦2000-01-01T00:00:00+23:59⟧'] },
      'a = 2000-01-01T00:00:00-00:59\n': { problems: [], tree: ['a = offset-date-time ⟦2000-01-01T00:00:00-00:59⟧'] },
      'a = 2000-01-01T00:00:00+24:00\n': {
        problems: ['bad-date ⟦2000-01-01T00:00:00+24:00⟧'],
        tree: ['a = invalid ⟦2000-01-01T00:00:00+24:00⟧'],
      },
      'a = 2000-01-01T00:00:00+00:60\n': {
        problems: ['warning bad-date.loaded ⟦2000-01-01T00:00:00+00:60⟧'],
        tree: ['a = offset-date-time ⟦2000-01-01T00:00:00+00:60⟧'],
      },
      'a = 2000-01-01T00:00:00+00:61\n': {
        problems: ['bad-date ⟦2000-01-01T00:00:00+00:61⟧'],
        tree: ['a = invalid ⟦2000-01-01T00:00:00+00:61⟧'],
      },
      'a = 2000-01-01T00:00:00+1:00\n': {
        problems: ['bad-date ⟦2000-01-01T00:00:00+1:00⟧'],
        tree: ['a = invalid ⟦2000-01-01T00:00:00+1:00⟧'],
      },
      'a = 2000-01-01T00:00:00+0100\n': {
        problems: ['bad-date ⟦2000-01-01T00:00:00+0100⟧'],
        tree: ['a = invalid ⟦2000-01-01T00:00:00+0100⟧'],
      },
      'a = 12:30:00Z\n': { problems: ['bad-date ⟦12:30:00Z⟧'], tree: ['a = invalid ⟦12:30:00Z⟧'] },
      'a = 12:30:00+01:00\n': { problems: ['bad-date ⟦12:30:00+01:00⟧'], tree: ['a = invalid ⟦12:30:00+01:00⟧'] },
      'a = 2000-01-01Z\n': { problems: ['bad-date ⟦2000-01-01Z⟧'], tree: ['a = invalid ⟦2000-01-01Z⟧'] },
      'a = 2000-01-01+01:00\n': { problems: ['bad-date ⟦2000-01-01+01:00⟧'], tree: ['a = invalid ⟦2000-01-01+01:00⟧'] },
      'a = 2000-01-01T00:00:00X\n': {
        problems: ['bad-date ⟦2000-01-01T00:00:00X⟧'],
        tree: ['a = invalid ⟦2000-01-01T00:00:00X⟧'],
      },
    }));
});

describe('what touches a number', () => {
  it('ends it where it is a sign of TOML or looks like one', () =>
    assertRead({
      'a = 1#x\n': { problems: [], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1;\n': { problems: ['text-after-value.separator ⟦;⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1; \n': { problems: ['text-after-value.separator ⟦;⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1，\n': { problems: ['text-after-value.separator ⟦，⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1\u200b\n': { problems: ['unexpected-character.invisible ⟦\u200b⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1\u00a0\n': { problems: ['unexpected-character.invisible-space ⟦\u00a0⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1；\n': { problems: ['text-after-value.separator ⟦；⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1＃x\n': { problems: ['unexpected-character.wide ⟦＃⟧'], tree: ['a = integer 1 ⟦1⟧'] },
      'a = [1]]\n': { problems: ['text-after-value.bracket ⟦]⟧'], tree: ['a = [integer 1 ⟦1⟧] ⟦[1]⟧'] },
      'a = [1,2]\n': { problems: [], tree: ['a = [integer 1 ⟦1⟧, integer 2 ⟦2⟧] ⟦[1,2]⟧'] },
      'a = {b = 1}\n': { problems: [], tree: ['a = {b = integer 1 ⟦1⟧} ⟦{b = 1}⟧'] },
      'a = ［1】\n': {
        problems: ['unexpected-character.wide ⟦［⟧', 'unexpected-character.wide ⟦】⟧'],
        tree: ['a = [integer 1 ⟦1⟧] ⟦［1】⟧'],
      },
      'a = ｛b = 1｝\n': {
        problems: ['unexpected-character.wide ⟦｛⟧', 'unexpected-character.wide ⟦｝⟧'],
        tree: ['a = {b = integer 1 ⟦1⟧} ⟦｛b = 1｝⟧'],
      },
      'a = 1\t\n': { problems: [], tree: ['a = integer 1 ⟦1⟧'] },
      'a = 1': { problems: [], tree: ['a = integer 1 ⟦1⟧'] },
    }));

  it('is a part of it elsewhere', () =>
    assertRead({
      'a = 1;x\n': { problems: ['bare-word ⟦1;x⟧'], tree: ['a = invalid ⟦1;x⟧'] },
      'a = [1;2]\n': { problems: ['bare-word ⟦1;2⟧'], tree: ['a = [invalid ⟦1;2⟧] ⟦[1;2]⟧'] },
      'a = 1。\n': { problems: ['bare-word ⟦1。⟧'], tree: ['a = invalid ⟦1。⟧'] },
      'a = 1ä\n': { problems: ['bare-word ⟦1ä⟧'], tree: ['a = invalid ⟦1ä⟧'] },
      'a = 1"x"\n': { problems: ['bare-word ⟦1"x"⟧'], tree: ['a = invalid ⟦1"x"⟧'] },
      'a = 1[2]\n': { problems: ['bare-word ⟦1[2]⟧'], tree: ['a = invalid ⟦1[2]⟧'] },
      'a = 1{}\n': { problems: ['bare-word ⟦1{}⟧'], tree: ['a = invalid ⟦1{}⟧'] },
      'a = 1$\n': { problems: ['bare-word ⟦1$⟧'], tree: ['a = invalid ⟦1$⟧'] },
      'a = 1!\n': { problems: ['bare-word ⟦1!⟧'], tree: ['a = invalid ⟦1!⟧'] },
      'a = true"\n': { problems: ['bare-word ⟦true"⟧'], tree: ['a = invalid ⟦true"⟧'] },
    }));
});
