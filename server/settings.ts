/** The settings the server reads. A bad value keeps the default and is said once in the log. */
import type { SeverityOverrides } from './features/diagnostics';

export interface Settings {
  readonly severity: SeverityOverrides;
  readonly formatEnabled: boolean;
}

export const defaultSettings: Settings = { severity: {}, formatEnabled: true };

const levels = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** The settings out of what the client sent for the section `gitlabRunnerConfig`; `complain` is told of each bad value. */
export function readSettings(raw: unknown, complain: (message: string) => void): Settings {
  if (typeof raw !== 'object' || raw === null) return defaultSettings;
  const { severity, format } = raw as Record<string, unknown>;
  return {
    severity: readSeverity(severity, complain),
    formatEnabled: !(
      typeof format === 'object' &&
      format !== null &&
      (format as Record<string, unknown>).enable === false
    ),
  };
}

function readSeverity(raw: unknown, complain: (message: string) => void): SeverityOverrides {
  const overrides: Record<string, SeverityOverrides[string]> = {};
  if (raw === undefined || raw === null) return overrides;
  if (typeof raw !== 'object') {
    complain('gitlabRunnerConfig.severity must be an object of codes and severities; it is ignored.');
    return overrides;
  }
  for (const [code, level] of Object.entries(raw)) {
    if (typeof level === 'string' && levels.has(level)) overrides[code] = level as SeverityOverrides[string];
    else complain(`gitlabRunnerConfig.severity: "${String(level)}" is no severity for ${code}; it is ignored.`);
  }
  return overrides;
}
