/** docs/rules.md: every code of a diagnostic, out of schemas/rules and of what the server says to the examples there. */
import { containerOfName } from '../../server/containers/kinds';
import { LANGUAGE_ID } from '../../server/containers/toml-file/recognition';
import { Service } from '../../server/service';
import { type Code, factsOf } from '../../server/text/code';
import { readRules } from '../compile-rules.mjs';

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

/** The areas in the order of the page, with their headings. */
export const AREAS: Readonly<Record<string, string>> = {
  shape: 'Keys, tables and values',
  runner: 'What a runner is set to',
  docker: 'Docker',
  kubernetes: 'Kubernetes',
  environment: 'Variables',
  cache: 'Caches',
  autoscaler: 'Autoscaling',
  network: 'Addresses, tokens and certificates',
  security: 'Secrets',
  flags: 'Feature flags',
  chart: 'Helm chart and operator',
  syntax: 'TOML',
  comments: 'Comments to this extension, and limits',
};

const INTRODUCTION = `<!-- Written by \`npm run docs:rules\` from schemas/rules: change the data there, not this file. -->

# Diagnostics

What the server reports, by code. An **error** is what the runner refuses or what surely fails the job, a **warning** what
it ignores without a word; **information** and **hint** are advice.

A comment at the end of a line, or on a line of its own above it, silences that line:

\`\`\`toml
my_own_key = 1 # gitlab-runner: ignore=unknown-key
\`\`\`

\`# gitlab-runner: ignore\` without a code silences all that can be silenced there. The setting \`gitlabRunnerConfig.severity\`
makes a code stronger, weaker or silent everywhere.`;

/** The same page for the same rows. */
export function ruleReference(rules: Readonly<Record<string, Rule>> = readRules()): string {
  const areas = Object.entries(AREAS).map(([area, title]) => {
    const codes = Object.keys(rules).filter((code) => rules[code]?.area === area);
    return [`## ${title}`, ...codes.sort().map((code) => section(code as Code, rules[code] as Rule))].join('\n\n');
  });
  return `${[INTRODUCTION, ...areas].join('\n\n')}\n`;
}

function section(code: Code, { severity, evidence, examples = [] }: Rule): string {
  const [said] = examples.flatMap(({ file, bad }) => saidOf(code, bad, file));
  return [
    `### \`${code}\``,
    `**${severity}**`,
    ...(said === undefined ? [] : [`> ${visible(said)}`]),
    ...examples.flatMap(({ file, bad, good }) => ['Wrong:', fence(bad, file), 'Right:', fence(good, file)]),
    `Evidence: ${evidence}.`,
    `Silence it: ${silence(code)}.`,
  ].join('\n\n');
}

/** What the server says about a text under a code, in its order. */
function saidOf(code: Code, text: string, file = 'config.toml'): string[] {
  const languageId = containerOfName(file)?.id ?? LANGUAGE_ID;
  const document = { uri: `file:///gitlab-runner/${file}`, languageId, version: 1, getText: () => text };
  const service = new Service();
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

function silence(code: Code): string {
  const setting = `\`"gitlabRunnerConfig.severity": { "${code}": "off" }\``;
  return factsOf(code).canBeIgnored ? `\`# gitlab-runner: ignore=${code}\` or ${setting}` : `only ${setting}`;
}
