// Compiles schemas/*.json into what the server bundles: server/schema/generated/keys.json, a row for each key with what
// server/schema/rows.ts says of them, grammar-names.ts, the closed list of the grammars that they name, and validators.js, one
// function per definition.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { transform } from 'esbuild';
import { compileJobLog } from './compile-job-log.mjs';
import { compileMessages } from './compile-messages.mjs';
import { compileRules } from './compile-rules.mjs';
import { mergeExamples } from './merge-examples.mjs';
import { write } from './write.mjs';

const KEYWORD = 'x-gitlab-runner';
const OUTPUT = 'server/schema/generated';
export const DOCS = 'https://docs.gitlab.com/runner/';

/** What else than the notes of a key is in its row, or is none of its own. */
const notInRows = new Set(['match', 'unreleased', 'removedKeys', 'docs', 'executors']);

/** What is said and what is not said to be so: a row holds nothing else. */
const said = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** The file itself as a row, with the rows of all keys below it; server/schema/rows.ts says what they hold. */
function compileKeys(schema, required) {
  function row(node, name, path, above) {
    const notes = node[KEYWORD];
    const { docs = above.docs, executors = above.executors } = notes;
    return said({
      name,
      ...Object.fromEntries(Object.entries(notes).filter(([key]) => !notInRows.has(key))),
      definition: node.$ref?.replace('#/$defs/', ''),
      default: node.default,
      // The annotation of a removed key has no place for the standard keyword.
      deprecated: node.deprecated || (notes.removed && notes.deprecatedSince) ? true : undefined,
      required: required[path],
      docs: docs === above.docs ? undefined : docs,
      executors: String(executors) === String(above.executors) ? undefined : executors,
      keys: below(node, path, { docs, executors }),
    });
  }

  function below(node, path, above) {
    const table = node.items?.properties ? node.items : node;
    const removed = Object.entries(node[KEYWORD].removedKeys ?? {}).map(([name, notes]) => [
      name,
      { [KEYWORD]: notes },
    ]);
    const children = [...Object.entries(table.properties ?? {}), ...removed];
    if (children.length === 0) return undefined;
    return children.map(([name, child]) => {
      const suffix = child[KEYWORD].kind === 'array-of-tables' ? '[]' : '';
      return row(child, name, `${path && `${path}.`}${name}${suffix}`, above);
    });
  }

  const docs = `${DOCS}configuration/advanced-configuration/`;
  return {
    name: '',
    kind: 'table',
    since: '0.1',
    docs,
    executors: [],
    keys: below(schema, '', { docs, executors: [] }),
  };
}

/** The names of keys that hold something secret, in lower case, wherever they stand: in broken text nobody knows in which table. */
function compileSecrets(root) {
  const secrets = {};
  const visit = ({ name, secret, keys = [] }) => {
    if (secret !== undefined) secrets[name.toLowerCase()] = secret;
    keys.forEach(visit);
  };
  visit(root);
  return secrets;
}

/** The names of all grammars, as a type: a key cannot name one that server/values does not have, nor the other way round. */
function compileGrammarNames(root) {
  const names = new Set();
  const visit = ({ grammar, nameGrammar, keys = [] }) => {
    for (const name of [grammar, nameGrammar]) if (name !== undefined) names.add(name);
    keys.forEach(visit);
  };
  visit(root);
  const union = [...names].sort().map((name) => `  | '${name}'`);
  return `// Written by scripts/compile-schema.mjs out of schemas/config.schema.json.
/** How the texts of a key are read; server/values/ has one grammar a file. */
export type GrammarName =
${union.join('\n')};
`;
}

function compileEnumerations(schema) {
  return Object.entries(schema.$defs).flatMap(([name, definition]) => {
    const enumeration = definition[KEYWORD]?.enumeration;
    return enumeration ? [{ name, ...enumeration }] : [];
  });
}

const annotations = new Set(['description', 'examples', KEYWORD]);
const withoutAnnotations = (definition) =>
  Object.fromEntries(Object.entries(definition).filter(([keyword]) => !annotations.has(keyword)));

/**
 * One exported function per definition; without messages, since the server words its own. The definitions use only
 * keywords that mean the same in every draft, so the plain ajv will do: its 2020 class adds a fifth for dynamic references.
 */
async function compileValidators(schema) {
  const $id = 'config';
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, messages: false, code: { source: true, optimize: 2 } });
  const definitions = Object.entries(schema.$defs).map(([name, definition]) => [name, withoutAnnotations(definition)]);
  ajv.addSchema({ $id, $defs: Object.fromEntries(definitions) });
  const names = Object.keys(schema.$defs);
  const code = standaloneCode(ajv, Object.fromEntries(names.map((name) => [name, `${$id}#/$defs/${name}`])));
  const imported = code.match(/require\([^)]*\)/);
  if (imported) throw new Error(`validators.js would pull in ${imported[0]}: use a pattern in the definition instead`);
  return (await transform(code, { minify: true, treeShaking: true, format: 'cjs', target: 'es2022', charset: 'utf8' }))
    .code;
}

/** Compiles schemas/ into server/schema/generated/ and returns the sizes. */
export async function compileSchema() {
  const read = (name) => JSON.parse(readFileSync(join('schemas', name), 'utf8'));
  const schema = read('config.schema.json');
  const root = compileKeys(schema, read('required.json'));
  const rows = {
    version: schema[KEYWORD].version,
    released: schema[KEYWORD].released,
    releases: read('releases.json'),
    toml11Since: schema[KEYWORD].toml11Since,
    durationTextsSince: schema.$defs.duration[KEYWORD].kindHistory.at(-1).since,
    root,
    secrets: compileSecrets(root),
    secretWords: read('secret-words.json'),
    enumerations: compileEnumerations(schema),
    featureFlags: read('feature-flags.json').map(({ unreleased, ...flag }) => flag),
    completionOrder: read('completion-order.json'),
  };
  mkdirSync(OUTPUT, { recursive: true });
  const languages = readdirSync('schemas/texts').sort();
  return [
    ...compileMessages(),
    ...compileJobLog(),
    compileRules(),
    write(join(OUTPUT, 'keys.json'), JSON.stringify(rows)),
    write(join(OUTPUT, 'grammar-names.ts'), compileGrammarNames(root)),
    write(join(OUTPUT, 'validators.js'), await compileValidators(schema)),
    ...languages.map((name) => write(join(OUTPUT, `texts.${name}.json`), JSON.stringify(mergeTexts(name)))),
    write(
      join(OUTPUT, 'suggestions.json'),
      JSON.stringify({ ...read('suggestions.json'), runners: runnerTemplates(read('blocks.json').runners) }),
    ),
    write(join(OUTPUT, 'aliases.json'), JSON.stringify(mergeAliases(languages))),
    write(join(OUTPUT, 'examples.json'), JSON.stringify(mergeExamples('schemas/examples'))),
  ];
}

/** The lines of a new runner for each executor, out of the snippets: those, completion and the client's command write the same. */
function runnerTemplates(executors) {
  const snippets = JSON.parse(readFileSync(join('snippets', 'gitlab-runner-config.json'), 'utf8'));
  return Object.fromEntries(executors.map((executor) => [executor, snippets[`Runner: ${executor}`].body]));
}

/** One file for all languages: who types Chinese need not have an editor that speaks it. */
function mergeAliases(languages) {
  const words = new Map();
  for (const language of languages) {
    const file = join('schemas', 'texts', language, 'aliases.json');
    if (!existsSync(file)) continue;
    for (const [key, names] of Object.entries(JSON.parse(readFileSync(file, 'utf8')))) {
      words.set(key, new Set([...(words.get(key) ?? []), ...names]));
    }
  }
  return Object.fromEntries([...words].map(([key, names]) => [key, [...names].join(' ')]));
}

/** One file a language, so that the server reads one file at the first hover. What a language lacks is said in English. */
function mergeTexts(language) {
  const read = (name) => {
    const file = join('schemas', 'texts', language, `${name}.json`);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  };
  return {
    keys: { ...read('keys'), ...read('kubernetes') },
    featureFlags: read('feature-flags'),
    values: { ...read('values'), ...read('suggestions'), ...read('plugins') },
    documentation: existsSync(join('schemas', 'texts', language, 'documentation.json'))
      ? read('documentation')
      : undefined,
    comments: read('examples'),
  };
}

if (process.argv[1]?.endsWith('compile-schema.mjs')) console.log((await compileSchema()).join('\n'));
