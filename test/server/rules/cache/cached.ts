/** Runners with a cache that the tests of rules about them share. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf } from '../../findings';

/** A runner with a cache: the lines of `[runners.cache]`, from line 6 on. */
export function cache(lines: string): string {
  return `[[runners]]\n  url = "https://gitlab.example.com"\n  token = "\${T}"\n  executor = "shell"\n[runners.cache]\n${lines}`;
}

/** A cache on S3: the lines of its table, from line 8 on. */
export function s3(lines: string): string {
  return cache(`Type = "s3"\n[runners.cache.s3]\n${lines}`);
}

/** A cache of Google: the lines of its table, from line 8 on. */
export function gcs(lines: string): string {
  return cache(`Type = "gcs"\n[runners.cache.gcs]\n${lines}`);
}

/** A cache on Azure: the lines of its table, from line 8 on. */
export function azure(lines: string): string {
  return cache(`Type = "azure"\n[runners.cache.azure]\n${lines}`);
}

export const BUCKET = 'BucketName = "cache"\nBucketLocation = "eu-central-1"\n';

/** Nothing at all is said of these texts, each by what it is. */
export function quiet(texts: Readonly<Record<string, string>>): void {
  for (const [what, text] of counted(Object.entries(texts)))
    it(`nothing is said of ${what}`, () => assert.deepEqual(briefReportOf(text), []));
}
