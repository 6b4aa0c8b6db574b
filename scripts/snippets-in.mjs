// The snippets in another language: VS Code knows no translations inside of their file, so each language has one of its own.
import { readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The snippets with the names and descriptions of a language, and with its words where a placeholder holds words; as JSON. */
export function snippetsIn(language) {
  return JSON.stringify(Object.fromEntries(entriesIn(language)));
}

/**
 * The same as they are contributed: VS Code lists what has no prefix for *Snippets: Insert Snippet*, and suggests it nowhere. The client
 * suggests them where they belong (client/offer-snippets.ts).
 */
export function listedSnippets(language) {
  const entries = entriesIn(language).map(([name, { prefix: _, ...listed }]) => [name, listed]);
  return JSON.stringify(Object.fromEntries(entries));
}

function entriesIn(language) {
  const texts = language === 'en' ? {} : read(`schemas/texts/${language}/snippets.json`);
  return Object.entries(read('snippets/gitlab-runner-config.json')).map(([name, snippet]) => {
    const said = texts[name];
    if (said === undefined) return [name, snippet];
    return [
      said.name,
      { ...snippet, description: said.description, body: snippet.body.map((line) => inWords(line, said)) },
    ];
  });
}

/** A line with the words of its placeholders in the language. */
function inWords(line, { texts = {} }) {
  return Object.entries(texts).reduce((said, [english, own]) => said.replace(`:${english}}`, `:${own}}`), line);
}
