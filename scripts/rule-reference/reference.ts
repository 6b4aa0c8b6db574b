/** docs/rules.md, in a language: every code of a diagnostic, out of schemas/rules and of what the server says to the examples there. */
import { containerOfName } from '../../server/containers/kinds';
import { LANGUAGE_ID } from '../../server/containers/toml-file/recognition';
import { Service } from '../../server/service';
import { type Catalog, loadCatalog } from '../../server/text/catalog';
import { type Code, factsOf } from '../../server/text/code';
import { readRules } from '../compile-rules.mjs';
import { evidenceIn, type PageLanguage, pageTexts, type Say } from '../page-texts';

export interface Example {
  /** The name of the file where it has to have one. */
  readonly file?: string;
  readonly bad: string;
  readonly good: string;
}

export interface Rule {
  readonly area: string;
  readonly severity: string;
  readonly evidence: string;
  readonly examples?: readonly Example[];
}

/** The areas in the order of the page. */
export const AREAS = [
  'shape',
  'runner',
  'docker',
  'kubernetes',
  'environment',
  'cache',
  'autoscaler',
  'network',
  'security',
  'flags',
  'chart',
  'syntax',
  'comments',
] as const;

/** The language of a page: what it says itself, and what the server says in it. */
interface Voice {
  readonly page: Say;
  readonly catalog: Catalog;
  /** What is said of the evidence in it, by the code; the rest is names. */
  readonly evidence: Readonly<Record<string, string>>;
}

function introduction(page: Say): string {
  return [
    '<!-- Written by `npm run docs:rules` from schemas/rules: change the data there, not this file. -->',
    `# ${page('rules.title')}`,
    page('rules.introduction'),
    page('rules.comment'),
    '```toml\nmy_own_key = 1 # gitlab-runner: ignore=unknown-key\n```',
    page('rules.everywhere'),
  ].join('\n\n');
}

/** The same page for the same rows. */
export function ruleReference(
  language: PageLanguage = 'en',
  rules: Readonly<Record<string, Rule>> = readRules(),
): string {
  const voice = { page: pageTexts(language), catalog: loadCatalog(language), evidence: evidenceIn(language) };
  const areas = AREAS.map((area) => {
    const codes = Object.keys(rules).filter((code) => rules[code]?.area === area);
    const sections = codes.sort().map((code) => section(code as Code, rules[code] as Rule, voice));
    return [`## ${voice.page(`rules.area.${area}`)}`, ...sections].join('\n\n');
  });
  return `${[introduction(voice.page), ...areas].join('\n\n')}\n`;
}

function section(code: Code, { severity, evidence, examples = [] }: Rule, voice: Voice): string {
  const { page, catalog } = voice;
  const [said] = examples.flatMap(({ file, bad }) => saidOf(code, bad, catalog, file));
  return [
    `### \`${code}\``,
    page('rules.severity', { severity }),
    ...(said === undefined ? [] : [`> ${visible(said)}`]),
    ...examples.flatMap(({ file, bad, good }) => [
      page('rules.wrong'),
      fence(bad, file),
      page('rules.right'),
      fence(good, file),
    ]),
    page('rules.evidence', { evidence: voice.evidence[code] ?? evidence }),
    silence(code, page),
  ].join('\n\n');
}

/** What the server says about a text under a code, in its order. */
function saidOf(code: Code, text: string, catalog: Catalog, file = 'config.toml'): string[] {
  const languageId = containerOfName(file)?.id ?? LANGUAGE_ID;
  const document = { uri: `file:///gitlab-runner/${file}`, languageId, version: 1, getText: () => text };
  const service = new Service({ catalog });
  service.versioned(document.uri, factsOf(code).about === 'repository');
  return service
    .diagnostics(document)
    .filter((found) => found.code === code)
    .map(({ message }) => String(message));
}

/** Control characters but tab and line feed, as their pictures: a page with the characters themselves is no text to many programs. */
function visible(text: string): string {
  const picture = (character: string) => String.fromCodePoint(0x2400 + (character.codePointAt(0) ?? 0));
  return [...text].map((each) => (each < ' ' && each !== '\n' && each !== '\t' ? picture(each) : each)).join('');
}

/** A fence of more backticks than the text has in a row. */
function fence(text: string, file = 'config.toml'): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  const language = /\.ya?ml$/.test(file) ? 'yaml' : 'toml';
  return `${ticks}${language}\n${visible(text.replace(/\n$/, ''))}\n${ticks}`;
}

function silence(code: Code, page: Say): string {
  const setting = `\`"gitlabRunnerConfig.severity": { "${code}": "off" }\``;
  if (!factsOf(code).canBeIgnored) return page('rules.silence.setting', { setting });
  return page('rules.silence', { comment: `\`# gitlab-runner: ignore=${code}\``, setting });
}
