/** docs/rules.md: made of the data as they are, with all that somebody asks about a code. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readRules } from '../../../scripts/compile-rules.mjs';
import { evidenceIn } from '../../../scripts/page-texts';
import { AREAS, type Rule, ruleReference } from '../../../scripts/rule-reference/reference';
import { allCodes, factsOf } from '../../../server/text/code';
import { counted } from '../../counted';

const reference = ruleReference();
const chinese = ruleReference('zh-cn');
const sections = new Map(
  reference
    .split(/^### /m)
    .slice(1)
    .map((section) => [/^`([^`]*)`/.exec(section)?.[1] ?? '', section]),
);
const rules = readRules();

test('the committed file is what the data give', () => {
  assert.equal(readFileSync('docs/rules.md', 'utf8') === reference, true, 'run npm run docs:rules');
  assert.equal(readFileSync('docs/zh-cn/rules.md', 'utf8') === chinese, true, 'run npm run docs:rules');
});

test('every code has its section, in an area with a heading', () => {
  assert.deepEqual([...sections.keys()].sort(), [...allCodes].sort());
  assert.deepEqual([...new Set(Object.values(rules).map(({ area }) => area))].sort(), [...AREAS].sort());
});

test('a section has the severity, the evidence and the ways to silence the code', () => {
  for (const [code, section] of counted(sections)) {
    assert.ok(section.includes(`\n\n**${factsOf(code as never).severity}**\n\n`), code);
    assert.ok(section.includes(`\n\nEvidence: ${rules[code]?.evidence}.\n`), code);
    assert.ok(section.includes(`"gitlabRunnerConfig.severity": { "${code}": "off" }`), code);
    const ignorable = factsOf(code as never).canBeIgnored === true;
    assert.equal(section.includes(`# gitlab-runner: ignore=${code}\``), ignorable, code);
  }
});

test('a section says what the server says, and shows what is wrong and what is right', () => {
  const withExample = counted(
    Object.entries(rules).filter(([, { examples = [] }]) => examples.length > 0),
    50,
  );
  for (const [code, { examples = [] }] of withExample) {
    const section = sections.get(code) ?? assert.fail(code);
    assert.match(section, /\n> \S/, code);
    assert.equal(section.match(/^Wrong:$/gm)?.length, examples.length, code);
    assert.equal(section.match(/^Right:$/gm)?.length, examples.length, code);
  }
});

test('in Chinese it has the same codes and examples, and says what the server says in Chinese', () => {
  const fences = (page: string) => counted([...page.matchAll(/^(`{3,})\w+\n[\s\S]*?\n\1$/gm)].map(([fence]) => fence));
  const codes = (page: string) => counted([...page.matchAll(/^### (.*)$/gm)].map(([, code]) => code));
  assert.deepEqual(fences(chinese), fences(reference));
  assert.deepEqual(codes(chinese), codes(reference));
  const quoted = counted([...chinese.matchAll(/^> (.*)$/gm)].map(([, said = '']) => said));
  assert.deepEqual(
    quoted.filter((said) => !/\p{Script=Han}/u.test(said)),
    [],
  );
});

test('it is text, whatever the examples hold', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  assert.doesNotMatch(reference, /[\0-\x08\x0b-\x1f]/);
  const rule: Rule = {
    area: 'syntax',
    severity: 'error',
    evidence: 'TOML',
    examples: [{ bad: 'a = ```\x01\n', good: '' }],
  };
  const page = ruleReference('en', { 'control-character': rule });
  assert.ok(page.includes('\n````toml\na = ```␁\n````\n'), page);
});

test('in Chinese the evidence is said in it wherever it is more than names, and keeps the names', () => {
  const said = evidenceIn('zh-cn');
  for (const [code, text] of counted(Object.entries(said))) {
    const evidence = rules[code]?.evidence ?? assert.fail(`${code} is no code`);
    assert.match(text, /\p{Script=Han}/u, code);
    for (const [name] of evidence.matchAll(/[\w-]+(?:\/[\w.-]+)+|\b\w+\.(?:go|json|md|ts|yaml)\b|"[^"]*"/g))
      assert.ok(text.includes(name), `${code}: ${name} is missing`);
  }
  const isProse = (text: string) => /\b[a-z]+ [a-z]+ [a-z]+\b|\b(?:docs|and|of|the|in|answers|see)\b[ :]/.test(text);
  const left = Object.entries(rules).filter(
    ([code, { evidence, area }]) => area !== 'syntax' && !said[code] && isProse(evidence.replace(/"[^"]*"/g, '')),
  );
  // What the runner prints.
  assert.deepEqual(
    left.map(([code]) => code),
    ['plugin-key-missing'],
  );
});
