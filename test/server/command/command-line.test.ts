/** Which command runs, with what status it ends, and in whose language it speaks. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Outcome } from '../../../server/command/command';
import { commandNames, run } from '../../../server/command/command-line';
import type { Catalog } from '../../../server/text/catalog';
import { type Argument, anyOf, type Message, message } from '../../../server/text/message';
import { counted } from '../../counted';
import { said } from '../said';

const nothing = () => assert.fail('nothing asks for standard input');
const usage = said(message('cli.usage'));
const usageOfLint = said(message('cli.usage.lint'));
const usageOfFormat = said(message('cli.usage.format'));
const usageOfExplain = said(message('cli.usage.explain'));

const helps: Readonly<Record<string, string>> = {
  '--help': usage,
  '-h': usage,
  help: usage,
  'lint --help': usageOfLint,
  'lint a.toml -h': usageOfLint,
  'format --help': usageOfFormat,
  'format --check -h': usageOfFormat,
  'preview --help': said(message('cli.usage.preview')),
  'explain --help': usageOfExplain,
  'explain job.log -h': usageOfExplain,
};

for (const [line, output] of Object.entries(helps)) {
  test(`${line} prints the help and ends with 0`, () => {
    assert.deepEqual(run(line.split(' '), nothing), { status: 0, output });
  });
}

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const line of ['--version', '-V', 'version'])
    assert.deepEqual(run([line], nothing), { status: 0, output: `${version}\n` });
});

test('the help names each command', () => {
  for (const name of counted([...commandNames])) assert.match(usage, new RegExp(`^  ${name} `, 'm'));
});

const commands = anyOf([...commandNames]);
const wrong: readonly { argv: string[]; complaint: Message; help?: string }[] = [
  { argv: [], complaint: message('cli.missing-command', { commands }) },
  { argv: ['check', 'a.toml'], complaint: message('cli.unknown-command', { command: 'check', commands }) },
  { argv: ['constructor'], complaint: message('cli.unknown-command', { command: 'constructor', commands }) },
  {
    argv: ['lint', '--mend'],
    complaint: message('cli.unknown-option', { option: '--mend', command: 'lint' }),
    help: usageOfLint,
  },
  { argv: ['lint', '--fix'], complaint: message('cli.missing-file'), help: usageOfLint },
  { argv: ['format'], complaint: message('cli.missing-file'), help: usageOfFormat },
  {
    argv: ['format', '--fix', 'a.toml'],
    complaint: message('cli.unknown-option', { option: '--fix', command: 'format' }),
    help: usageOfFormat,
  },
  {
    argv: ['format', '--check=no', 'a.toml'],
    complaint: message('cli.no-value', { option: '--check' }),
    help: usageOfFormat,
  },
  {
    argv: ['explain', '--fix', '-'],
    complaint: message('cli.unknown-option', { option: '--fix', command: 'explain' }),
    help: usageOfExplain,
  },
  { argv: ['explain'], complaint: message('cli.explain.one-log'), help: usageOfExplain },
  { argv: ['explain', 'a.log', 'b.log'], complaint: message('cli.explain.one-log'), help: usageOfExplain },
  { argv: ['explain', '--config', '-', '-'], complaint: message('cli.explain.one-input'), help: usageOfExplain },
];

for (const { argv, complaint, help = usage } of wrong) {
  test(`"${argv.join(' ')}" ends with 2, what is wrong and how it goes`, () => {
    const expected: Outcome = {
      status: 2,
      output: '',
      complaint: `gitlab-runner-config: ${said(complaint)}\n\n${help}`,
    };
    assert.deepEqual(run(argv, nothing), expected);
  });
}

test('the locale is found wherever it stands, also where the rest is wrong', () => {
  const asked: (string | undefined)[] = [];
  const catalogOf = (locale: string | undefined) => {
    asked.push(locale);
    return pseudo;
  };
  for (const line of ['lint --locale de -', 'lint --mend --locale=zh_CN.UTF-8', 'check --locale fr', 'lint -', '']) {
    run(line.split(' '), () => '', catalogOf);
  }
  assert.deepEqual(asked, ['de', 'zh_CN.UTF-8', 'fr', undefined, undefined]);
});

test('without --locale that of the process counts', () => {
  const wrong = (line: string, locale?: string) =>
    run(line.split(' '), () => '', undefined, locale === undefined ? {} : { locale }).complaint;
  assert.match(wrong('lint', 'zh_CN.UTF-8') ?? '', /\p{Script=Han}/u);
  assert.match(wrong('lint --locale zh-TW') ?? '', /檔/);
  assert.equal(wrong('lint --locale en', 'zh_CN.UTF-8'), wrong('lint'));
  assert.equal(wrong('lint', 'C.UTF-8'), wrong('lint'));
});

test('a locale without texts is spoken to in English', () => {
  const broken = () => 'concurrent = "1"\n';
  assert.deepEqual(run(['lint', '--locale', 'tlh', '-'], broken), run(['lint', '-'], broken));
});

/** Says no word of English: each message in brackets, by its id. */
const pseudo: Catalog = {
  language: 'en-xa',
  say: ({ id, args = {} }) => `⟦${[id, ...Object.values(args).map(word)].join(' ')}⟧`,
};

function word(value: Argument): string {
  if (typeof value !== 'object') return String(value);
  return 'id' in value ? pseudo.say(value) : value.items.map(word).join(' ');
}

function outsideOfBrackets(text: string): string {
  const without = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  return without === text ? text : outsideOfBrackets(without);
}

test('every word that is printed is of the catalog', () => {
  const text = 'concurrent = "1"\n[[runners]]\n  limt = 3\n';
  const lines = [
    'lint -',
    'lint --max-warnings 0 -',
    'lint --runner-version 16.12 -',
    'lint --format xml -',
    'lint --mend -',
    'format',
    'format --help',
    'lint no/such.toml',
    'lint protocol',
    'lint --help',
    'check',
    '--help',
  ];
  for (const line of lines) {
    const { output, complaint = '' } = run(
      line.split(' '),
      () => text,
      () => pseudo,
    );
    assert.match(output + complaint, /⟦/, line);
    assert.equal(outsideOfBrackets(output + complaint).trim(), '', line);
  }
  const { output } = run(
    ['lint', '--format', 'json', '-'],
    () => text,
    () => pseudo,
  );
  for (const problem of JSON.parse(output)) assert.equal(outsideOfBrackets(problem.message), '');
});

test('what is no locale ends with 2, and what there is is named; a locale without texts, or of no language, is one', () => {
  for (const command of commandNames) {
    for (const [locale, status] of [
      ['nonsense', 2],
      ['xx', 2],
      ['zh-', 2],
      ['klingon', 2],
    ] as const) {
      const outcome = run([command, '--locale', locale, '-'], () => 'concurrent = 1\n');
      assert.deepEqual([outcome.status, outcome.output], [status, ''], `${command} ${locale}`);
      assert.match(
        outcome.complaint ?? '',
        new RegExp(`^gitlab-runner-config: \\W${locale}\\W is not a locale\\. Use .en., .zh-cn., or .zh-tw.;`),
      );
    }
    for (const locale of ['de', 'de_DE.UTF-8', 'zh_TW', 'en-GB', 'C', 'C.UTF-8', 'POSIX', '', 'tlh']) {
      const outcome = run([command, '--locale', locale, '-'], () => 'concurrent = 1\n');
      assert.doesNotMatch(outcome.complaint ?? '', /locale/, `${command} ${locale}`);
    }
  }
});
