import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../server/features/hover';
import { context, documentOf } from '../findings';

/** The hover at the `|` of a text. */
function hoverAt(marked: string): string | undefined {
  const found = hover(documentOf(marked.replace('|', '')), marked.indexOf('|'), context);
  return (found?.contents as MarkupContent | undefined)?.value;
}

test('a key, whatever its case', () => {
  assert.match(hoverAt('con|current = 1\n') ?? '', /^\*\*`concurrent`\*\* — integer/);
  assert.match(hoverAt('[[runners]]\n[runners.docker]\nIM|AGE = "x"\n') ?? '', /^\*\*`image`\*\* — string/);
});

test('each part of a header', () => {
  assert.match(hoverAt('[[runners]]\n[run|ners.docker]\n') ?? '', /^\*\*`\[\[runners\]\]`\*\* — list of tables/);
  assert.match(hoverAt('[[runners]]\n[runners.doc|ker]\n') ?? '', /^\*\*`\[runners\.docker\]`\*\* — table/);
});

test('a removed key names its replacement, an unknown one nothing', () => {
  assert.match(
    hoverAt('[[runners]]\npre_clone|_script = ""\n') ?? '',
    /removed in GitLab Runner 17\.0\. Use `runners\.pre_get_sources_script`/,
  );
  assert.equal(hoverAt('fo|o = 1\n'), undefined);
});

test('a duration, a size and a feature flag in words', () => {
  assert.equal(hoverAt('[[runners]]\n[runners.docker]\nmemory = "12|8m"\n'), '128 MiB (134,217,728 bytes)');
  assert.equal(hoverAt('[[runners]]\nunhealthy_interval = "9|0s"\n'), '1 minute 30 seconds');
  assert.match(
    hoverAt('[[runners]]\nenvironment = ["FF_USE|_FASTZIP=true"]\n') ?? '',
    /FF_USE_FASTZIP.* — feature flag/,
  );
});
