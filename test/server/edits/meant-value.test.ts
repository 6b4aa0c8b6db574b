/** What a value that is no TOML may have been meant as; a question mark behind what nobody should get unasked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editsOf } from '../../../server/edits/changes';
import { applyEdits } from '../../../server/text/edit';
import { documentOf, findingsOf } from '../findings';
import { said } from '../said';

type Cases = Readonly<Record<string, readonly string[]>>;

const DOCKER = '[[runners]]\n[runners.docker]\n';

/** The lines that the fixes of a broken value leave, each with its title. */
function meant(start: string, written: string): string[] {
  const text = `${start} = ${written}\n`;
  const broken = findingsOf(text).filter(({ start: at, severity }) => severity === 'error' && at >= start.length);
  return broken
    .flatMap(({ fixes }) => fixes?.() ?? [])
    .map(({ title, changes, safe }) => {
      const after = applyEdits(text, editsOf(documentOf(text), changes) ?? []);
      return `${said(title)}: ${after.slice(start.length + 3, -1) || 'gone'}${safe ? '' : ' ?'}`;
    });
}

function become(start: string, cases: Cases): void {
  assert.deepEqual(Object.fromEntries(Object.keys(cases).map((written) => [written, meant(start, written)])), cases);
}

test('where text belongs it gets quotes', () => {
  become('[[runners]]\nname', {
    abc: ['Put it in quotes: "abc"'],
    True: ['Put it in quotes: "True"'],
    '007': ['Put it in quotes: "007"'],
    '1.': ['Put it in quotes: "1."'],
    '１号': ['Put it in quotes: "１号"'],
    '<NAME>': ['Put it in quotes: "<NAME>" ?'],
    '“abc”': ['Use straight quotes: "abc"'],
    '‘abc’': ['Use straight quotes: "abc"'],
    '«abc»': ['Use straight quotes: "abc"'],
    '`abc`': ['Use straight quotes: "abc"'],
    null: ['Remove this line: gone ?', 'Put it in quotes: "null"'],
  });
  become('connection_max_age', { '15m': ['Put it in quotes: "15m"'], '１５ｍ': ['Put it in quotes: "15m"'] });
});

test('text that the key does not take is not made unasked', () => {
  become('log_level', { debug: ['Put it in quotes: "debug"'], quiet: ['Put it in quotes: "quiet" ?'] });
  become('log_level', { '“debug”': ['Use straight quotes: "debug"'], '“quiet”': ['Use straight quotes: "quiet" ?'] });
});

test('where something else belongs it is converted, or nothing is offered', () => {
  become(`${DOCKER}privileged`, {
    TRUE: ['Change to `true`: true'],
    yes: ['Change to `true`: true'],
    off: ['Change to `false`: false'],
    '“true”': ['Change to `true`: true'],
    ｆａｌｓｅ: ['Change to `false`: false'],
    maybe: [],
    '<P>': [],
  });
  become('concurrent', {
    '１０': ['Change to `10`: 10'],
    '“10”': ['Change to `10`: 10'],
    '007': ['Change to `7`: 7 ?'],
    '-007': ['Change to `-7`: -7 ?'],
    '+00': ['Change to `+0`: +0 ?'],
    '01.5': [],
    '1.': [],
    '“007”': [],
    ten: [],
    '<N>': [],
    yes: [],
  });
  become(`${DOCKER}volumes`, {
    '/cache': ['Change to `["/cache"]`: ["/cache"]'],
    '“/cache”': ['Change to `["/cache"]`: ["/cache"]'],
    '[/cache]': ['Put it in quotes: ["/cache"]'],
    '<VOLUMES>': [],
  });
});

test('the words that other formats have for no value', () => {
  for (const word of ['null', 'nil', 'NONE', 'undefined'])
    become('concurrent', { [word]: ['Remove this line: gone ?'] });
  for (const word of ['nulls', 'xnull', 'undefinedx', 'anone'])
    become('log_format', { [word]: [`Put it in quotes: "${word}" ?`] });
});

test('of a key that nobody knows all is offered that the value may be', () => {
  const word = (written: string) => [`Put it in quotes: "${written}"`];
  const either = (written: string, other: string) => [
    `Change to \`${other}\`: ${other} ?`,
    `Put it in quotes: "${written}" ?`,
  ];
  become('"x-own"', {
    abc: word('abc'),
    null: ['Remove this line: gone ?', 'Put it in quotes: "null" ?'],
    True: ['Change to `true`: true'],
    FALSE: ['Change to `false`: false'],
    yes: either('yes', 'true'),
    On: either('On', 'true'),
    no: either('no', 'false'),
    OFF: either('OFF', 'false'),
    '007': either('007', '7'),
    '01.5': either('01.5', '1.5'),
    '-0012.25': either('-0012.25', '-12.25'),
    '+00': either('+00', '+0'),
    '１０': either('１０', '10'),
    '1.': ['Put it in quotes: "1." ?'],
    '1.5.2': word('1.5.2'),
    Trues: word('Trues'),
    unyes: word('unyes'),
    north: word('north'),
    kickoff: word('kickoff'),
    '“10”': ['Use straight quotes: "10"'],
    '“true”': ['Use straight quotes: "true"'],
    '«a»': ['Use straight quotes: "a"'],
    '<N>': ['Put it in quotes: "<N>" ?'],
  });
});

test('a number with a unit that is no size', () => become('[[runners]]\nlimit', { '8k': [], '"8k"': [] }));
