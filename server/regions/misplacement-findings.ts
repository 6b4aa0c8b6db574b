/** Says what the keys of chart values do that the chart does not read; see places-misplaced.ts for the evidence. */
import type { Finding } from '../finding';
import { chartMisplacements, type Misplacement } from './places-misplaced';

const findings: Readonly<
  Record<Misplacement['messageId'], { severity: Finding['severity']; say: (key: string) => string }>
> = {
  'chart-key-removed': {
    severity: 'hint',
    say: (key) =>
      `The gitlab-runner chart no longer reads \`${key}\`. Write the setting into the TOML of \`runners.config\`.`,
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

/** Findings about the YAML around the configurations of a file; spans are of the file. */
export function misplacementFindings(text: string): Finding[] {
  return chartMisplacements(text).map(({ span, key, messageId }) => {
    const { severity, say } = findings[messageId];
    return { code: messageId, severity, start: span.start, end: span.end, message: say(key) };
  });
}
