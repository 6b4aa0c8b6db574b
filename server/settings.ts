/** The settings the server reads, out of whatever the client sent. A bad value keeps the one before and is complained about. */
import type { SeverityOverrides } from './features/diagnostics';
import { loadSchema } from './schema/schema';
import { parseVersion, readVersion, type Version, type WrongVersion } from './schema/version';
import { loadCatalog } from './text/catalog';
import { message } from './text/message';

/** The section of the client's settings that is ours. */
export const SECTION = 'gitlabRunnerConfig';

export interface Settings {
  /** The runner that files are for; undefined: the newest known. */
  readonly runnerVersion: Version | undefined;
  readonly severity: SeverityOverrides;
  readonly formatEnabled: boolean;
  /** Whether the fences of Markdown files are read. */
  readonly markdown: boolean;
}

export const defaultSettings: Settings = {
  runnerVersion: undefined,
  severity: {},
  formatEnabled: true,
  markdown: false,
};

export type Complain = (message: string) => void;

const levels = new Set<unknown>(['error', 'warning', 'information', 'hint', 'off']);

/** The settings out of what the client sent for the section; `before` are those that were valid until now. */
export function readSettings(raw: unknown, before: Settings, complain: Complain): Settings {
  if (raw === undefined || raw === null) return defaultSettings;
  if (!isObject(raw)) {
    complain(`${SECTION} must be an object of settings; it is ignored.`);
    return before;
  }
  return {
    runnerVersion: readRunnerVersion(raw.runnerVersion, before.runnerVersion, complain),
    severity: readSeverity(raw.severity, before.severity, complain),
    formatEnabled: readSwitch(
      'format.enable',
      isObject(raw.format) ? raw.format.enable : undefined,
      defaultSettings.formatEnabled,
      before.formatEnabled,
      complain,
    ),
    markdown: readSwitch('markdown', raw.markdown, defaultSettings.markdown, before.markdown, complain),
  };
}

function readRunnerVersion(raw: unknown, before: Version | undefined, complain: Complain): Version | undefined {
  if (raw === undefined || raw === null || raw === '') return undefined;
  const wrong =
    typeof raw === 'string'
      ? versionOrReason(raw)
      : { wrong: message('version.malformed', { text: JSON.stringify(raw) }) };
  if (!('wrong' in wrong)) return wrong;
  complain(`${SECTION}.runnerVersion: ${loadCatalog().say(wrong.wrong)} The setting is ignored.`);
  return before;
}

/** The version that a user names outside of a file, or what is wrong with it. */
export function versionOrReason(text: string): Version | WrongVersion {
  const { releases, newestVersion } = loadSchema();
  return readVersion(text, releases, parseVersion(newestVersion) as Version);
}

function readSeverity(raw: unknown, before: SeverityOverrides, complain: Complain): SeverityOverrides {
  if (raw === undefined || raw === null) return {};
  if (!isObject(raw)) {
    complain(`${SECTION}.severity must be an object of codes and severities; it is ignored.`);
    return before;
  }
  const overrides: Record<string, SeverityOverrides[string]> = {};
  for (const [code, level] of Object.entries(raw)) {
    const valid = levels.has(level);
    if (!valid) complain(`${SECTION}.severity: ${JSON.stringify(level)} is no severity for ${code}; it is ignored.`);
    const override = valid ? (level as SeverityOverrides[string]) : before[code];
    if (override) overrides[code] = override;
  }
  return overrides;
}

function readSwitch(name: string, raw: unknown, unset: boolean, before: boolean, complain: Complain): boolean {
  if (raw === undefined || raw === null) return unset;
  if (typeof raw === 'boolean') return raw;
  complain(`${SECTION}.${name}: ${JSON.stringify(raw)} is neither true nor false; it is ignored.`);
  return before;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
