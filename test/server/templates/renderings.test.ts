import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderings } from '../../../server/templates/renderings';
import type { TemplateStyle } from '../../../server/templates/tag';
import { maskText } from './templates';

/** The letters `A` to `Z` that each rendering shows: `AB A`. */
function shown(lines: readonly string[], style: TemplateStyle = 'go'): string {
  const text = lines.join('\n');
  const { masked, templates } = maskText(text, { style });
  const found = renderings(text, templates, masked);
  for (const each of found) assert.equal(each.replace(/[^\n]/g, ' '), text.replace(/[^\n]/g, ' '));
  return found.map((each) => [...each.matchAll(/\b[A-Z](?= = 1)/g)].join('')).join(' ');
}

describe('the renderings of a template show each branch', () => {
  for (const [name, lines, expected] of [
    ['nothing to choose', ['A = 1', '{{ if .x }}', 'B = 1', '{{ end }}'], 'AB'],
    ['two branches', ['A = 1', '{{ if .x }}', 'B = 1', '{{ else }}', 'C = 1', '{{ end }}', 'D = 1'], 'ABD ACD'],
    ['three', ['{{ if .x }}', 'A = 1', '{{ else if .y }}', 'B = 1', '{{ else }}', 'C = 1', '{{ end }}'], 'A B C'],
    ['an empty one', ['{{ if .x }}', '{{ else }}', 'A = 1', '{{ end }}'], 'A'],
    [
      'two conditionals, which go on together',
      [
        ...['{{ if .x }}', 'A = 1', '{{ else if .y }}', 'B = 1', '{{ else }}', 'C = 1', '{{ end }}'],
        ...['{{ if .x }}', 'D = 1', '{{ else }}', 'E = 1', '{{ end }}'],
      ],
      'AD BE CE',
    ],
    [
      'one in another',
      [
        ...['{{ if .x }}', 'A = 1', '{{ if .y }}', 'B = 1', '{{ else }}', 'C = 1', '{{ end }}', '{{ else }}', 'D = 1'],
        ...['{{ if .y }}', 'E = 1', '{{ else }}', 'F = 1', '{{ end }}', '{{ end }}'],
      ],
      'AB AC DE DF',
    ],
    ['a conditional in a line is left as it is', ['A = 1', 'name = {{ if .x }}0{{ else }}1{{ end }}'], 'A'],
    ['an end too few', ['{{ if .x }}', 'A = 1', '{{ else }}', 'B = 1'], 'AB'],
    ['an end too many', ['{{ if .x }}', 'A = 1', '{{ else }}', 'B = 1', '{{ end }}', '{{ end }}'], 'AB'],
  ] as const) {
    it(name, () => assert.equal(shown(lines), expected));
  }

  it('ends that say what they end must match', () =>
    assert.equal(shown(['{% for x in y %}', 'A = 1', '{% else %}', 'B = 1', '{% endif %}'], 'jinja'), 'AB'));

  it('no more than a limit: the ninth branch goes with the first', () => {
    const branches = Array.from({ length: 20 }, (_, index) => [
      '{{ else if .x }}',
      `${'ABCDEFGHIJKLMNOPQRST'[index]} = 1`,
    ]);
    assert.equal(shown(['{{ if .x }}', ...branches.flat(), '{{ end }}']), 'AIQ BJR CKS DLT EM FN GO HP');
  });
});
