/** What there is to say about a feature flag, in Markdown, as the runner has it that the file is for. */
import type { Context } from '../meaning/context';
import type { FeatureFlag } from '../schema/types';
import { isReached, type Version } from '../schema/version';
import { thanThisFile } from './key-documentation';

/** The Markdown about a feature flag. */
export function flagDocumentation(flag: FeatureFlag, context: Context): string {
  const { version } = context.schema;
  const changed = flag.defaultSince === flag.since ? '' : ` since ${flag.defaultSince}`;
  const lines = [
    flag.default !== undefined && `Default: \`${flag.default}\`${changed}`,
    `Since: GitLab Runner ${flag.since}${flag.state === 'newer' ? thanThisFile('newer', version) : ''}`,
    flag.removed && `Removed in GitLab Runner ${flag.removed}${later(flag.removed, version)}`,
    flag.deprecatedSince &&
      `Deprecated since GitLab Runner ${flag.deprecatedSince}${later(flag.deprecatedSince, version)}`,
    flag.toBeRemovedWith && !flag.removed && `To be removed with ${flag.toBeRemovedWith}`,
    flag.onlyTable && 'Only in `[runners.feature_flags]`: in `environment` and in jobs it does nothing',
  ];
  return [
    `**\`${flag.name}\`** — feature flag`,
    context.texts.featureFlag(flag.name),
    lines
      .filter(Boolean)
      .map((line) => `- ${line}`)
      .join('\n'),
    `[Documentation](${flag.docs})`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function later(since: string, version: Version): string {
  return isReached(version, since) ? '' : thanThisFile('later', version);
}
