// The snippets in another language: VS Code knows no translations inside of their file, so each language has one of its own.
import { readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The snippets with the names and descriptions of a language, and with its words where a placeholder holds words; as JSON. */
export function snippetsIn(language) {
  const texts = read(`schemas/texts/${language}/snippets.json`);
  const entries = Object.entries(read('snippets/gitlab-runner-config.json')).map(([name, snippet]) => {
    const said = texts[name];
    if (said === undefined) return [name, snippet];
    return [
      said.name,
      { ...snippet, description: said.description, body: snippet.body.map((line) => inWords(line, said)) },
    ];
  });
  return JSON.stringify(Object.fromEntries(entries));
}

/** A line with the words of its placeholders in the language. */
function inWords(line, { texts = {} }) {
  return Object.entries(texts).reduce((said, [english, own]) => said.replace(`:${english}}`, `:${own}}`), line);
}
