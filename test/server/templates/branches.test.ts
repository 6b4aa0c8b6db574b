import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { branchesOf } from '../../../server/templates/branches';
import type { TemplateStyle } from '../../../server/templates/tag';
import { maskText } from './templates';

/** The letters `A` to `Z` that are in the same branch, as groups: `A B` are together in `AB`. */
function groups(text: string, style: TemplateStyle): string {
  const { templates } = maskText(text, { style });
  const { differ } = branchesOf(templates);
  const found: { offset: number; letters: string }[] = [];
  for (const { 0: letter, index } of text.matchAll(/\b[A-Z](?= = 1)/g)) {
    const group = found.find(({ offset }) => !differ(offset, index));
    if (group) group.letters += letter;
    else found.push({ offset: index, letters: letter });
  }
  return found.map(({ letters }) => letters).join(' ');
}

describe('branches that differ', () => {
  for (const [name, style, lines, expected] of [
    [
      'Go',
      'go',
      ['A = 1', '{{ if .x }}', 'B = 1', '{{ else if .y }}', 'C = 1', '{{ else }}', 'D = 1', '{{ end }}', 'E = 1'],
      'AE B C D',
    ],
    [
      'Jinja',
      'jinja',
      ['{% if x %}', 'A = 1', '{% elif y %}', 'B = 1', '{% else %}', 'C = 1', 'D = 1', '{%- endif -%}', 'E = 1'],
      'A B CD E',
    ],
    ['Terraform', 'terraform', ['%{~ if x ~}', 'A = 1', '%{ else }', 'B = 1', '%{ endif ~}', 'C = 1'], 'A B C'],
    [
      'ERB',
      'erb',
      ['<% if @x -%>', 'A = 1', '<% elsif @y -%>', 'B = 1', '<% else %>', 'C = 1', '<% end %>', 'D = 1'],
      'A B C D',
    ],
    ['EPP', 'erb', ['<% if $x { -%>', 'A = 1', '<% } else { -%>', 'B = 1', '<% } -%>', 'C = 1'], 'A B C'],
    [
      'nested',
      'jinja',
      ['{% if x %}', 'A = 1', '{% if y %}', 'B = 1', '{% endif %}', 'C = 1', '{% endif %}', 'D = 1'],
      'AC B D',
    ],
    ['a loop', 'go', ['A = 1', '{{ range .xs }}', 'B = 1', 'C = 1', '{{ end }}', 'D = 1'], 'AD BC'],
    [
      'two loops',
      'erb',
      ['<% @a.each do |x| %>', 'A = 1', '<% end %>', '<% @b.each { |x| %>', 'B = 1', '<% } %>'],
      'A B',
    ],
    ['a statement on its own', 'go', ['A = 1', '{{ $x := 1 }}', '{{/* if */}}', 'B = 1'], 'AB'],
    ['an end too many', 'go', ['A = 1', '{{ end }}', 'B = 1'], 'A B'],
    [
      'an end of something else',
      'jinja',
      ['{% for x in y %}', 'A = 1', '{% endif %}', 'B = 1', '{% endfor %}', 'C = 1'],
      'A B C',
    ],
    ['an end too few', 'jinja', ['A = 1', '{% if x %}', 'B = 1'], 'A B'],
    ['tags of comments', 'go', ['# {{ if .x }}', 'A = 1', '# {{ else }}', 'B = 1', '# {{ end }}'], 'A B'],
  ] as const) {
    it(name, () => assert.equal(groups(lines.join('\n'), style), expected));
  }
});

describe('a branch encloses another', () => {
  /** Whether the line of the one letter encloses that of the other; `^` is the beginning of the text. */
  const encloses = (lines: readonly string[], outer: string, inner: string) => {
    const text = lines.join('\n');
    const at = (letter: string) => (letter === '^' ? -1 : text.indexOf(`${letter} = 1`));
    return branchesOf(maskText(text, { style: 'jinja' }).templates).encloses(at(outer), at(inner));
  };
  const nested = ['{% if x %}', 'A = 1', '{% if y %}', 'B = 1', '{% endif %}', '{% else %}', 'C = 1', '{% endif %}'];

  for (const [outer, inner, expected] of [
    ['A', 'A', true],
    ['^', 'B', true],
    ['A', 'B', true],
    ['B', 'A', false],
    ['A', 'C', false],
    ['B', 'C', false],
  ] as const)
    it(`${outer} ${inner}`, () => assert.equal(encloses(nested, outer, inner), expected));
  it('but nothing encloses a macro', () => {
    const macro = ['A = 1', '{% macro x() %}', 'B = 1', '{% if y %}', 'C = 1', '{% endif %}', '{% endmacro %}'];
    assert.deepEqual(
      [encloses(macro, 'A', 'B'), encloses(macro, '^', 'C'), encloses(macro, 'B', 'C')],
      [false, false, true],
    );
  });
  it('or what is behind an end of nothing', () =>
    assert.equal(encloses(['A = 1', '{% endif %}', 'B = 1'], 'A', 'B'), false));
});
