/** What the tests of other editors share: the set-up that docs/editors.md tells people to copy, and a file with a mistake. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const SERVER = resolve('dist/server.js');
/** Where the page says that the server is. */
const PLACE = '~/.local/share/gitlab-runner-config/extension/dist/server.js';

/** A table in another spelling, which the set-up switches off, and a misspelled key in its last line. */
export const CONFIGURATION = `[[runners]]
  Name = "docker"
  executor = "docker"
  url = "https://gitlab.example.com"
  token = "glrt-EXAMPLE_TOKEN_0006"
  [runners.docker]
    image = "alpine:3.20"
    helper_imgae = "registry.example.com/helper:latest"
`;

/** The first code below a heading of the page, with the server that was built here. */
export function setUp(heading: string, language: string): string {
  const page = readFileSync('docs/editors.md', 'utf8');
  assert.ok(page.includes(`\n${heading}\n`), `docs/editors.md has no heading ${heading}`);
  const section = page.slice(page.indexOf(`\n${heading}\n`));
  const code = section.match(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``))?.[1] ?? '';
  assert.ok(code.includes(PLACE), `docs/editors.md has no ${language} with ${PLACE} below ${heading}`);
  return code.replaceAll(PLACE, SERVER);
}
