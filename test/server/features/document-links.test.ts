import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentLinks } from '../../../server/features/document-links';
import { createDocument } from '../../../server/meaning/create-document';

/** The linked texts and where they lead, in the order of the text. */
function links(text: string): [string, string | undefined][] {
  const document = createDocument('config.toml', text);
  return documentLinks(document).map(({ range, target }) => [
    text.slice(document.offset(range.start), document.offset(range.end)),
    target,
  ]);
}

/** The links of a text in which each leads to what it says. */
function addresses(text: string): string[] {
  return links(text).map(([linked, target]) => {
    assert.equal(linked, target);
    return linked;
  });
}

describe('document links', () => {
  it('are on no header: it would be underlined all the time', () => {
    assert.deepEqual(links('[[runners]]\n[runners.docker]\n[runners.unknown]\n[runners.\n[]\n'), []);
  });

  it('are addresses in strings, arrays, inline tables and comments', () => {
    assert.deepEqual(
      addresses(
        'url = "https://gitlab.com/"\na = ["http://a:80", { b = \'https://b/c?d=e#f\' }]\n# see https://c.org/d_(e).\n',
      ),
      ['https://gitlab.com/', 'http://a:80', 'https://b/c?d=e#f', 'https://c.org/d_(e)'],
    );
  });

  it('end before punctuation and quotes', () => {
    assert.deepEqual(addresses('# (https://a.org/b), <https://c.org>, "https://d.org".\n'), [
      'https://a.org/b',
      'https://c.org',
      'https://d.org',
    ]);
    assert.deepEqual(addresses('a = ["X={\\"https://e.org/v1/\\":1}"]\n'), ['https://e.org/v1/']);
  });

  it('leave out variables, placeholders and what is no address of the web', () => {
    const texts = [
      'https://$HOST/',
      'https://a.org/$B',
      'http://{IP}',
      'https://{{ x }}/',
      'https://a.<domain>/',
      'https://',
      'file:///etc',
      'ftp://a.org',
    ];
    for (const text of texts) assert.deepEqual(addresses(`a = '${text}'\n# ${text}\n`), [], text);
  });

  it('are the first ones in a text over 1 MB', () => {
    const address = 'a = "https://a.org/"\n';
    const filler = 'x'.repeat(1_000_000);
    assert.equal(addresses(address.repeat(6000)).length, 6000);
    const shown = addresses(`${address.repeat(4999)}[unknown]\na = ["https://b.org", "https://c.org"]\n# ${filler}`);
    assert.deepEqual(shown.slice(4998), ['https://a.org/', 'https://b.org']);
    assert.equal(addresses(`${address.repeat(4999)}# ${filler} https://d.org https://e.org`).length, 5000);
  });
});
