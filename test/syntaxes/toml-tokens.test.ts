import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invalidTokens, scopesAtMarks } from './tokenize';

const key = 'support.type.property-name.toml';
const assignment = 'keyword.operator.assignment.toml';

test('a pair is a key, an equals sign and a value', async () => {
  assert.deepEqual(await scopesAtMarks('|concurrent |= |10 |# jobs'), [
    key,
    assignment,
    'constant.numeric.integer.toml',
    'comment.line.number-sign.toml punctuation.definition.comment.toml',
  ]);
});

test('a dotted key has a scope for each segment, quoted ones too', async () => {
  assert.deepEqual(await scopesAtMarks(`|docker|.|"services_tmpfs"|.'|x' = 1`), [
    key,
    'punctuation.separator.dot.toml',
    `string.quoted.double.toml ${key} punctuation.definition.string.begin.toml`,
    'punctuation.separator.dot.toml',
    `string.quoted.single.toml ${key}`,
  ]);
});

test('tables and arrays of tables differ', async () => {
  assert.deepEqual(await scopesAtMarks('|[|runners|.|docker|] |# c'), [
    'meta.table.toml punctuation.definition.table.begin.toml',
    'meta.table.toml entity.name.tag.table.toml',
    'meta.table.toml punctuation.separator.dot.toml',
    'meta.table.toml entity.name.tag.table.toml',
    'meta.table.toml punctuation.definition.table.end.toml',
    'comment.line.number-sign.toml punctuation.definition.comment.toml',
  ]);
  assert.deepEqual(await scopesAtMarks('  |[[|runners.docker."|a]b"|]]'), [
    'meta.array-of-tables.toml punctuation.definition.array-of-tables.begin.toml',
    'meta.array-of-tables.toml entity.name.tag.array-of-tables.toml',
    'meta.array-of-tables.toml string.quoted.double.toml entity.name.tag.array-of-tables.toml',
    'meta.array-of-tables.toml punctuation.definition.array-of-tables.end.toml',
  ]);
});

test('the four kinds of string', async () => {
  const text = ['a = "|x"', "b = '|x'", 'c = """', '|x"""', "d = '''", "|x'''"].join('\n');
  assert.deepEqual(await scopesAtMarks(text), [
    'string.quoted.double.toml',
    'string.quoted.single.toml',
    'string.quoted.triple.basic.toml',
    'string.quoted.triple.literal.toml',
  ]);
});

test('one or two quotes before a closing delimiter belong to the string', async () => {
  assert.deepEqual(await scopesAtMarks('a = """say "hi|"|"""\n|b = 1'), [
    'string.quoted.triple.basic.toml',
    'string.quoted.triple.basic.toml punctuation.definition.string.end.toml',
    key,
  ]);
});

test('escapes of TOML 1.1, in basic strings only', async () => {
  const escaped = 'string.quoted.double.toml constant.character.escape.toml';
  assert.deepEqual(
    await scopesAtMarks(String.raw`a = "|\t|\e|\x1B|\u00e9|\U0001F600|\"|\\"`),
    Array.from({ length: 7 }, () => escaped),
  );
  assert.deepEqual(await scopesAtMarks(String.raw`a = '|\t'`), ['string.quoted.single.toml']);
  assert.deepEqual(await scopesAtMarks('a = """x |\\\n  y"""'), [
    'string.quoted.triple.basic.toml constant.character.escape.line-continuation.toml',
  ]);
});

test('an escape that TOML has not is invalid', async () => {
  assert.deepEqual(await invalidTokens(String.raw`a = "C:\Users\d\x1G\u12\uD800"`), [
    String.raw`0:\U invalid.illegal.escape.toml`,
    String.raw`0:\d invalid.illegal.escape.toml`,
    String.raw`0:\x invalid.illegal.escape.toml`,
    String.raw`0:\u invalid.illegal.escape.toml`,
    String.raw`0:\u invalid.illegal.escape.toml`,
  ]);
  assert.deepEqual(await invalidTokens('a = "a\\'), ['0:\\ invalid.illegal.escape.toml']);
});

const values: [string, string][] = [
  ['+1_000', 'constant.numeric.integer.toml'],
  ['0', 'constant.numeric.integer.toml'],
  ['0xDEAD_beef', 'constant.numeric.integer.hexadecimal.toml'],
  ['0o755', 'constant.numeric.integer.octal.toml'],
  ['0b1010', 'constant.numeric.integer.binary.toml'],
  ['-0.5', 'constant.numeric.float.toml'],
  ['6.626e-34', 'constant.numeric.float.toml'],
  ['1e06', 'constant.numeric.float.toml'],
  ['-inf', 'constant.numeric.float.infinity.toml'],
  ['+nan', 'constant.numeric.float.not-a-number.toml'],
  ['true', 'constant.language.boolean.toml'],
  ['2025-01-31T07:32:00.5Z', 'constant.numeric.date-time.offset.toml'],
  ['2025-01-31 07:32-08:00', 'constant.numeric.date-time.offset.toml'],
  ['2025-01-31T07:32:00', 'constant.numeric.date-time.local.toml'],
  ['2025-01-31', 'constant.numeric.date.local.toml'],
  ['07:32', 'constant.numeric.time.local.toml'],
];
for (const [value, scope] of values) {
  test(`${value} is ${scope}, alone, in an array and in an inline table`, async () => {
    assert.deepEqual(await scopesAtMarks(`a = |${value} # c`), [scope]);
    assert.deepEqual(await scopesAtMarks(`a = [|${value}, |${value}]`), [
      `meta.array.toml ${scope}`,
      `meta.array.toml ${scope}`,
    ]);
    assert.deepEqual(await scopesAtMarks(`a = {b = |${value}}`), [`meta.inline-table.toml ${scope}`]);
    assert.deepEqual(await invalidTokens(`a = ${value} # c`), []);
  });
}

for (const value of ['True', 'yes', '01', '1__0', '0xG', '10m', '2025-13-01', 'docker', '“docker”']) {
  test(`${value} is no value`, async () => {
    assert.deepEqual(await scopesAtMarks(`a = |${value}`), ['invalid.illegal.bare-word.toml']);
  });
}

test('an array over several lines, with comments', async () => {
  const text = 'volumes = |[\n  "|/cache"|, |# first\n  [|1],\n|]\n|b = 1';
  assert.deepEqual(await scopesAtMarks(text), [
    'meta.array.toml punctuation.definition.array.begin.toml',
    'meta.array.toml string.quoted.double.toml',
    'meta.array.toml punctuation.separator.array.toml',
    'meta.array.toml comment.line.number-sign.toml punctuation.definition.comment.toml',
    'meta.array.toml meta.array.toml constant.numeric.integer.toml',
    'meta.array.toml punctuation.definition.array.end.toml',
    key,
  ]);
});

test('an inline table over several lines, with comments (TOML 1.1)', async () => {
  const text = 'tmpfs = |{\n  |"/run" |= "rw"|, |# c\n  a.|b = { c = |1 },\n|}\n|d = 1';
  assert.deepEqual(await scopesAtMarks(text), [
    'meta.inline-table.toml punctuation.definition.inline-table.begin.toml',
    `meta.inline-table.toml string.quoted.double.toml ${key} punctuation.definition.string.begin.toml`,
    `meta.inline-table.toml ${assignment}`,
    'meta.inline-table.toml punctuation.separator.inline-table.toml',
    'meta.inline-table.toml comment.line.number-sign.toml punctuation.definition.comment.toml',
    `meta.inline-table.toml ${key}`,
    'meta.inline-table.toml meta.inline-table.toml constant.numeric.integer.toml',
    'meta.inline-table.toml punctuation.definition.inline-table.end.toml',
    key,
  ]);
});

test('a control character is invalid in comments and strings', async () => {
  assert.deepEqual(await invalidTokens('# a\u0007\nb = "\u0000"\nc = "\t"'), [
    '0:\u0007 invalid.illegal.control-character.toml',
    '1:\u0000 invalid.illegal.control-character.toml',
  ]);
});
