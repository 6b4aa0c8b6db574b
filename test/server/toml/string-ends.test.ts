/** Strings: what they hold, where they end, and what is said of one without an end. */
import { describe, it } from 'node:test';
import { assertRead } from './reading';

describe('a string', () => {
  it('ends at its quote, and not at one behind a backslash', () =>
    assertRead({
      'a = "\\\\"\n': { problems: [], tree: ['a = basic "\\\\" ⟦"\\\\"⟧'] },
      'a = "x\\"y"\n': { problems: [], tree: ['a = basic "x\\"y" ⟦"x\\"y"⟧'] },
      "a = 'x\\'\n": { problems: [], tree: ['a = literal "x\\\\" ⟦\'x\\\'⟧'] },
      'a = "x"y"\n': { problems: ['text-after-value.quote ⟦y"⟧'], tree: ['a = basic "x" ⟦"x"⟧'] },
      "a = '\"'\n": { problems: [], tree: ['a = literal "\\"" ⟦\'"\'⟧'] },
      'a = "\'"\n': { problems: [], tree: ['a = basic "\'" ⟦"\'"⟧'] },
    }));

  it('holds tabs and all that is no control character', () =>
    assertRead({
      'a = "\t"\n': { problems: [], tree: ['a = basic "\\t" ⟦"\t"⟧'] },
      "a = '\t'\n": { problems: [], tree: ['a = literal "\\t" ⟦\'\t\'⟧'] },
      'a = "\u0080"\n': { problems: [], tree: ['a = basic "\u0080" ⟦"\u0080"⟧'] },
      'a = "\u007f"\n': { problems: ['control-character ⟦\u007f⟧'], tree: ['a = basic "\u007f" ⟦"\u007f"⟧'] },
      "a = '\u001f'\n": { problems: ['control-character ⟦\u001f⟧'], tree: ['a = literal "\\u001f" ⟦\'\u001f\'⟧'] },
      'a = "\u0001\u0002\u0002"\n': {
        problems: ['control-character ⟦\u0001⟧', 'control-character ⟦\u0002\u0002⟧'],
        tree: ['a = basic "\\u0001\\u0002\\u0002" ⟦"\u0001\u0002\u0002"⟧'],
      },
      "a = '\u0001\\q'\n": {
        problems: ['control-character ⟦\u0001⟧'],
        tree: ['a = literal "\\u0001\\\\q" ⟦\'\u0001\\q\'⟧'],
      },
      "a = '''\u0001\\q'''\n": {
        problems: ['control-character ⟦\u0001⟧'],
        tree: ["a = multiline-literal \"\\u0001\\\\q\" ⟦'''\u0001\\q'''⟧"],
      },
      'a = "x\ry"\n': { problems: ['control-character.carriage-return ⟦\r⟧'], tree: ['a = basic "x\\ry" ⟦"x\ry"⟧'] },
      'a = """x\ty"""\n': { problems: [], tree: ['a = multiline-basic "x\\ty" ⟦"""x\ty"""⟧'] },
      'a = """\u0001"""\n': {
        problems: ['control-character ⟦\u0001⟧'],
        tree: ['a = multiline-basic "\\u0001" ⟦"""\u0001"""⟧'],
      },
      "a = '''\u007f'''\n": {
        problems: ['control-character ⟦\u007f⟧'],
        tree: ["a = multiline-literal \"\u007f\" ⟦'''\u007f'''⟧"],
      },
    }));

  it('ends with its line where it has no end', () =>
    assertRead({
      'a = "x': { problems: ['unterminated-string ⟦"x⟧'], tree: ['a = basic "x" ⟦"x⟧'] },
      'a = "x\r\n': { problems: ['unterminated-string ⟦"x⟧'], tree: ['a = basic "x" ⟦"x⟧'] },
      "a = 'x\r\nb = 1\r\n": {
        problems: ["unterminated-string ⟦'x⟧"],
        tree: ['a = literal "x" ⟦\'x⟧', 'b = integer 1 ⟦1⟧'],
      },
      'a = "x # y\nb = 1\n': {
        problems: ['unterminated-string ⟦"x # y⟧'],
        tree: ['a = basic "x # y" ⟦"x # y⟧', 'b = integer 1 ⟦1⟧'],
      },
      'a = "\\"\n': { problems: ['unterminated-string ⟦"\\"⟧'], tree: ['a = basic "\\"" ⟦"\\"⟧'] },
      'a = "x\\\n': { problems: ['unterminated-string ⟦"x\\⟧', 'bad-escape ⟦\\⟧'], tree: ['a = basic "x" ⟦"x\\⟧'] },
      'a = "x\\\r\n': { problems: ['unterminated-string ⟦"x\\⟧', 'bad-escape ⟦\\⟧'], tree: ['a = basic "x" ⟦"x\\⟧'] },
      'a = "x\\': { problems: ['unterminated-string ⟦"x\\⟧', 'bad-escape ⟦\\⟧'], tree: ['a = basic "x" ⟦"x\\⟧'] },
    }));

  it('may be closed by a typographic quote', () =>
    assertRead({
      'a = "x”\n': { problems: ['smart-quotes ⟦”⟧'], tree: ['a = basic "x”" ⟦"x”⟧'] },
      "a = 'x’\n": { problems: ['smart-quotes ⟦’⟧'], tree: ['a = literal "x’" ⟦\'x’⟧'] },
      'a = "x“\n': { problems: ['smart-quotes ⟦“⟧'], tree: ['a = basic "x“" ⟦"x“⟧'] },
      "a = 'x‘\n": { problems: ['smart-quotes ⟦‘⟧'], tree: ['a = literal "x‘" ⟦\'x‘⟧'] },
      'a = "x＂\n': { problems: ['smart-quotes ⟦＂⟧'], tree: ['a = basic "x＂" ⟦"x＂⟧'] },
      'a = "“x”"\n': { problems: [], tree: ['a = basic "“x”" ⟦"“x”"⟧'] },
      'a = "”\n': { problems: ['unterminated-string ⟦"”⟧'], tree: ['a = basic "”" ⟦"”⟧'] },
      "a = '’\n": { problems: ["unterminated-string ⟦'’⟧"], tree: ['a = literal "’" ⟦\'’⟧'] },
      'a = "x» \n': { problems: ['unterminated-string ⟦"x» ⟧'], tree: ['a = basic "x» " ⟦"x» ⟧'] },
      'a = """x”\n': { problems: ['unterminated-string ⟦"""x”⟧'], tree: ['a = multiline-basic "x”\\n" ⟦"""x”⏎⟧'] },
    }));
});

describe('an escape', () => {
  it('stands for one character', () =>
    assertRead({
      'a = "\\b\\t\\n\\f\\r\\e\\"\\\\"\n': {
        problems: [],
        tree: ['a = basic "\\b\\t\\n\\f\\r\\u001b\\"\\\\" ⟦"\\b\\t\\n\\f\\r\\e\\"\\\\"⟧'],
      },
      'a = "x\\u0041y\\U00000042z\\x43"\n': {
        problems: [],
        tree: ['a = basic "xAyBzC" ⟦"x\\u0041y\\U00000042z\\x43"⟧'],
      },
      'a = "\\U0010FFFF\\uD7FF\\uE000"\n': { problems: [], tree: ['a = basic "􏿿퟿" ⟦"\\U0010FFFF\\uD7FF\\uE000"⟧'] },
    }));

  it('has its number of digits, and a character for them', () =>
    assertRead({
      'a = "\\u004"\n': { problems: ['bad-escape ⟦\\u004⟧'], tree: ['a = basic "" ⟦"\\u004"⟧'] },
      'a = "\\u00g1"\n': { problems: ['bad-escape ⟦\\u00⟧'], tree: ['a = basic "g1" ⟦"\\u00g1"⟧'] },
      'a = "\\xg"\n': { problems: ['bad-escape ⟦\\x⟧'], tree: ['a = basic "g" ⟦"\\xg"⟧'] },
      'a = "\\x4g"\n': { problems: ['bad-escape ⟦\\x4⟧'], tree: ['a = basic "g" ⟦"\\x4g"⟧'] },
      'a = "\\U0011FFFF"\n': { problems: ['bad-escape ⟦\\U0011FFFF⟧'], tree: ['a = basic "" ⟦"\\U0011FFFF"⟧'] },
      'a = "\\uD800"\n': { problems: ['bad-escape ⟦\\uD800⟧'], tree: ['a = basic "" ⟦"\\uD800"⟧'] },
      'a = "\\uDFFF"\n': { problems: ['bad-escape ⟦\\uDFFF⟧'], tree: ['a = basic "" ⟦"\\uDFFF"⟧'] },
      'a = "\\U0000004"\n': { problems: ['bad-escape ⟦\\U0000004⟧'], tree: ['a = basic "" ⟦"\\U0000004"⟧'] },
      'a = "\\u004\n': {
        problems: ['unterminated-string ⟦"\\u004⟧', 'bad-escape ⟦\\u004⟧'],
        tree: ['a = basic "" ⟦"\\u004⟧'],
      },
      'a = "\\u00': {
        problems: ['unterminated-string ⟦"\\u00⟧', 'bad-escape ⟦\\u00⟧'],
        tree: ['a = basic "" ⟦"\\u00⟧'],
      },
    }));

  it('is reported where it is none, once in a string', () =>
    assertRead({
      'a = "\\a\\q"\n': { problems: ['bad-escape ⟦\\a⟧'], tree: ['a = basic "" ⟦"\\a\\q"⟧'] },
      'a = "\\ x"\n': { problems: ['bad-escape ⟦\\ ⟧'], tree: ['a = basic "x" ⟦"\\ x"⟧'] },
      'a = "\\/"\n': { problems: ['bad-escape ⟦\\/⟧'], tree: ['a = basic "" ⟦"\\/"⟧'] },
      'a = "\\X41"\n': { problems: ['bad-escape ⟦\\X⟧'], tree: ['a = basic "41" ⟦"\\X41"⟧'] },
      'a = "\\😀x"\n': { problems: ['bad-escape ⟦\\😀⟧'], tree: ['a = basic "\\ude00x" ⟦"\\😀x"⟧'] },
      'a = ["\\q", "\\q"]\n': {
        problems: ['bad-escape ⟦\\q⟧', 'bad-escape ⟦\\q⟧'],
        tree: ['a = [basic "" ⟦"\\q"⟧, basic "" ⟦"\\q"⟧] ⟦["\\q", "\\q"]⟧'],
      },
      'a = """x\\ y"""\n': { problems: ['bad-escape ⟦\\ ⟧'], tree: ['a = multiline-basic "xy" ⟦"""x\\ y"""⟧'] },
      'a = """x\\': {
        problems: ['unterminated-string ⟦"""x\\⟧', 'bad-escape ⟦\\⟧'],
        tree: ['a = multiline-basic "x" ⟦"""x\\⟧'],
      },
    }));

  it('at the end of a line takes the white space behind it', () =>
    assertRead({
      'a = """x\\\n  y"""\n': { problems: [], tree: ['a = multiline-basic "xy" ⟦"""x\\⏎  y"""⟧'] },
      'a = """x\\ \t\n\n\t y"""\n': { problems: [], tree: ['a = multiline-basic "xy" ⟦"""x\\ \t⏎⏎\t y"""⟧'] },
      'a = """x\\\r\n  y"""\n': { problems: [], tree: ['a = multiline-basic "xy" ⟦"""x\\\r⏎  y"""⟧'] },
      'a = """x\\\n\n\n"""\n': { problems: [], tree: ['a = multiline-basic "x" ⟦"""x\\⏎⏎⏎"""⟧'] },
      'a = """x\\\n': { problems: ['unterminated-string ⟦"""x\\⟧'], tree: ['a = multiline-basic "x" ⟦"""x\\⏎⟧'] },
    }));
});

describe('a string of several lines', () => {
  it('ends at its three quotes, with up to two before them', () =>
    assertRead({
      'a = """x""""\n': { problems: [], tree: ['a = multiline-basic "x\\"" ⟦"""x""""⟧'] },
      'a = """x"""""\n': { problems: [], tree: ['a = multiline-basic "x\\"\\"" ⟦"""x"""""⟧'] },
      'a = """x""""""\n': {
        problems: ['text-after-value.quote ⟦"⟧'],
        tree: ['a = multiline-basic "x\\"\\"" ⟦"""x"""""⟧'],
      },
      'a = """x"" y"""\n': { problems: [], tree: ['a = multiline-basic "x\\"\\" y" ⟦"""x"" y"""⟧'] },
      "a = '''x''''\n": { problems: [], tree: ["a = multiline-literal \"x'\" ⟦'''x''''⟧"] },
      "a = '''x'' y'''\n": { problems: [], tree: ["a = multiline-literal \"x'' y\" ⟦'''x'' y'''⟧"] },
      'a = """x\\"""\n"""\n': { problems: [], tree: ['a = multiline-basic "x\\"\\"\\"\\n" ⟦"""x\\"""⏎"""⟧'] },
      "a = '''x\\'''\n": { problems: [], tree: ["a = multiline-literal \"x\\\\\" ⟦'''x\\'''⟧"] },
      'a = """"""\n': { problems: [], tree: ['a = multiline-basic "" ⟦""""""⟧'] },
    }));

  it('begins behind the first line break', () =>
    assertRead({
      'a = """\nx"""\n': { problems: [], tree: ['a = multiline-basic "x" ⟦"""⏎x"""⟧'] },
      'a = """\n\nx"""\n': { problems: [], tree: ['a = multiline-basic "\\nx" ⟦"""⏎⏎x"""⟧'] },
      'a = """\r\nx"""\r\n': { problems: [], tree: ['a = multiline-basic "x" ⟦"""\r⏎x"""⟧'] },
      'a = """ \nx"""\n': { problems: [], tree: ['a = multiline-basic " \\nx" ⟦""" ⏎x"""⟧'] },
      'a = """\rx"""\n': {
        problems: ['control-character.carriage-return ⟦\r⟧'],
        tree: ['a = multiline-basic "\\rx" ⟦"""\rx"""⟧'],
      },
    }));

  it('without an end ends before the next header, or with the text', () =>
    assertRead({
      'a = """x\n[b]\nc = 1\n': {
        problems: ['unterminated-string ⟦"""x⟧'],
        tree: ['a = multiline-basic "x" ⟦"""x⟧', '[b] ⟦[b]⟧', 'c = integer 1 ⟦1⟧'],
      },
      "a = '''x\n[[b]]\n": {
        problems: ["unterminated-string ⟦'''x⟧"],
        tree: ["a = multiline-literal \"x\" ⟦'''x⟧", '[[b]] ⟦[[b]]⟧'],
      },
      'a = """x\nb = 1\n': {
        problems: ['unterminated-string ⟦"""x⟧'],
        tree: ['a = multiline-basic "x\\nb = 1\\n" ⟦"""x⏎b = 1⏎⟧'],
      },
      'a = """x': { problems: ['unterminated-string ⟦"""x⟧'], tree: ['a = multiline-basic "x" ⟦"""x⟧'] },
      'a = """x\\"""': {
        problems: ['unterminated-string ⟦"""x\\"""⟧'],
        tree: ['a = multiline-basic "x\\"\\"\\"" ⟦"""x\\"""⟧'],
      },
      'a = """x\n[b]\nc = """y\n[d]\n': {
        problems: ['text-after-value ⟦y⟧'],
        tree: ['a = multiline-basic "x\\n[b]\\nc = " ⟦"""x⏎[b]⏎c = """⟧', '[d] ⟦[d]⟧'],
      },
      'a = \'\'\'x\n[b]\nc = """y\n[d]\n': {
        problems: ["unterminated-string ⟦'''x⟧", 'unterminated-string ⟦"""y⟧'],
        tree: ["a = multiline-literal \"x\" ⟦'''x⟧", '[b] ⟦[b]⟧', 'c = multiline-basic "y" ⟦"""y⟧', '[d] ⟦[d]⟧'],
      },
      'a = """x\n[b]\nc = \'\'\'y\n[d]\n': {
        problems: ['unterminated-string ⟦"""x⟧', "unterminated-string ⟦'''y⟧"],
        tree: ['a = multiline-basic "x" ⟦"""x⟧', '[b] ⟦[b]⟧', "c = multiline-literal \"y\" ⟦'''y⟧", '[d] ⟦[d]⟧'],
      },
      'a = \'\'\'x\n[b]\nc = """y"""\n': {
        problems: ["unterminated-string ⟦'''x⟧"],
        tree: ["a = multiline-literal \"x\" ⟦'''x⟧", '[b] ⟦[b]⟧', 'c = multiline-basic "y" ⟦"""y"""⟧'],
      },
    }));
});

describe('a string in single quotes over several lines', () => {
  it('is one mistake up to its quote', () =>
    assertRead({
      "a = 'x\ny'\n": { problems: ["unterminated-string.lines ⟦'x⏎y'⟧"], tree: ["a = invalid ⟦'x⏎y'⟧"] },
      "a = 'x\ny' # z\nb = 1\n": {
        problems: ["unterminated-string.lines ⟦'x⏎y'⟧"],
        tree: ["a = invalid ⟦'x⏎y'⟧", 'b = integer 1 ⟦1⟧'],
      },
      "a = 'x\r\ny'\r\n": { problems: ["unterminated-string.lines ⟦'x\r⏎y'⟧"], tree: ["a = invalid ⟦'x\r⏎y'⟧"] },
      "a = 'x\n\n\n y'\n": { problems: ["unterminated-string.lines ⟦'x⏎⏎⏎ y'⟧"], tree: ["a = invalid ⟦'x⏎⏎⏎ y'⟧"] },
      'a = "x\n\\"y"\n': { problems: ['unterminated-string.lines ⟦"x⏎\\"y"⟧'], tree: ['a = invalid ⟦"x⏎\\"y"⟧'] },
      "a = 'x\n\\'\n": { problems: ["unterminated-string.lines ⟦'x⏎\\'⟧"], tree: ["a = invalid ⟦'x⏎\\'⟧"] },
      'a = "x\n"y"\n"\n': { problems: ['unterminated-string.lines ⟦"x⏎"y"⏎"⟧'], tree: ['a = invalid ⟦"x⏎"y"⏎"⟧'] },
      'a = "x\nit\'s y"\n': {
        problems: ['unterminated-string.lines ⟦"x⏎it\'s y"⟧'],
        tree: ['a = invalid ⟦"x⏎it\'s y"⟧'],
      },
    }));

  it('may set variables, as a script does', () =>
    assertRead({
      "a = 'x\nB_2=$y\nz'\n": {
        problems: ["unterminated-string.lines ⟦'x⏎B_2=$y⏎z'⟧"],
        tree: ["a = invalid ⟦'x⏎B_2=$y⏎z'⟧"],
      },
      "a = 'x \\\nb=1\ny'\n": {
        problems: ["unterminated-string.lines ⟦'x \\⏎b=1⏎y'⟧"],
        tree: ["a = invalid ⟦'x \\⏎b=1⏎y'⟧"],
      },
      "a = 'x;\nb=c\ny'\n": {
        problems: ["unterminated-string.lines ⟦'x;⏎b=c⏎y'⟧"],
        tree: ["a = invalid ⟦'x;⏎b=c⏎y'⟧"],
      },
      "a = 'x |\nb=1\ny'\n": {
        problems: ["unterminated-string.lines ⟦'x |⏎b=1⏎y'⟧"],
        tree: ["a = invalid ⟦'x |⏎b=1⏎y'⟧"],
      },
      "a = 'x &&\nb=c'\n": { problems: ["unterminated-string.lines ⟦'x &&⏎b=c'⟧"], tree: ["a = invalid ⟦'x &&⏎b=c'⟧"] },
      "a = 'x (\nb=c\n)'\n": {
        problems: ["unterminated-string.lines ⟦'x (⏎b=c⏎)'⟧"],
        tree: ["a = invalid ⟦'x (⏎b=c⏎)'⟧"],
      },
      "a = 'x {\nb=c\n}'\n": {
        problems: ["unterminated-string.lines ⟦'x {⏎b=c⏎}'⟧"],
        tree: ["a = invalid ⟦'x {⏎b=c⏎}'⟧"],
      },
      "a = 'if x; then\n  b=c\nfi'\n": {
        problems: ["unterminated-string.lines ⟦'if x; then⏎  b=c⏎fi'⟧"],
        tree: ["a = invalid ⟦'if x; then⏎  b=c⏎fi'⟧"],
      },
      "a = 'for x do\nb=c'\n": {
        problems: ["unterminated-string.lines ⟦'for x do⏎b=c'⟧"],
        tree: ["a = invalid ⟦'for x do⏎b=c'⟧"],
      },
      "a = 'else\nb=c\n'\n": {
        problems: ["unterminated-string.lines ⟦'else⏎b=c⏎'⟧"],
        tree: ["a = invalid ⟦'else⏎b=c⏎'⟧"],
      },
      "a = 'x |  \nb=c'\n": {
        problems: ["unterminated-string.lines ⟦'x |  ⏎b=c'⟧"],
        tree: ["a = invalid ⟦'x |  ⏎b=c'⟧"],
      },
    }));

  it('ends with its line where TOML follows, or more behind the quote', () =>
    assertRead({
      "a = 'x\nb = 'y'\n": {
        problems: ["unterminated-string ⟦'x⟧"],
        tree: ['a = literal "x" ⟦\'x⟧', 'b = literal "y" ⟦\'y\'⟧'],
      },
      "a = 'x\nb=1\ny'\n": {
        problems: ["unterminated-string ⟦'x⟧", 'missing-equals ⟦y⟧'],
        tree: ['a = literal "x" ⟦\'x⟧', 'b = integer 1 ⟦1⟧', 'y nothing invalid ⟦⟧'],
      },
      "a = 'xdo\nb=c'\n": {
        problems: ["unterminated-string ⟦'xdo⟧", "bare-word ⟦c'⟧"],
        tree: ['a = literal "xdo" ⟦\'xdo⟧', "b = invalid ⟦c'⟧"],
      },
      "a = 'x\nB= y\nz'\n": {
        problems: ["unterminated-string ⟦'x⟧", 'bare-word ⟦y⟧', 'missing-equals ⟦z⟧'],
        tree: ['a = literal "x" ⟦\'x⟧', 'B = invalid ⟦y⟧', 'z nothing invalid ⟦⟧'],
      },
      "a = 'x;\nb = 1\ny'\n": {
        problems: ["unterminated-string ⟦'x;⟧", 'missing-equals ⟦y⟧'],
        tree: ['a = literal "x;" ⟦\'x;⟧', 'b = integer 1 ⟦1⟧', 'y nothing invalid ⟦⟧'],
      },
      "a = 'x |\nb\t=c\ny'\n": {
        problems: ["unterminated-string ⟦'x |⟧", 'bare-word ⟦c⟧', 'missing-equals ⟦y⟧'],
        tree: ['a = literal "x |" ⟦\'x |⟧', 'b = invalid ⟦c⟧', 'y nothing invalid ⟦⟧'],
      },
      "a = 'x\n[b]\nc = 'y\n": {
        problems: ["unterminated-string ⟦'x⟧", "unterminated-string ⟦'y⟧"],
        tree: ['a = literal "x" ⟦\'x⟧', '[b] ⟦[b]⟧', 'c = literal "y" ⟦\'y⟧'],
      },
      "a = 'x\n[[runners]] y\nz'\n": {
        problems: ["unterminated-string ⟦'x⟧", 'text-after-header ⟦y⟧', 'missing-equals ⟦z⟧'],
        tree: ['a = literal "x" ⟦\'x⟧', '[[runners]] ⟦[[runners]]⟧', 'z nothing invalid ⟦⟧'],
      },
      "a = 'x\ny' z\n": {
        problems: ["unterminated-string ⟦'x⟧", 'missing-equals ⟦y⟧'],
        tree: ['a = literal "x" ⟦\'x⟧', 'y nothing invalid ⟦⟧'],
      },
      "a = 'x\ny\n": {
        problems: ["unterminated-string ⟦'x⟧", 'missing-equals ⟦y⟧'],
        tree: ['a = literal "x" ⟦\'x⟧', 'y nothing invalid ⟦⟧'],
      },
      "a = 'x\n'y'\n": {
        problems: ["unterminated-string ⟦'x⟧", "missing-equals ⟦'y'⟧"],
        tree: ['a = literal "x" ⟦\'x⟧', 'y nothing invalid ⟦⟧'],
      },
      "a = ['x\ny']\n": {
        problems: ["unterminated-string ⟦'x⟧", "bare-word ⟦y'⟧"],
        tree: ["a = [literal \"x\" ⟦'x⟧, invalid ⟦y'⟧] ⟦['x⏎y']⟧"],
      },
    }));
});
