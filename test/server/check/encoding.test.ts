/** What is said of the encoding of an open document, by what is known of its file. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { FileEncoding } from '../../../protocol/encoding';
import { encodingFlaw } from '../../../server/check/encoding';
import { containerOfLanguage } from '../../../server/containers/kinds';
import { Service } from '../../../server/service';
import { message } from '../../../server/text/message';

const CAFE = '[[runners]]\n  name = "caf\ufffd"\n';

function shown(text: string, encoding?: FileEncoding, languageId = 'gitlab-runner-config') {
  const service = new Service();
  const uri = 'file:///etc/gitlab-runner/config.toml';
  if (encoding) service.encoded(uri, encoding);
  return service.diagnostics({ uri, languageId, version: 1, getText: () => text }).map(({ code, severity, range }) => {
    const { start, end } = range;
    return `${code} ${severity} ${start.line}:${start.character}-${end.line}:${end.character}`;
  });
}

const ERROR = DiagnosticSeverity.Error;
const INFORMATION = DiagnosticSeverity.Information;

describe('a text with U+FFFD', () => {
  it('may be of a file that the runner refuses, when nobody looked at its bytes', () => {
    assert.deepEqual(shown(CAFE), [`not-utf8 ${INFORMATION} 1:13-1:14`]);
    assert.deepEqual(shown(CAFE, { encoding: 'utf8' }), [`not-utf8 ${INFORMATION} 1:13-1:14`]);
  });

  it('may begin with it', () => assert.deepEqual(shown('\ufffd\n[[runners]]\n')[0], `not-utf8 ${INFORMATION} 0:0-0:1`));

  it('is an error where the file holds another byte, and nothing where it does not', () => {
    assert.deepEqual(shown(CAFE, { encoding: 'utf8', invalidByte: 0xe9 }), [`not-utf8 ${ERROR} 1:13-1:14`]);
    assert.deepEqual(shown(CAFE, { encoding: 'utf8bom', invalidByte: 0xe9 }), [`not-utf8 ${ERROR} 1:13-1:14`]);
    assert.deepEqual(shown(CAFE, { encoding: 'utf8', invalidByte: null }), []);
  });

  it('has one cause, wherever the character stands, and other mistakes have theirs', () => {
    const text = 'n\ufffdme = 1\n[[runners]]\n\ufffd\ufffdname = \ufffda\ufffd\nlimt = 1\n';
    assert.deepEqual(shown(text, { encoding: 'utf8', invalidByte: 0xe9 }), [
      `not-utf8 ${ERROR} 0:1-0:2`,
      `unknown-key ${DiagnosticSeverity.Warning} 3:0-3:4`,
    ]);
  });
});

describe('a file in another encoding', () => {
  it('is marked at the first character that is no UTF-8 there', () => {
    assert.deepEqual(shown('# é\n', { encoding: 'windows1252' }), [`not-utf8 ${ERROR} 0:2-0:3`]);
    assert.deepEqual(shown('# Ã© 漢\n', { encoding: 'shiftjis' }), [`not-utf8 ${ERROR} 0:2-0:3`]);
  });

  it('is good as long as its bytes are UTF-8, too', () => {
    for (const encoding of ['windows1252', 'shiftjis', 'no-such', 'utf8', 'utf8bom']) {
      assert.deepEqual(shown('concurrent = 4\n', { encoding }), []);
    }
    assert.deepEqual(shown('# Ã©\n', { encoding: 'windows1252' }), []);
    assert.deepEqual(shown('# é\n', { encoding: 'utf8bom' }), []);
  });

  it('is an error as UTF-16, also where it was read as something else', () => {
    assert.deepEqual(shown('limt = 1\n', { encoding: 'utf16le' }).length, 2);
    for (const start of ['', '\ufffd\ufffd', '\ufeff', 'ÿþ']) {
      for (const text of ['c\0o\0n\0c\0u\0r\0', '\0c\0o\0n\0c\0u\0r']) {
        assert.deepEqual(shown(`${start}${text}\n`), [`not-utf8 ${ERROR} 0:0-0:1`]);
      }
    }
  });
});

it('names byte, character and encoding as people do', () => {
  const said = (text: string, encoding: FileEncoding) => encodingFlaw(text, encoding)?.finding.message;
  assert.deepEqual(
    said('# é', { encoding: 'iso885915' }),
    message('not-utf8.saved', { character: 'é', encoding: 'ISO 8859-15', byte: '0xE9', reader: 'runner' }),
  );
  assert.deepEqual(
    said('# 漢', { encoding: 'gbk' }),
    message('not-utf8.saved', { character: '漢', encoding: 'gbk', byte: 'unknown', reader: 'runner' }),
  );
  const guesses = { 233: 'é', 147: '“', 128: '€', 129: 'unknown', 160: 'unknown' };
  for (const [byte, character] of Object.entries(guesses)) {
    const name = `0x${Number(byte).toString(16).toUpperCase()}`;
    const expected = message('not-utf8', { byte: name, character, reader: 'runner' });
    assert.deepEqual(said(CAFE, { encoding: 'utf8', invalidByte: Number(byte) }), expected);
  }
});

it('YAML is refused by its readers, unless it is UTF-16; a page of Markdown by nobody', () => {
  const flaw = (text: string, encoding: string, container: 'yaml' | 'markdown') =>
    encodingFlaw(text, { encoding }, container && containerOfLanguage(container))?.finding.severity;
  assert.equal(flaw('# é', 'windows1252', 'yaml'), 'error');
  assert.equal(flaw('# é', 'utf16le', 'yaml'), undefined);
  assert.equal(flaw('# \ufffd', 'utf8', 'yaml'), undefined);
  assert.equal(flaw('# é', 'windows1252', 'markdown'), undefined);
});

it('a file of two or four bytes a character is named by its encoding, for who reads it', () => {
  const wide = (encoding: string, text = '# é', container?: 'yaml') =>
    encodingFlaw(text, { encoding }, container && containerOfLanguage(container))?.finding.message;
  const said = (encoding: string, reader: 'runner' | 'yaml') => message('not-utf8.wide', { encoding, reader });
  assert.deepEqual(wide('utf16le'), said('UTF-16', 'runner'));
  assert.deepEqual(wide('utf-16'), said('UTF-16', 'runner'));
  assert.deepEqual(wide('utf32le'), said('UTF-32', 'runner'));
  assert.deepEqual(wide('utf32be', '# é', 'yaml'), said('UTF-32', 'yaml'));
  assert.equal(wide('utf16be', '# é', 'yaml'), undefined);
  assert.deepEqual(wide('utf8', '\0a\0b\0c', 'yaml'), said('UTF-16', 'yaml'));
});

it('a text with zeros was UTF-16 where they stand beside its first letters, and then there is nothing else to say of it', () => {
  const isUnreadable = (text: string) => encodingFlaw(text, undefined)?.isUnreadable;
  for (const text of ['a\0b\0c\0', '\0a\0b\0c', '\ufeff\ufffda\0b\0c\0', 'ÿþa\0b\0c\0d'])
    assert.equal(isUnreadable(text), true, JSON.stringify(text));
  for (const text of [
    ...['a\0b\0c', '\0\0\0', 'xa\0b\0c\0', 'abcdefgh\0i\0j\0', 'a\0bcdef', 'a\0b\0cdef', '\0abcdef', '\0a\0bcd'],
    ...['\ufeff\ufeff\ufeffa\0b\0c\0', 'a\0\0b\0c\0'],
  ])
    assert.equal(isUnreadable(text), undefined, JSON.stringify(text));
  assert.equal(encodingFlaw('# é', { encoding: 'utf16le' })?.isUnreadable, false);
  assert.equal(encodingFlaw('# \ufffd', undefined)?.lost, undefined);
  assert.equal(encodingFlaw('# \ufffd', { encoding: 'utf8', invalidByte: 233 })?.lost, '\ufffd');
});

it('an encoding that nobody renamed is called as the editor calls it, and a character of two units is marked whole', () => {
  const saved = (text: string, encoding: string) => {
    const finding = encodingFlaw(text, { encoding })?.finding;
    return finding && [finding.start, finding.end, finding.message.args?.encoding];
  };
  assert.deepEqual(saved('x é', 'windows-1252'), [2, 3, 'windows-1252']);
  assert.deepEqual(saved('x é', 'xwindows1252'), [2, 3, 'xwindows1252']);
  assert.deepEqual(saved('x é', 'xiso88592'), [2, 3, 'xiso88592']);
  assert.deepEqual(saved('x é', 'iso88592'), [2, 3, 'ISO 8859-2']);
  assert.deepEqual(saved('\u{1f600}', 'windows1252'), [0, 2, 'Windows-1252']);
});

it('a service forgets the encoding with the document', () => {
  const service = new Service();
  const text = { uri: 'file:///config.toml', languageId: 'gitlab-runner-config', version: 1, getText: () => '# é\n' };
  service.encoded(text.uri, { encoding: 'windows1252' });
  assert.equal(service.diagnostics(text).length, 1);
  service.close(text.uri);
  assert.equal(service.diagnostics(text).length, 0);
});
