import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Message, message } from '../../../server/text/message';
import { briefReportOf, findingsOf, fixed, fixedAll, fixTitles, reportOf } from '../findings';

function messagesOf(text: string): Message[] {
  return findingsOf(text).map((finding) => finding.message);
}

test('a bare word', () => {
  const text = 'log_level = warn\n';
  assert.deepEqual(briefReportOf(text), ['1 error bare-word «warn»']);
  assert.deepEqual(messagesOf(text), [message('bare-word', { quoted: '"warn"' })]);
  assert.deepEqual(fixTitles(text), ['Put it in quotes']);
  const after = fixed(text, 'Put it in quotes');
  assert.equal(after, 'log_level = "warn"\n');
  assert.deepEqual(reportOf(after), []);
});

test('a placeholder', () => {
  const text = '[[runners]]\n  token = <TOKEN>\n';
  assert.deepEqual(fixTitles(text), ['Put it in quotes']);
  assert.equal(fixed(text, 'Put it in quotes'), '[[runners]]\n  token = "<TOKEN>"\n');
});

test('no value', () => {
  const text = `concurrent = 1
sentry_dsn = null
log_level = "info"
`;
  assert.deepEqual(briefReportOf(text), ['2 error bare-word «null»']);
  assert.deepEqual(messagesOf(text), [message('bare-word.nothing', { text: 'null' })]);
  assert.deepEqual(fixTitles(text), ['Remove this line', 'Put it in quotes']);
  const after = fixed(text, 'Remove this line');
  assert.equal(
    after,
    `concurrent = 1
log_level = "info"
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Put it in quotes');
  assert.equal(
    after1,
    `concurrent = 1
sentry_dsn = "null"
log_level = "info"
`,
  );
  assert.deepEqual(briefReportOf(after1), ['2 warning sentry-dsn «"null"»']);
});

test('yes', () => {
  const text = `[[runners]]
  [runners.docker]
    privileged = yes
`;
  assert.deepEqual(briefReportOf(text), ['3 error bare-word «yes»']);
  assert.deepEqual(messagesOf(text), [message('bare-word.boolean', { text: 'yes', value: 'true' })]);
  assert.deepEqual(fixTitles(text), ['Change to `true`']);
  const after = fixed(text, 'Change to `true`');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    privileged = true
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('where a number must be, quotes are no fix', () => {
  const text = '[[runners]]\n  limit = ten\n  output_limit = 8k\n';
  assert.deepEqual(reportOf(text), [
    '2 error bare-word «ten»: `ten` is not a value: `limit` must be an integer without quotes.',
    '3 error bare-word «8k»: `8k` is not a value: `output_limit` must be an integer without quotes, in KiB.',
  ]);
  // Whether 8k of them, or 8 KiB, nobody can tell.
  assert.deepEqual(fixTitles(text), []);
  assert.deepEqual(fixTitles('[[runners]]\n  limit = yes\n  request_concurrency = <N>\n'), []);
});

test('a size with a unit where Docker knows what it is', () => {
  const docker = '[[runners]]\n  [runners.docker]\n    shm_size = ';
  for (const size of ['300m', '"300m"', '300MB']) {
    const after = fixed(`${docker}${size}\n`, 'Change to `314572800`');
    assert.equal(after, `${docker}314572800\n`);
    assert.deepEqual(reportOf(after), []);
  }
});

test('full-width letters and digits', () => {
  assert.deepEqual(reportOf('concurrent = １０\n'), [
    '1 error bare-word «１０»: `１０` is written in full-width characters. Write `10`.',
  ]);
  for (const [wide, title, plain] of [
    ['concurrent = １０', 'Change to `10`', 'concurrent = 10'],
    ['[[runners]]\nlimit = "１０"', 'Change to `10`', '[[runners]]\nlimit = 10'],
    ['[[runners]]\nlimit = “10”', 'Change to `10`', '[[runners]]\nlimit = 10'],
    [
      '[[runners]]\n[runners.docker]\nprivileged = ｔｒｕｅ',
      'Change to `true`',
      '[[runners]]\n[runners.docker]\nprivileged = true',
    ],
    ['connection_max_age = １５ｍ', 'Put it in quotes', 'connection_max_age = "15m"'],
    ['[[runners]]\nname = １号', 'Put it in quotes', '[[runners]]\nname = "１号"'],
  ] as const) {
    assert.equal(fixed(wide, title), plain);
    assert.deepEqual(reportOf(plain), []);
  }
});

test('a value of the wrong shape becomes what its key takes', () => {
  for (const [wrong, title, right] of [
    ['[[runners]]\nname = True', 'Put it in quotes', '[[runners]]\nname = "True"'],
    ['[[runners]]\nname = 007', 'Put it in quotes', '[[runners]]\nname = "007"'],
    ['[[runners]]\nlimit = 007', 'Change to `7`', '[[runners]]\nlimit = 7'],
    [
      '[[runners]]\n[runners.docker]\nvolumes = /cache',
      'Change to `["/cache"]`',
      '[[runners]]\n[runners.docker]\nvolumes = ["/cache"]',
    ],
    [
      '[[runners]]\n[runners.docker]\nvolumes = [/cache]',
      'Put it in quotes',
      '[[runners]]\n[runners.docker]\nvolumes = ["/cache"]',
    ],
  ] as const) {
    assert.deepEqual(fixTitles(wrong), [title]);
    assert.equal(fixed(wrong, title), right);
    assert.deepEqual(reportOf(right), []);
  }
});

test('of a key that nobody knows nothing is known', () => {
  assert.deepEqual(fixTitles('"x-own" = yes'), ['Change to `true`', 'Put it in quotes']);
  assert.deepEqual(fixTitles('"x-own" = １'), ['Change to `1`', 'Put it in quotes']);
  assert.deepEqual(fixTitles('"x-own" = 8k'), ['Put it in quotes']);
});

test('a regular expression in double quotes', () => {
  const text = `[[runners]]
  [runners.docker]
    allowed_images = ["^ruby:\\d+$"]
`;
  assert.deepEqual(briefReportOf(text), ['3 error bad-escape «\\d»']);
  assert.deepEqual(messagesOf(text), [message('bad-escape', { text: '\\d' })]);
  assert.deepEqual(fixTitles(text), ['Use single quotes', 'Double the backslash']);
  const after = fixed(text, 'Use single quotes');
  assert.equal(
    after,
    `[[runners]]
  [runners.docker]
    allowed_images = ['^ruby:\\d+$']
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Double the backslash');
  assert.equal(
    after1,
    `[[runners]]
  [runners.docker]
    allowed_images = ["^ruby:\\\\d+$"]
`,
  );
  assert.deepEqual(reportOf(after1), []);
});

test('a network path in double quotes', () => {
  const text = `[[runners]]
  builds_dir = "\\\\server\\share"
`;
  assert.deepEqual(briefReportOf(text), ['2 error bad-escape «\\s»']);
  assert.deepEqual(messagesOf(text), [message('bad-escape', { text: '\\s' })]);
  assert.deepEqual(fixTitles(text), ['Use single quotes', 'Double the backslashes']);
  const after = fixed(text, 'Use single quotes');
  assert.equal(
    after,
    `[[runners]]
  builds_dir = '\\\\server\\share'
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Double the backslashes');
  assert.equal(
    after1,
    `[[runners]]
  builds_dir = "\\\\\\\\server\\\\share"
`,
  );
  assert.deepEqual(reportOf(after1), []);
});

test('a Windows path in double quotes', () => {
  const text = `[[runners]]
  builds_dir = "C:\\GitLab\\builds"
`;
  assert.deepEqual(briefReportOf(text), ['2 error bad-escape «\\G»']);
  assert.deepEqual(messagesOf(text), [message('bad-escape', { text: '\\G' })]);
  assert.deepEqual(fixTitles(text), ['Use single quotes', 'Double the backslashes']);
  const after = fixed(text, 'Use single quotes');
  assert.equal(
    after,
    `[[runners]]
  builds_dir = 'C:\\GitLab\\builds'
`,
  );
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Double the backslashes');
  assert.equal(
    after1,
    `[[runners]]
  builds_dir = "C:\\\\GitLab\\\\builds"
`,
  );
  assert.deepEqual(reportOf(after1), []);
});

test('a missing bracket', () => {
  const text = `[[runners]
  name = "a"
`;
  assert.deepEqual(reportOf(text), [
    '1 error unclosed-header «[[runners]»: This header is not closed: `]]` is missing.',
  ]);
  assert.deepEqual(fixTitles(text), ['Insert `]`']);
  const after = fixed(text, 'Insert `]`');
  assert.equal(
    after,
    `[[runners]]
  name = "a"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a missing bracket at the start', () => {
  const text = `[runners]]
  name = "a"
`;
  assert.deepEqual(reportOf(text), [
    '1 error unclosed-header «[runners]]»: The brackets of this header do not match: `[` is missing at its start.',
  ]);
  assert.deepEqual(fixTitles(text), ['Insert `[`']);
  const after = fixed(text, 'Insert `[`');
  assert.equal(
    after,
    `[[runners]]
  name = "a"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('the same key twice', () => {
  const text = `concurrent = 1
concurrent = 2
`;
  assert.deepEqual(reportOf(text), [
    '2 error duplicate-key «concurrent»: `concurrent` is already defined in this table. Remove one of the two.',
  ]);
  assert.deepEqual(fixTitles(text), ['Remove this one', 'Remove the first one']);
  const after = fixed(text, 'Remove this one');
  assert.equal(after, 'concurrent = 1\n');
  assert.deepEqual(reportOf(after), []);
  const after1 = fixed(text, 'Remove the first one');
  assert.equal(after1, 'concurrent = 2\n');
  assert.deepEqual(reportOf(after1), []);
});

test('a colon', () => {
  const text = 'concurrent: 1\n';
  assert.deepEqual(briefReportOf(text), ['1 error colon-for-equals «:»']);
  assert.deepEqual(messagesOf(text), [message('colon-for-equals', { text: ':' })]);
  assert.deepEqual(fixTitles(text), ['Change to `=`']);
  const after = fixed(text, 'Change to `=`');
  assert.equal(after, 'concurrent = 1\n');
  assert.deepEqual(reportOf(after), []);
});

test('single brackets at first', () => {
  const text = `[[runners]]
[runners.autoscaler.plugin_config.x]
name = "a"
[[runners.autoscaler.plugin_config.x]]
name = "b"
`;
  assert.deepEqual(briefReportOf(text), ['4 error array-redefined «x»']);
  assert.deepEqual(messagesOf(text), [message('array-redefined', { name: 'x' })]);
  assert.deepEqual(fixTitles(text), ['Give the first header two brackets']);
  const after = fixed(text, 'Give the first header two brackets');
  assert.equal(
    after,
    `[[runners]]
[[runners.autoscaler.plugin_config.x]]
name = "a"
[[runners.autoscaler.plugin_config.x]]
name = "b"
`,
  );
  assert.deepEqual(reportOf(after), []);
});

test('a missing equals sign', () => {
  const text = 'log_level info # quiet\n';
  assert.deepEqual(briefReportOf(text), ['1 error missing-equals «log_level»']);
  assert.deepEqual(messagesOf(text), [message('missing-equals', { name: 'log_level' })]);
  assert.deepEqual(fixTitles(text), ['Insert `=` and quotes']);
  const after = fixed(text, 'Insert `=` and quotes');
  assert.equal(after, 'log_level = "info" # quiet\n');
  assert.deepEqual(reportOf(after), []);
});

/** Each text with what its first fix of that title makes of it. */
function become(title: string, cases: readonly (readonly [wrong: string, right: string])[]): void {
  for (const [wrong, right] of cases) assert.equal(fixed(wrong, title), right);
}

test('a comma goes right behind the item before it, however many lines are between', () =>
  become('Insert a comma', [
    ['x = ["/a" "/b"]\n', 'x = ["/a", "/b"]\n'],
    ['x = [\n  "/a"\n  "/b"\n]\n', 'x = [\n  "/a",\n  "/b"\n]\n'],
    ['x = [\n  "/a",\n\n  "/b"\n\n\t"/c"\n]\n', 'x = [\n  "/a",\n\n  "/b",\n\n\t"/c"\n]\n'],
    ['x = { a = "a"   b = true }\n', 'x = { a = "a",   b = true }\n'],
    ['x = [1\r\n  2]\r\n', 'x = [1,\r\n  2]\r\n'],
    ['x = [1 # a\n  2]\n', 'x = [1, # a\n  2]\n'],
    ['x = [1 # a\n  # b\n\n  2]\n', 'x = [1, # a\n  # b\n\n  2]\n'],
    ['x = { a = 1 # a\n  b = 2 }\n', 'x = { a = 1, # a\n  b = 2 }\n'],
  ]));

test('a comma too many goes, and nothing else', () =>
  become('Remove the comma', [
    ['x = { a = "a", , b = true }\n', 'x = { a = "a",  b = true }\n'],
    ['x = [1,, 2]\n', 'x = [1, 2]\n'],
  ]));

test('an equals sign has a space on each side, not two', () =>
  become('Change to `=`', [
    ['concurrent:4\n', 'concurrent = 4\n'],
    ['concurrent: 4\n', 'concurrent = 4\n'],
    ['concurrent :4\n', 'concurrent = 4\n'],
    ['concurrent : 4\n', 'concurrent = 4\n'],
    ['"concurrent": 4\n', '"concurrent" = 4\n'],
    ['concurrent ＝ 4\n', 'concurrent = 4\n'],
  ]));

test('an equals sign is inserted where the value is plain, with quotes where it is a word', () => {
  become('Insert `=`', [
    ['concurrent 4\n', 'concurrent = 4\n'],
    ['concurrent 4 # x\n', 'concurrent = 4 # x\n'],
    ['log_level "info"\n', 'log_level = "info"\n'],
    ["log_level 'info'\n", "log_level = 'info'\n"],
    ['[[runners]]\n[runners.docker]\nprivileged true\n', '[[runners]]\n[runners.docker]\nprivileged = true\n'],
    ['[[runners]]\n[runners.docker]\nvolumes ["/a"]\n', '[[runners]]\n[runners.docker]\nvolumes = ["/a"]\n'],
    ['labels { a = "b" } \n', 'labels = { a = "b" } \n'],
    ['concurrent -4\n', 'concurrent = -4\n'],
    ['concurrent +12#x\n', 'concurrent = +12#x\n'],
    ['"x-own" false \n', '"x-own" = false \n'],
  ]);
  become('Insert `=` and quotes', [
    ['log_level\tinfo\n', 'log_level = "info"\n'],
    ['log_level \t debug  # x\n', 'log_level = "debug"  # x\n'],
    ['sentry_dsn http://a@b-c.d/e_1\n', 'sentry_dsn = "http://a@b-c.d/e_1"\n'],
  ]);
  for (const text of [
    'log_level in fo\n',
    'log_level "in" fo\n',
    'log_level x "info"\n',
    '- concurrent 4\n',
    '- info\n',
    'concurrent - 4\n',
    'concurrent 4 5\n',
    'concurrent\n4\n',
  ])
    assert.ok(!fixTitles(text).some((title) => title.startsWith('Insert `=`')), text);
});

test('comments of other languages', () =>
  become('Change to a `#` comment', [
    ['; note\nconcurrent = 1\n', '# note\nconcurrent = 1\n'],
    [';;note\nconcurrent = 1\n', '# note\nconcurrent = 1\n'],
    ['// note\nconcurrent = 1\n', '# note\nconcurrent = 1\n'],
    ['-- note\nconcurrent = 1\n', '# note\nconcurrent = 1\n'],
    ['/* note */\nconcurrent = 1\n', '# note\nconcurrent = 1\n'],
    ['concurrent = 1 // note\n', 'concurrent = 1 # note\n'],
    ['  ...\nconcurrent = 1\n', '  # ...\nconcurrent = 1\n'],
    ['/* note\nconcurrent = 1\n', '# note\nconcurrent = 1\n'],
    ['  //note \n', '  # note \n'],
    ['///  note\n', '#  note\n'],
    ['/* a */ /* b */\n', '# a */ /* b\n'],
    ['/* a  */\n', '# a\n'],
    ['concurrent = 1 -- note\n', 'concurrent = 1 # note\n'],
  ]));

test('what ends a line elsewhere goes from behind a value, and from a value that is one without it', () => {
  for (const [written, mark, left] of [
    ['1,', ',', '1'],
    ['1, # x', ',', '1 # x'],
    ['4；；', '；；', '4'],
    ['+4;', ';', '+4'],
    ['-12。', '。', '-12'],
    ['true，', '，', 'true'],
    ['false、', '、', 'false'],
    ['"a" ;', ';', '"a" '],
    ['[1],', ',', '[1]'],
  ] as const) {
    const text = `"x-own" = ${written}\n`;
    assert.equal(fixed(text, `Remove \`${mark}\``), `"x-own" = ${left}\n`);
    assert.equal(fixedAll(text), `"x-own" = ${left}\n`);
  }
  for (const written of ['abc,', 'x4;', '4x;', '"a" ; x', 'true false,', '1 2,', '"a" b;', ','])
    assert.ok(!fixTitles(`"x-own" = ${written}\n`).some((title) => title.startsWith('Remove `')), written);
});

test('a header is closed before what follows it, and not where a name is missing', () => {
  become('Insert `]]`', [['[[runners\n', '[[runners]]\n']]);
  become('Insert `]`', [
    ['[[runners]\nname = "a"\n', '[[runners]]\nname = "a"\n'],
    ['[[runners]   # x\n', '[[runners]]   # x\n'],
    ['[[runners]]\n[runners.docker\n', '[[runners]]\n[runners.docker]\n'],
  ]);
  for (const header of ['[runners.', '[runners. ', '[[runners.]'])
    assert.ok(!fixTitles(`[[runners]]\n${header}\n`).some((title) => title.startsWith('Insert `]')), header);
  become('Insert `[`', [['[[runners]]\n[runners.docker.services]]\n', '[[runners]]\n[[runners.docker.services]]\n']]);
  become('Remove the space', [
    ['[ [runners]]\n', '[[runners]]\n'],
    ['[[runners] \t]\n', '[[runners]]\n'],
    ['[ [runners] ]\n', '[[runners] ]\n'],
  ]);
});

test('a string is closed at the end of its text, unless it may have many lines', () => {
  become('Close the string', [
    ['[[runners]]\n  name = "abc\n', '[[runners]]\n  name = "abc"\n'],
    ["[[runners]]\n  name = 'abc   \n", "[[runners]]\n  name = 'abc'   \n"],
  ]);
  assert.ok(!fixTitles('[[runners]]\n  name = """abc\n').includes('Close the string'));
});

test('of two equal keys either goes, wherever they stand', () => {
  for (const [text, this_, first] of [
    ['x = [{ a = 1, a = 2 }]\n', 'x = [{ a = 1 }]\n', 'x = [{ a = 2 }]\n'],
    ['x = [[1], [{ a = 1, a = 2 }]]\n', 'x = [[1], [{ a = 1 }]]\n', 'x = [[1], [{ a = 2 }]]\n'],
    ['x = { y = { a = 1, a = 2 } }\n', 'x = { y = { a = 1 } }\n', 'x = { y = { a = 2 } }\n'],
    ['a.b = 1\nc = 3\na.b = 2\n', 'a.b = 1\nc = 3\n', 'c = 3\na.b = 2\n'],
  ] as const) {
    become('Remove this one', [[text, this_]]);
    become('Remove the first one', [[text, first]]);
    assert.equal(fixedAll(text), text);
  }
});

test('"fix all" removes a key that says the same again, and not what it repeats', () => {
  assert.equal(fixedAll('concurrent = 1\nconcurrent = 1\n'), 'concurrent = 1\n');
  assert.equal(fixedAll('x = { y = { a = 1, b = 2, a = 1 } }\n'), 'x = { y = { a = 1, b = 2 } }\n');
});

test('the comment behind a key that goes stays, where it says something of its own', () => {
  for (const [text, after] of [
    ['concurrent = 1 # a\nconcurrent = 1 # b\n', 'concurrent = 1 # a\n# b\n'],
    [
      '[[runners]]\n  limit = 1\n  limit = 1   # b c\n  name = "x"\n',
      '[[runners]]\n  limit = 1\n  # b c\n  name = "x"\n',
    ],
    ['concurrent = 1 # a\nconcurrent = 1  # a\n', 'concurrent = 1 # a\n'],
  ] as const)
    assert.equal(fixedAll(text), after);
  become('Remove the first one', [['concurrent = 1 # a\nconcurrent = 1\n', '# a\nconcurrent = 1\n']]);
  // On a line of its own this would be about the next one.
  become('Remove this one', [
    ['limit = 1\nlimit = 1 # gitlab-runner: ignore=unknown-key\nname = "a"\n', 'limit = 1\nname = "a"\n'],
  ]);
  // What is said of a value goes with it.
  become('Remove this one', [['concurrent = 1\nconcurrent = 2 # two\n', 'concurrent = 1\n']]);
});

test('a text between typographic quotes keeps the quotes inside', () => {
  become('Use straight quotes', [
    ['[[runners]]\n  name = “a\'b"c”\n', '[[runners]]\n  name = "a\'b\\"c"\n'],
    ['[[runners]]\n  name = ‘don’t’\n', '[[runners]]\n  name = "don’t"\n'],
  ]);
});

test('of two equal keys in braces either goes with its comma', () => {
  const twice = '[[runners]]\n  docker = { image = "a", privileged = true, image = "b" }\n';
  become('Remove this one', [[twice, '[[runners]]\n  docker = { image = "a", privileged = true }\n']]);
  become('Remove the first one', [[twice, '[[runners]]\n  docker = { privileged = true, image = "b" }\n']]);
});

test('a key is quoted where it is one, whole, and a tag of the runner’s source goes', () => {
  become('Put it in quotes', [
    ['k8s/app.x = 1\n', '"k8s/app".x = 1\n'],
    ['k8s/app\t= 1\n', '"k8s/app"\t= 1\n'],
    ['[a.b/c]\n', '[a."b/c"]\n'],
    ['[a,B]\n', '["a,B"]\n'],
    ['[a,b/c]\n', '["a,b/c"]\n'],
  ]);
  become('Change to `docker`', [['[[runners]]\n[runners.docker,omitempty]\n', '[[runners]]\n[runners.docker]\n']]);
  become('Change to `limit`', [['[[runners]]\nlimit,omitempty = 1\n', '[[runners]]\nlimit = 1\n']]);
  become('Change to `image`', [
    [
      '[[runners]]\n[runners.docker]\n  image,omitempty,squash= "a" # x\n',
      '[[runners]]\n[runners.docker]\n  image= "a" # x\n',
    ],
    ['[[runners]]\ndocker.image,omitempty = "a"\n', '[[runners]]\ndocker.image = "a"\n'],
  ]);
  become('Change to `docker`', [
    ['[[runners]]\n[runners.docker,omitempty,squash]\n', '[[runners]]\n[runners.docker]\n'],
  ]);
  become('Put it in quotes', [
    ['a/b  .c = 1\n', '"a/b"  .c = 1\n'],
    ['[[runners]]\n[runners.docker,]\n', '[[runners]]\n[runners."docker,"]\n'],
    ['[[runners]]\n[runners.docker,Omit]\n', '[[runners]]\n[runners."docker,Omit"]\n'],
  ]);
  for (const text of [
    'a/b\n',
    'a/b c\n',
    'limit,omitempty\n',
    'limit, omitempty = 1\n',
    'limit,Omit = 1\n',
    '"a"b = 1\n',
    "'a'/b = 1\n",
  ])
    assert.deepEqual(fixTitles(text), [], text);
});

test('"fix all" does what has one meaning', () => {
  for (const [wrong, right] of [
    ['concurrent: 4\n', 'concurrent = 4\n'],
    ['x = [1 2]\n', 'x = [1, 2]\n'],
    ['; a\n', '# a\n'],
    ['concurrent ＝ 4\n', 'concurrent = 4\n'],
    ['[[runners]]\n[runners.docker\n', '[[runners]]\n[runners.docker]\n'],
    ['[runners]]\n', '[[runners]]\n'],
    ['[ [runners]]\n', '[[runners]]\n'],
  ] as const)
    assert.equal(fixedAll(wrong), right);
});

test('"fix all" leaves what may be meant otherwise', () => {
  for (const text of ['x = [1,,2]\n', '...\n', 'log_level info\n', 'concurrent = 1\nconcurrent = 2\n', '[a/b]\n'])
    assert.equal(fixedAll(text), text);
});

test('the first fix of several is the preferred one', () => {
  for (const text of ['...\n', '[[runners]]\n  builds_dir = "C:\\Users"\n', 'concurrent = 1\nconcurrent = 2\n']) {
    const preferred = findingsOf(text).flatMap(({ fixes }) => (fixes?.() ?? []).map((fix) => fix.preferred === true));
    assert.ok(preferred.length > 1, text);
    assert.deepEqual(preferred, [true, ...preferred.slice(1).map(() => false)], text);
  }
});

test('the first header gets two brackets only where it is the very table that the second one adds to', () => {
  const plugin = '[[runners]]\n[runners.autoscaler.plugin_config';
  for (const first of [`${plugin}.x.y]\nname = "a"\n`, `${plugin}]\nx = { a = 1 }\n`]) {
    const text = `${first}[[runners.autoscaler.plugin_config.x]]\nname = "b"\n`;
    assert.deepEqual(
      briefReportOf(text).map((line) => line.slice(2)),
      ['error array-redefined «x»'],
    );
    assert.deepEqual(fixTitles(text), []);
  }
});

test('an escape in a string of an array or in braces, in a key and over lines', () => {
  for (const [wrong, single, double] of [
    ['x = ["a\\q"]\n', "x = ['a\\q']\n", 'x = ["a\\\\q"]\n'],
    ['x = { y = "a\\q" }\n', "x = { y = 'a\\q' }\n", 'x = { y = "a\\\\q" }\n'],
    // In these single quotes would not do.
    ['x = """a\\q"""\n', undefined, 'x = """a\\\\q"""\n'],
    ['"a\\q" = 1\n', undefined, '"a\\\\q" = 1\n'],
    ['x = "it\'s \\q"\n', undefined, 'x = "it\'s \\\\q"\n'],
  ] as const) {
    assert.equal(fixed(wrong, 'Double the backslash'), double);
    if (single === undefined) assert.ok(!fixTitles(wrong).includes('Use single quotes'), wrong);
    else assert.equal(fixed(wrong, 'Use single quotes'), single);
  }
});
