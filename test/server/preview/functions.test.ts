/** Functions of the runner and of Kubernetes with what came out of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expand } from '../../../server/preview/expand';
import { durationText } from '../../../server/preview/go-text';
import { versionTag, windowsRelease } from '../../../server/preview/helper-image';
import { splitImageName } from '../../../server/preview/image-name';
import type { Json } from '../../../server/preview/json';
import { matchesGlob } from '../../../server/preview/kubernetes/glob';
import { isReservedLabel } from '../../../server/preview/kubernetes/labels';
import { jsonPatch } from '../../../server/preview/kubernetes/pod-spec/json-patch';
import { mergePatch } from '../../../server/preview/kubernetes/pod-spec/merge-patch';
import { strategicPatch } from '../../../server/preview/kubernetes/pod-spec/strategic-patch';
import { yamlToJson } from '../../../server/preview/kubernetes/pod-spec/yaml';
import { parseQuantity } from '../../../server/preview/kubernetes/quantity';
import { checkAllowed } from '../../../server/preview/kubernetes/regular-expression';
import {
  aliasesIn,
  dnsName,
  isDnsLabel,
  labelValue,
  shortToken,
  subdomainProblem,
} from '../../../server/preview/names';
import { byRunner } from '../../../server/preview/origin';
import { counted } from '../../counted';
import { least } from '../../shared';
import { judged } from './recorded';

interface Row {
  readonly in: string;
  readonly out: string;
  readonly error: string | null;
}
const rows = <R = Row>(name: string, count: number) => counted(judged<R>('functions.json', name), least(count));
const failureOf = (act: () => unknown) => {
  try {
    return { out: act(), error: null };
  } catch (error) {
    assert.ok(error instanceof Error);
    return { out: undefined, error: error.message };
  }
};

describe('functions as a runner has them', () => {
  test('expanding variables', () => {
    const values: Record<string, string> = {
      A: 'last',
      B_2: 'two',
      F: '/builds/g/p.tmp/F',
      'a.b': 'dot',
      RUNNER_TEMP_PROJECT_DIR: '/builds/g/p.tmp',
      $: '$',
    };
    for (const { in: text, out } of rows('expand', 40))
      assert.equal(
        expand(text, (name) => values[name] ?? ''),
        out,
        text,
      );
  });

  test('short tokens, names of DNS, values of labels', () => {
    for (const { in: text, out } of rows('short_token', 15)) assert.equal(shortToken(text), out, text);
    for (const { in: text, out } of rows('rfc1123', 10)) assert.equal(dnsName(text), out, text);
    for (const { in: text, out } of rows('label', 20)) assert.equal(labelValue(text), out, text);
    for (const row of rows<{ in: string; reserved: boolean }>('label_key_reserved', 10)) {
      assert.equal(isReservedLabel(row.in), row.reserved, row.in);
    }
    for (const row of rows<{ in: string; label: boolean; subdomain_error: string | null }>('dns', 15)) {
      assert.equal(isDnsLabel(row.in), row.label, row.in);
      assert.equal(subdomainProblem(row.in) ?? null, row.subdomain_error, row.in);
    }
    for (const row of rows<{ in: string; out: string[] }>('aliases', 9)) assert.deepEqual(aliasesIn(row.in), row.out);
  });

  test('versions, builds of Windows, durations', () => {
    for (const { in: text, out } of rows('runner_version', 10)) assert.equal(versionTag(text), out, text);
    for (const { in: text, out } of rows('windows', 10)) assert.equal(windowsRelease(text) ?? '', out, text);
    for (const row of rows<{ seconds: number; out: string }>('duration_text', 15)) {
      assert.equal(durationText(row.seconds), row.out);
    }
  });

  test('images of services', () => {
    interface Image {
      readonly in: string;
      readonly service: string;
      readonly version: string;
      readonly image: string;
      readonly aliases: string[] | null;
    }
    for (const { in: text, aliases, service, version, image } of rows<Image>('service_image', 25)) {
      assert.deepEqual(splitImageName(text), { name: service, version, image, aliases: aliases ?? [] }, text);
    }
  });

  test('quantities', () => {
    for (const { in: text, out, error } of rows('quantity', 140)) {
      const read = parseQuantity(text);
      assert.equal('wrong' in read ? read.wrong : read.text, error ?? out, text);
    }
    for (const { a, b, cmp } of rows<{ a: string; b: string; cmp: number }>('quantity_cmp', 10)) {
      const [one, other] = [parseQuantity(a), parseQuantity(b)];
      assert.ok(!('wrong' in one) && !('wrong' in other));
      assert.equal(one.nano === other.nano ? 0 : one.nano > other.nano ? 1 : -1, cmp, `${a} ${b}`);
    }
  });

  test('patterns of images', () => {
    for (const row of rows<{ pattern: string; image: string; match: boolean }>('image_match', 250)) {
      assert.equal(matchesGlob(row.pattern, row.image), row.match, `${row.pattern} ${row.image}`);
    }
  });

  test('regular expressions', () => {
    for (const { regex, value, error } of rows<{ regex: string; value: string; error: string | null }>('regex', 30)) {
      assert.equal(failureOf(() => checkAllowed(regex, value, byRunner)).error, error, regex);
    }
  });

  test('YAML 1.1', () => {
    for (const { in: text, out, error } of rows('patch_yaml', 60)) {
      const read = yamlToJson(text);
      assert.equal('value' in read, error === null, `${text}: ${JSON.stringify(read)}`);
      if ('value' in read) assert.deepEqual(read.value, JSON.parse(out), text);
    }
  });

  test('patches', () => {
    interface Patch {
      readonly type: 'strategic' | 'merge' | 'json';
      readonly original: Record<string, Json>;
      readonly patch: string;
      readonly out?: Json;
      readonly error: string | null;
    }
    const by = { strategic: strategicPatch, merge: mergePatch, json: jsonPatch };
    for (const { type, original, patch, out, error } of rows<Patch>('patch', 100)) {
      const made = failureOf(() => by[type](original, JSON.parse(patch), byRunner));
      assert.equal(made.error, error, `${type} ${patch}`);
      if (error === null) assert.deepEqual(made.out, out, `${type} ${patch}`);
    }
  });
});
