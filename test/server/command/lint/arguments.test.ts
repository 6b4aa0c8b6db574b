/** The arguments of `lint`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { optionNames, readArguments } from '../../../../server/command/lint/arguments';
import { anyOf, type Message, message } from '../../../../server/text/message';
import { counted } from '../../../counted';
import { said } from '../../said';

const read = (line: string) => readArguments(line === '' ? [] : line.split(' '));

const defaults = {
  format: 'text',
  maxWarnings: undefined,
  runnerVersion: undefined,
  baseline: undefined,
  stdinFilename: undefined,
  fix: false,
  dryRun: false,
  skipOthers: false,
  jobs: undefined,
};

test('files alone, with the defaults', () => {
  assert.deepEqual(read('config.toml -'), {
    ...defaults,
    paths: ['config.toml', '-'],
  });
});

test('options with a space, with an equals sign, before and after files', () => {
  assert.deepEqual(read('--format json a.toml --max-warnings=3 b.toml --runner-version 17.4 --locale de'), {
    ...defaults,
    format: 'json',
    maxWarnings: 3,
    runnerVersion: { major: 17, minor: 4 },
    paths: ['a.toml', 'b.toml'],
  });
});

test('on how many threads', () => {
  for (const line of ['-j 3', '-j3', '--jobs 3', '--jobs=3'])
    assert.deepEqual(read(`${line} a.toml`), { ...defaults, jobs: 3, paths: ['a.toml'] }, line);
});

test('of an option that is given twice the last one counts', () => {
  const options = read('--max-warnings 1 a.toml --max-warnings 2');
  assert.equal(typeof options === 'object' && 'maxWarnings' in options && options.maxWarnings, 2);
});

test('what follows -- is a file', () => {
  const options = read('-- --format json');
  assert.deepEqual(typeof options === 'object' && 'paths' in options && options.paths, ['--format', 'json']);
});

for (const line of ['--help', '-h', 'a.toml -h', '--help --mend']) {
  test(`${line} asks for help`, () => assert.equal(read(line), 'help'));
}

test('the help names every option', () => {
  const help = said(message('cli.usage.lint'));
  for (const name of counted(optionNames)) assert.ok(help.includes(`\n  --${name} `), name);
});

const formats = anyOf(['text', 'json', 'sarif', 'codequality']);
const unknown = (option: string) => message('cli.unknown-option', { option, command: 'lint' });
const notANumber = (value: string) => message('cli.not-a-number', { option: '--max-warnings', value });
const badVersion = (reason: Message) => message('cli.runner-version', { option: '--runner-version', reason });

const wrong: Readonly<Record<string, Message>> = {
  '': message('cli.missing-file'),
  '--': message('cli.missing-file'),
  '--mend a.toml': unknown('--mend'),
  '--mend=all a.toml': unknown('--mend'),
  '--mend --help': unknown('--mend'),
  '--fix=all a.toml': message('cli.no-value', { option: '--fix' }),
  '--dry-run a.toml': message('cli.needs-option', { option: '--dry-run', needed: '--fix' }),
  'a.toml --baseline': message('cli.missing-value', { option: '--baseline' }),
  '-x': unknown('-x'),
  '--constructor a.toml': unknown('--constructor'),
  'a.toml --format': message('cli.missing-value', { option: '--format' }),
  'a.toml --locale': message('cli.missing-value', { option: '--locale' }),
  '--format xml a.toml': message('cli.unknown-format', { format: 'xml', formats }),
  '--format= a.toml': message('cli.unknown-format', { format: '', formats }),
  '--max-warnings many a.toml': notANumber('many'),
  '--max-warnings -1 a.toml': notANumber('-1'),
  '-j 0 a.toml': message('cli.not-a-number', { option: '-j', value: '0' }),
  '--runner-version new a.toml': badVersion(message('version.malformed', { text: 'new' })),
  '--runner-version 8.0 a.toml': badVersion(message('version.unknown', { text: '8.0' })),
};

test('what is mended, and where it is written down', () => {
  assert.deepEqual(read('--fix --dry-run --baseline known.json --stdin-filename values.yaml -'), {
    ...defaults,
    fix: true,
    dryRun: true,
    baseline: 'known.json',
    stdinFilename: 'values.yaml',
    paths: ['-'],
  });
});

for (const [line, complaint] of Object.entries(wrong)) {
  test(`"${line}" is refused: ${complaint.id}`, () => assert.deepEqual(read(line), { wrong: complaint }));
}
