// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform and shells write their templates so
/** What holds for every text, however broken: length, line breaks, idempotence, time. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { branchesOf } from '../../../server/templates/branches';
import { templateKinds } from '../../../server/templates/kinds';
import type { TemplateStyle } from '../../../server/templates/tag';
import { counted } from '../../counted';
import { SHARED } from '../../shared';
import { SLACK } from '../../slack';
import { randomSource } from '../toml/random-source';
import { maskText, styleOf } from './templates';

const corpus = `${SHARED}/corpus/templated`;
const skip = existsSync(corpus) ? false : `${corpus} is not here`;
const styles: readonly (TemplateStyle | undefined)[] = [...templateKinds.map(({ style }) => style), undefined];

function lineBreaks(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** Whether a line is a placeholder alone: it may have stood behind a string that went on over lines by a tag in it. */
function isFreed(text: string, line: number): boolean {
  return /^[ \t]*[@%_]{1,2}\w+[@%_]{1,2}[ \t]*(?:#|$)/.test(text.split('\n')[line] ?? '');
}

/** `whole`: every tag in the text has its end. */
function check(text: string, style: TemplateStyle | undefined, whole = false): void {
  const { masked, templates, valueSpans } = maskText(text, { style });
  const told = `${style} ${JSON.stringify(text)}`;
  assert.equal(lineBreaks(masked), lineBreaks(text), told);
  const known = style ?? styleOf(text);
  if (whole) {
    const again = maskText(masked, { style: known }).masked.split('\n');
    const [left, right] = [again, masked.split('\n')].map((lines) =>
      lines.filter((_, index) => !isFreed(masked, index)),
    );
    assert.deepEqual(left, right, `idempotent: ${told}`);
  }
  for (const spans of [templates, valueSpans]) {
    let last = 0;
    for (const { start, end } of spans) {
      assert.ok(start >= last && end > start && end <= text.length, told);
      last = end;
    }
  }
  const { differ } = branchesOf(templates);
  assert.equal(differ(0, text.length), differ(text.length, 0), told);
  assert.equal(differ(1, 1), false, told);
}

describe('every text', () => {
  const whole = [
    ...'[]"\'=.,#\\\n\r\t a1_-',
    ...[
      '{{- if x }}',
      '{{ else }}',
      '{{ end }}',
      '{{/* \n" */}}',
      '{% if x %}',
      '{% else %}',
      '{% endif %}',
      '{# # #}',
    ],
    ...[
      '%{ if x }',
      '%{ endif }',
      '<% if x %>',
      '<%= "x" %>',
      '$A',
      '<B>',
      '__C__',
      '%D%',
      '@@E@@',
      '{{ x\n | y }}',
      '${x}',
    ],
    ...[
      '"""',
      "'''",
      '\r\n',
      'a = ',
      '[[a]]',
      '{{ x }}',
      '$${x}',
      '{% for a in b %}',
      '{% endfor %}',
      '😀',
      '\n',
      '\n',
    ],
  ];
  const pieces = [
    ...whole,
    ...'{}$%<>@`',
    ...['{{ ', ' }}', '{{/* ', ' */}}', '{% ', ' %}', '{# ', ' #}', '${', '%{', '<% ', ' %>'],
  ];

  it('of random pieces', () => {
    const random = randomSource(4);
    for (let run = 0; run < 40_000; run++) {
      const source = run % 2 === 0 ? whole : pieces;
      let text = '';
      for (let count = random(24); count >= 0; count--) text += source[random(source.length)];
      check(text, styles[random(styles.length)], source === whole);
    }
  });

  it('of the corpus, truncated and with pieces put in', { skip }, () => {
    const random = randomSource(7);
    for (const name of counted(readdirSync(corpus))) {
      const text = readFileSync(`${corpus}/${name}`, 'utf8');
      for (const style of styles) {
        check(text, style, true);
        for (let run = 0; run < 6; run++) {
          const at = random(text.length + 1);
          check(text.slice(0, at), style);
          check(text.slice(0, at) + pieces[random(pieces.length)] + text.slice(at + random(3)), style);
        }
      }
    }
  });
});

describe('text made to be slow takes no 200 ms', () => {
  /** The quickest of a few runs: another process may have held the machine. */
  function quickest(text: string, style: TemplateStyle | undefined, limit: number): number {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 20 && best > limit; run++) {
      const start = performance.now();
      const { templates } = maskText(text, { style });
      branchesOf(templates);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  }

  for (const piece of [
    '{{',
    '${',
    '{%',
    '<%',
    '%{',
    '{{ "',
    "{{ '\n",
    '{{ `',
    '{{ {',
    '{{ x }}',
    '{{ x }} = ',
    '${"${',
    '${x}',
    '"{{',
    '"""{{ x',
    '[',
    '[{{ x }}',
    '{ {{ x }}',
    'a = [{% if x %}',
    '{% if x %}',
    '{% if x %}a = 1\n',
    '{% endif %}',
    'a = {% if x %}',
    '{{/* ',
    '__a',
    '%a',
    '<a',
    'a = ["b", {{ c }}, "d{{ e }}"]\n',
    '{{ "}} {{" "',
  ]) {
    it(JSON.stringify(piece), () => {
      // The signs alone in a megabyte, the rest in a tenth of it: the time of this file counts, too.
      const size = /^.[{%]$/.test(piece) ? 1_000_000 : 100_000;
      const limit = 200 * SLACK;
      const text = piece.repeat(Math.ceil(size / piece.length));
      for (const style of styles) {
        for (const ending of ['', ' }}']) {
          const time = quickest(text + ending, style, limit);
          assert.ok(time < limit, `${style ?? 'by its text'}, ${JSON.stringify(ending)}: ${Math.round(time)} ms`);
        }
      }
    });
  }
});
