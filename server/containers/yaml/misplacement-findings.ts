/** Says what the keys of chart values do that the chart does not read; see places-misplaced.ts for the evidence. */

import { draft } from '../../text/draft';
import type { Problem } from '../../text/problem';
import { chartMisplacements, type Misplacement } from './places-misplaced';

const findings: Readonly<
  Record<Misplacement['messageId'], { severity: Problem['severity']; say: (key: string, toml?: string) => string }>
> = {
  'chart-key-removed': {
    severity: 'hint',
    say: (key, toml) =>
      `The gitlab-runner chart no longer reads \`${key}\`. Write ${toml ? inTable(toml) : 'the setting into'} the TOML of \`runners.config\`.`,
  },
  'chart-key-registration': {
    severity: 'hint',
    say: (key) =>
      `\`${key}\` only counts for a registration token. With an authentication token it is set on the runner's page in GitLab.`,
  },
  'chart-config-misplaced': {
    severity: 'warning',
    say: (key) => `The chart ignores \`${key}\` here. It reads \`config\` below \`runners\`.`,
  },
};

/** `privileged` below `[runners.kubernetes]` in */
function inTable(toml: string): string {
  const end = toml.lastIndexOf('.');
  const table = toml.slice(0, end);
  return `\`${toml.slice(end + 1)}\` below \`${table === 'runners' ? '[[runners]]' : `[${table}]`}\` in`;
}

/** Findings about the YAML around the configurations of a file; spans are of the file. */
export function misplacementFindings(text: string): Problem[] {
  return chartMisplacements(text).map(({ span, key, toml, messageId }) => {
    const { severity, say } = findings[messageId];
    return { code: messageId, severity, start: span.start, end: span.end, message: draft(say(key, toml)) };
  });
}
