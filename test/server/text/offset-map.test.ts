import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Region } from '../../../server/containers/region';
import { counted } from '../../counted';
import { least, SHARED } from '../../shared';
import { yamlRegions } from '../containers/yaml/yaml-regions';

const shared = SHARED;
const withShared = existsSync(shared) ? {} : { skip: `${shared} is not here` };

function regionOf(yaml: string): Region {
  const regions = yamlRegions(yaml);
  assert.equal(regions.length, 1, yaml);
  return regions[0] as Region;
}

/** What must hold for every offset of every region. */
function checkMap(yaml: string, { text, map, host, traits }: Region, exact = traits.editable) {
  // At the file's end YAML adds a line break that is not in the file.
  const added = text.endsWith('\n') && map.toHost(text.length - 1) === map.toHost(text.length);
  let before = -1;
  for (let offset = 0; offset <= text.length; offset++) {
    const inHost = map.toHost(offset);
    assert.ok(inHost >= before && inHost >= host.start && inHost <= host.end, `order at ${offset}`);
    before = inHost;
    // The second half of a character that is one escape in the file has no offset of its own.
    const half = !exact && /[\udc00-\udfff]/.test(text[offset] ?? '');
    if (!half && !(added && offset === text.length))
      assert.equal(map.toRegion(inHost), offset, `round trip at ${offset}`);
    if (exact && offset < text.length && !(added && offset === text.length - 1)) {
      const character = yaml[inHost] === '\r' ? yaml[inHost + 1] : yaml[inHost];
      assert.equal(character, text[offset], `character at ${offset}`);
    }
  }
  let last = 0;
  for (let offset = host.start; offset <= host.end; offset++) {
    const inRegion = map.toRegion(offset) ?? Number.NaN;
    assert.ok(inRegion >= last && inRegion <= text.length, `order at ${offset} of the file`);
    last = inRegion;
  }
  assert.equal(map.toRegion(host.start - 1), undefined);
  assert.equal(map.toRegion(host.end + 1), undefined);
}

const block = (header: string, body: string, after = '') => `runners:\n  config: ${header}\n${body}${after}`;

const FILES = {
  clip: block('|', '    [[runners]]\n      limit = 1\n'),
  'clip, blank lines below': block('|', '    [[runners]]\n\n    # end\n\n\n', 'a: b\n'),
  strip: block('|-', '    [[runners]]\n      limit = 1\n', 'a: b\n'),
  keep: block('|+', '    [[runners]]\n\n\n', 'a: b\n'),
  'indentation indicator': block('|2', '      [[runners]]\n    limit = 1\n'),
  'indicator and keep': block('|4+  # why', '          [[runners]]\n\n'),
  'short and long blank lines': block('|', '    [[runners]]\n\n  \n    \n       \n    limit = 1\n     \n'),
  'blank lines above': block('|', '\n   \n    [[runners]]\n'),
  tabs: block('|', '    [[runners]]\n    \tlimit = 1\t# x\n'),
  'no break at the end': block('|', '    [[runners]]\n    limit = 1'),
  'strip, no break at the end': block('|-', '    [[runners]]\n    limit = 1'),
  'outside the basic plane': block('|', '    [[runners]]\n    name = "🏃ü"\n    limit = 1\n'),
  'in a sequence': '- runners:\n    config: |\n      [[runners]]\n- a\n',
  'template lines without indentation': block(
    '|',
    '    [[runners]]\n{{- if .a }}\n    limit = 1\n  {{- end }}\n    # end\n',
  ),
  nested: `helm:\n  values: |\n    runners:\n      config: |\n        [[runners]]\n\n          limit = 1\n    a: b\n`,
};

describe('offsets of literal blocks', () => {
  for (const [name, yaml] of Object.entries(FILES)) {
    it(name, () => checkMap(yaml, regionOf(yaml)));
    it(`${name}, CRLF`, () => {
      const windows = yaml.replaceAll('\n', '\r\n');
      assert.equal(regionOf(windows).text, regionOf(yaml).text);
      checkMap(windows, regionOf(windows));
    });
  }
  it('in the stripped indentation: the line starts', () => {
    const yaml = FILES.clip;
    const { map, text } = regionOf(yaml);
    assert.equal(map.toRegion(yaml.indexOf('      limit') + 2), text.indexOf('  limit'));
  });
  it('with CRLF a line ends before both', () => {
    const yaml = FILES.clip.replaceAll('\n', '\r\n');
    const { map, text } = regionOf(yaml);
    assert.equal(map.toHost(text.indexOf('\n')), yaml.indexOf('[[runners]]\r') + 11);
  });
  it('a blank line below, as deep as the block, is where one goes on writing', () => {
    for (const header of ['|', '|-', '>', '>-']) {
      const yaml = block(header, '    [[runners]]\n    \n', 'a: b\n');
      const { map, text } = regionOf(yaml);
      assert.equal(text, '[[runners]]\n');
      assert.equal(map.toHost(text.length), yaml.indexOf('    \n') + 4);
      assert.equal(map.toRegion(yaml.indexOf('    \n') + 4), text.length);
      assert.equal(map.toRegion(yaml.indexOf('a: b')), undefined);
    }
  });
  it('an empty block: behind the white space of its line', () => {
    const yaml = block('|', '    \n', 'a: b\n');
    assert.equal(regionOf(yaml).map.toHost(0), yaml.indexOf('    \n') + 4);
    assert.equal(regionOf(yaml).map.toRegion(yaml.indexOf('    \n') + 4), 0);
  });
});

describe('offsets of other scalars', () => {
  const scalars = {
    folded: block(
      '>',
      '    [[runners]]\n\n    executor = "shell"\n      limit = 1\n      name = "x"\n\n\n    # end\n    # of it\n',
    ),
    'double-quoted':
      'runners:\n  config: "[[runners]]\\n  name = \\"\\u00fc\\U0001F600\\"\\n\\\n    limit = 1\n\n    # end"\n',
    'single-quoted': "runners:\n  config: '[[runners]]\n\n    name = ''x''  \n\n\n\n    limit = 1'\n",
  };
  for (const [name, yaml] of Object.entries(scalars)) {
    it(name, () => checkMap(yaml, regionOf(yaml), false));
    it(`${name}, CRLF`, () => checkMap(yaml.replaceAll('\n', '\r\n'), regionOf(yaml.replaceAll('\n', '\r\n')), false));
  }
  it('an escape is one character', () => {
    const yaml = scalars['double-quoted'];
    const { text, map } = regionOf(yaml);
    assert.equal(text, '[[runners]]\n  name = "ü😀"\nlimit = 1\n# end');
    assert.equal(yaml.slice(map.toHost(text.indexOf('ü')), map.toHost(text.indexOf('😀'))), '\\u00fc');
    assert.equal(yaml.slice(map.toHost(text.indexOf('limit')), map.toHost(text.indexOf(' = 1'))), 'limit');
  });
});

describe('real files', withShared, () => {
  it('every region of the corpus, with LF, CRLF and without its last break', () => {
    let regions = 0;
    for (const folder of ['seeds', 'corpus/yaml', 'corpus/templated']) {
      for (const name of counted(readdirSync(join(shared, folder)).filter((each) => /\.ya?ml/.test(each)))) {
        const file = readFileSync(join(shared, folder, name), 'utf8').replaceAll('\r\n', '\n');
        for (const yaml of [file, file.replaceAll('\n', '\r\n'), file.trimEnd()]) {
          for (const region of yamlRegions(yaml)) {
            checkMap(yaml, region);
            regions++;
          }
        }
      }
    }
    assert.ok(regions >= least(100), `offsets of ${regions} regions`);
  });
});
