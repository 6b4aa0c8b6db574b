// Compiles what the server knows of job logs: schemas/job-log/<area>.json, with the texts of schemas/texts/<language>/job-log.json,
// into server/joblog/generated. A place `{name}` in an edit, a command or a text that no pattern of its entry captures does not compile.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledPattern, namesIn } from './compile-messages.mjs';
import { write } from './write.mjs';

const DATA = 'schemas/job-log';
const TEXTS = 'schemas/texts';
const OUTPUT = 'server/joblog/generated';
const OUTSIDE = '.outside';
const BLANKS = 'blanks.json';
/** What a command may name besides: the log may tell it elsewhere (server/joblog/log-facts.ts), or the configuration (cure/known-values.ts). */
const FACTS = [
  ...['namespace', 'helper_image', 'builds_directory', 'address_of_GitLab'],
  ...['registry', 'pull_secret', 'ssh_host', 'ssh_port', 'identity_file', 'service_account'],
];

/** Of these, what an edit may name. */
const FACTS_OF_EDITS = ['registry'];

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** All entries by id, with what an entry leaves out. */
export function readEntries(folder = DATA) {
  const entries = {};
  for (const file of readdirSync(folder).sort()) {
    for (const [id, entry] of Object.entries(read(join(folder, file)))) {
      if (entries[id]) throw new Error(`The entry ${id} stands twice in ${folder}`);
      const { source, ...used } = entry;
      entries[id] = { beats: [], edits: [], commands: [], ...used };
    }
  }
  return entries;
}

/** The names of what the patterns of an entry capture. */
const captured = ({ patterns }) => new Set(patterns.flatMap(groupsIn));

/** The names in the places of a text: `{name}`, or `{name|filter}`. */
const placesIn = (text) =>
  [...text.matchAll(/\{([a-z]\w*)(?:\|(?:snake|kebab|port|prefix))?\}/g)].map(([, name]) => name);

const groupsIn = (pattern) => [...pattern.matchAll(/\(\?<(\w+)>/g)].map(([, name]) => name);

/** The places of an edit that its entry has to capture: the expression behind `each` has groups of its own. */
function placesOfEdit({ each: [name, expression] = [], says, matches, ...edit }) {
  const own = new Set(expression === undefined ? [] : groupsIn(expression));
  return [...(name === undefined ? [] : [name]), ...placesIn(JSON.stringify(edit)).filter((place) => !own.has(place))];
}

function check(entries, texts) {
  const wrong = (id, what) => {
    throw new Error(`The entry ${id} of ${DATA} ${what}`);
  };
  for (const [id, entry] of Object.entries(entries)) {
    const names = captured(entry);
    const { edits, commands, beats } = entry;
    const known = new Set([...names, ...FACTS]);
    const used = [
      ...edits.flatMap(placesOfEdit),
      ...[...edits, ...commands].flatMap(({ differ = [], says = [], matches = [] }) => [
        ...differ,
        ...says.slice(0, 1),
        ...matches.slice(0, 1),
      ]),
    ];
    for (const name of used)
      if (!names.has(name) && !FACTS_OF_EDITS.includes(name)) wrong(id, `names {${name}}, which no pattern captures`);
    for (const name of placesIn(JSON.stringify(commands.map((command) => command.run ?? command))))
      if (!known.has(name)) wrong(id, `names {${name}}, which no pattern captures`);
    for (const beaten of beats) if (!entries[beaten]) wrong(id, `beats ${beaten}, which is no entry`);
    if (!texts[id]) wrong(id, 'has no text');
  }
  for (const [id, text] of Object.entries(texts)) {
    const entry = entries[id.endsWith(OUTSIDE) ? id.slice(0, -OUTSIDE.length) : id];
    if (!entry) throw new Error(`The text ${id} is of no entry of ${DATA}`);
    const names = captured(entry);
    for (const name of namesIn(id, text)) if (!names.has(name)) wrong(id, `says {${name}}, which no pattern captures`);
  }
}

/** What edits and commands leave to the user: `<bucket>`, and places that the log may not fill. */
function blanksOf(entries) {
  const blanks = new Set();
  for (const { edits, commands } of Object.values(entries)) {
    const own = new Set(edits.flatMap(({ each = [] }) => groupsIn(each[1] ?? '')));
    const filled = edits.map(({ table, key, value, entries: table_ }) => [table, key, value, table_]);
    const text = JSON.stringify([filled, commands.map((command) => command.run ?? command)]);
    for (const [, blank] of text.matchAll(/<([^<>=]+)>/g)) blanks.add(blank);
    for (const name of placesIn(text.replace(/\{\w+\|prefix\}/g, '')))
      if (!own.has(name)) blanks.add(name.replaceAll('_', ' '));
  }
  return blanks;
}

function checkBlanks(entries, texts) {
  const blanks = blanksOf(entries);
  for (const blank of blanks) if (!texts[blank]) throw new Error(`The blank <${blank}> of ${DATA} has no text`);
  for (const blank of Object.keys(texts)) if (!blanks.has(blank)) throw new Error(`No entry of ${DATA} has <${blank}>`);
}

function moduleOf(languages) {
  return `// Written by scripts/compile-job-log.mjs out of the folders of schemas/texts.
${languages.map((name, index) => `import language${index} from './texts.${name}.json';`).join('\n')}

/** The patterns of the texts about errors, by language. */
export const allTexts: Readonly<Record<string, unknown>> = {
${languages.map((name, index) => `  '${name}': language${index},`).join('\n')}
};
`;
}

/** More than a hover wants to say. */
const MOST_ERRORS = 3;

/** The errors that a key cures, by its schema path; those whose text is whole without a log. */
function curedByKey(entries, texts) {
  const cured = {};
  for (const [id, { edits }] of Object.entries(entries)) {
    if (texts[id].includes('{')) continue;
    for (const { table, key, op } of edits) {
      const path = [table, key].filter(Boolean).join('.');
      if (op === 'remove' || path.includes('{')) continue;
      cured[path] ??= [];
      if (!cured[path].includes(id) && cured[path].length < MOST_ERRORS) cured[path].push(id);
    }
  }
  return cured;
}

/** Writes the entries and their texts; returns the sizes. */
export function compileJobLog() {
  const entries = readEntries();
  const languages = readdirSync(TEXTS)
    .sort()
    .filter((language) => existsSync(join(TEXTS, language, 'job-log.json')));
  mkdirSync(OUTPUT, { recursive: true });
  const sizes = languages.map((language) => {
    const texts = read(join(TEXTS, language, 'job-log.json'));
    check(language === 'en' ? entries : {}, language === 'en' ? texts : {});
    const patterns = Object.entries(texts).map(([id, text]) => [id, compiledPattern(id, text)]);
    return write(`${OUTPUT}/texts.${language}.json`, JSON.stringify(Object.fromEntries(patterns)));
  });
  const blanks = Object.fromEntries(languages.map((language) => [language, read(join(TEXTS, language, BLANKS))]));
  checkBlanks(entries, blanks.en);
  return [
    ...sizes,
    write(`${OUTPUT}/blanks.json`, JSON.stringify({ ...blanks, en: {} })),
    write(`${OUTPUT}/entries.json`, JSON.stringify(entries)),
    write(`${OUTPUT}/cured-by-key.json`, JSON.stringify(curedByKey(entries, read(join(TEXTS, 'en', 'job-log.json'))))),
    write(`${OUTPUT}/all-texts.ts`, moduleOf(languages)),
  ];
}
