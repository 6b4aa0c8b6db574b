import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invalidTokens, scopesAtMarks, tokenize } from './tokenize';

const key = 'support.type.property-name.toml';
const comment = 'comment.line.number-sign.toml';

test('an ignore directive has keywords inside its comment', async () => {
  assert.deepEqual(await scopesAtMarks('a = 1 # |gitlab-runner: |ignore|=|unknown-key, |key-case |because'), [
    `${comment} keyword.other.directive.toml`,
    `${comment} keyword.control.directive.toml`,
    `${comment} keyword.operator.assignment.toml`,
    `${comment} constant.other.diagnostic-code.toml`,
    `${comment} constant.other.diagnostic-code.toml`,
    comment,
  ]);
  assert.deepEqual(await scopesAtMarks('# gitlab-runner: |ignore'), [`${comment} keyword.control.directive.toml`]);
});

test('the same words further inside a comment are no directive', async () => {
  assert.deepEqual(await scopesAtMarks('# see |gitlab-runner: |ignore'), [comment, comment]);
});

test('variables in strings', async () => {
  assert.deepEqual(await scopesAtMarks(`a = "x-|$|CI_TOKEN-|\${HOME}/|$1"\nb = '|$FOO'`), [
    'string.quoted.double.toml variable.other.environment.toml punctuation.definition.variable.toml',
    'string.quoted.double.toml variable.other.environment.toml',
    'string.quoted.double.toml variable.other.environment.toml punctuation.definition.variable.toml',
    'string.quoted.double.toml',
    'string.quoted.single.toml variable.other.environment.toml punctuation.definition.variable.toml',
  ]);
});

test('a feature flag as a key is a constant, and still a key to themes that know no more', async () => {
  assert.deepEqual(await scopesAtMarks('|FF_NETWORK_PER_BUILD = true\n|FFx = 1\n|XFF_A = 1'), [
    `${key} constant.other.feature-flag.toml`,
    key,
    key,
  ]);
});

const embedded = 'meta.embedded.block.shell.toml';

for (const [quote, kind] of [
  ['"""', 'basic'],
  ["'''", 'literal'],
] as const) {
  const string = `string.quoted.triple.${kind}.toml`;

  test(`a script in ${quote} is shell`, async () => {
    assert.deepEqual(await scopesAtMarks(`|pre_build_script |= |${quote}\n  |echo hi |# c\n|${quote}\n|b = 1`), [
      key,
      'keyword.operator.assignment.toml',
      `${string} punctuation.definition.string.begin.toml`,
      `${string} ${embedded} keyword.shell`,
      `${string} ${embedded} comment.line.shell`,
      `${string} punctuation.definition.string.end.toml`,
      key,
    ]);
  });

  test(`nothing unclosed in the shell swallows the closing ${quote}`, async () => {
    for (const line of ['echo "unclosed', 'cat <<END', 'if true; then # "']) {
      const text = `post_build_script = ${quote}\n${line}\nmore\n  done |${quote}\n|[runners.docker]`;
      assert.deepEqual(
        await scopesAtMarks(text),
        [`${string} punctuation.definition.string.end.toml`, 'meta.table.toml punctuation.definition.table.begin.toml'],
        line,
      );
    }
  });

  test(`a script that ends on the line of its ${quote} is a string`, async () => {
    assert.deepEqual(await scopesAtMarks(`post_get_sources_script = ${quote}|echo "hi|${quote} |# c\n|b = 1`), [
      string,
      `${string} punctuation.definition.string.end.toml`,
      `${comment} punctuation.definition.comment.toml`,
      key,
    ]);
  });
}

test('an escaped delimiter does not end a script, and shell goes on after it', async () => {
  const text = 'pre_get_sources_script = """\necho \\"""|x\n|echo y\n|"""';
  assert.deepEqual(await scopesAtMarks(text), [
    'string.quoted.triple.basic.toml',
    `string.quoted.triple.basic.toml ${embedded} keyword.shell`,
    'string.quoted.triple.basic.toml punctuation.definition.string.end.toml',
  ]);
});

test('only scripts are shell', async () => {
  for (const name of ['patch', 'user_data', 'my_pre_build_script', 'pre_build_script_x']) {
    const { lines } = await tokenize(`${name} = """\necho hi\n"""`);
    assert.ok(!lines.flat().some((token) => token.scopes.includes(embedded)), name);
  }
});

test('expressions of a template are not called invalid', async () => {
  const text = [
    '{{- if .Values.cache }}',
    'limit = {{ runner_limit | default(10) }}',
    `concurrent = \${concurrent}`,
    '{% for v in volumes %}',
    'image = <%= @image %>',
    '[runners.{{ executor }}]',
    '{{- end }}',
  ].join('\n');
  assert.deepEqual(await invalidTokens(text), []);
  assert.deepEqual(await scopesAtMarks('limit = |{{ limit }} |# c'), [
    'meta.template.toml variable.other.template.toml',
    `${comment} punctuation.definition.comment.toml`,
  ]);
});
