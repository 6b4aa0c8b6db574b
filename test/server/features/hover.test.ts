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
  assert.match(
    hoverAt('[[runners]]\n[runners.docker]\nmemory = "12|8m"\n') ?? '',
    /^128 MiB \(134,217,728 bytes\)\n\n\*\*`memory`\*\* — string/,
  );
  assert.match(
    hoverAt('[[runners]]\nunhealthy_interval = "9|0s"\n') ?? '',
    /^1 minute 30 seconds\n\n\*\*`unhealthy_interval`\*\*/,
  );
  assert.match(
    hoverAt('[[runners]]\nenvironment = ["FF_USE|_FASTZIP=true"]\n') ?? '',
    /FF_USE_FASTZIP.* — feature flag/,
  );
});

test('a value says what it is the value of', () => {
  assert.match(hoverAt('concurrent = |4\n') ?? '', /^\*\*`concurrent`\*\* — integer/);
  assert.match(hoverAt('[[runners]]\n[runners.docker]\nimage = "alp|ine"\n') ?? '', /^\*\*`image`\*\* — string/);
  assert.match(
    hoverAt('[[runners]]\n[runners.docker]\nvolumes = [\n  "/cac|he",\n]\n') ?? '',
    /^\*\*`volumes`\*\* — array of strings/,
  );
  assert.equal(hoverAt('foo = "b|ar"\n'), undefined);
  const script = '[[runners]]\npre_build_script = """\nec|ho hello\n"""\n';
  assert.equal(hoverAt(script), undefined, 'over the lines of a script it would only be in the way');
});

test('an entry of a map, and its value, say what the map is for', () => {
  const selector = /^An entry of `node_selector`\.\n\n\*\*`(?:\[runners\.kubernetes\.)?node_selector\]?`\*\*/;
  const header = '[[runners]]\n[runners.kubernetes.node_selector]\n';
  assert.match(hoverAt(`${header}dis|k = "ssd"\n`) ?? '', selector);
  assert.match(hoverAt(`${header}disk = "s|sd"\n`) ?? '', selector);
  assert.match(hoverAt('[[runners]]\n[runners.kubernetes]\nnode_selector = { "a.b/c|" = "d" }\n') ?? '', selector);
});

test('a key is told from the runner that the file is for', () => {
  const at = (version: string, text: string) => hoverAt(`# gitlab-runner: version=${version}\n${text}`) ?? '';
  assert.match(at('16.6', 'connection_|max_age = "1m"\n'), /Since: GitLab Runner 16\.9 — newer than this file's 16\.6/);
  assert.match(at('16.9', 'connection_|max_age = "1m"\n'), /Since: GitLab Runner 16\.9$/m);
  // A key in a table that is new as a whole.
  const nfs = '[[runners]]\n[[runners.kubernetes.volumes.nfs]]\nser|ver = "x"\n';
  assert.match(at('16.6', nfs), /\*\*`server`\*\*[\s\S]*Since: GitLab Runner 19\.0 — newer than this file's 16\.6/);

  const script = '[[runners]]\npre_clone|_script = ""\n';
  assert.match(
    at('15.8', script),
    /\*\*Removed in GitLab Runner 17\.0 — later than this file's 15\.8\.\*\* Use `runners\.pre_get/,
  );
  assert.match(at('17.0', script), /was removed in GitLab Runner 17\.0\./);

  const image = '[[runners]]\nstep_runner|_image = ""\n';
  assert.match(at('18.5', image), /\*\*No effect since GitLab Runner 18\.6 — later than this file's 18\.5\.\*\*/);
  assert.match(at('18.6', image), /\*\*No effect since GitLab Runner 18\.6\.\*\*/);
  const policy = '[[runners]]\n[runners.docker]\npull|_policy = "always"\n';
  assert.match(
    at('12.0', policy),
    /— string\n[\s\S]*Another kind of value since GitLab Runner 13\.8 — later than this file's 12\.0/,
  );
});

test('so is a feature flag', () => {
  const at = (version: string, name: string) =>
    hoverAt(`# gitlab-runner: version=${version}\n[[runners]]\n[runners.feature_flags]\n|${name} = true\n`) ?? '';
  assert.match(at('16.6', 'FF_TIMESTAMPS'), /Since: GitLab Runner 16\.11 — newer than this file's 16\.6/);
  assert.match(at('18.6', 'FF_TIMESTAMPS'), /Default: `false`\n/);
  assert.match(at('18.7', 'FF_TIMESTAMPS'), /Default: `true` since 18\.7\n/);
  assert.match(at('18.0', 'FF_USE_NATIVE_STEPS'), /Removed in GitLab Runner 18\.6 — later than this file's 18\.0/);
  assert.match(at('18.6', 'FF_USE_NATIVE_STEPS'), /Removed in GitLab Runner 18\.6$/m);
  assert.match(
    at('19.3', 'FF_USE_FASTZIP'),
    /Deprecated since GitLab Runner 19\.4 — later than this file's 19\.3\n- To be removed with 19\.7/,
  );
  assert.match(at('19.3', 'FF_USE_JOB_ROUTER'), /Only in `\[runners\.feature_flags\]`/);
});
