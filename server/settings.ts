/** The settings the server reads, out of whatever the client sent. A bad value keeps the one before and is complained about. */
import { SECTION, settingName } from '../protocol/settings';
import type { SeverityOverrides } from './features/diagnostics';
import { versionOrReason } from './schema/named-version';
import type { Version } from './schema/version';
import { anyOf, type Message, message } from './text/message';

export interface Settings {
  /** The runner that files are for; undefined: the newest released one. */
  readonly runnerVersion: Version | undefined;
  readonly severity: SeverityOverrides;
  readonly formatEnabled: boolean;
  /** Whether the fences of Markdown files are read. */
  readonly markdown: boolean;
  /** Whether numbers have a hint of what they come to. */
  readonly inlayHints: boolean;
}

export const defaultSettings: Settings = {
  runnerVersion: undefined,
  severity: {},
  formatEnabled: true,
  markdown: false,
  inlayHints: true,
};

/** Takes what is wrong with a setting. */
export type Complain = (complaint: Message) => void;

const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;

/** The settings out of what the client sent for the section; `before` are those that were valid until now. */
export function readSettings(raw: unknown, before: Settings, complain: Complain): Settings {
  if (raw === undefined || raw === null) return defaultSettings;
  if (!isObject(raw)) {
    complain(message('settings.not-an-object', { setting: SECTION }));
    return before;
  }
  return {
    runnerVersion: readRunnerVersion(raw.runnerVersion, before.runnerVersion, complain),
    severity: readSeverity(raw.severity, before.severity, complain),
    formatEnabled: readSwitch(
      'formatEnable',
      isObject(raw.format) ? raw.format.enable : undefined,
      defaultSettings.formatEnabled,
      before.formatEnabled,
      complain,
    ),
    markdown: readSwitch('markdown', raw.markdown, defaultSettings.markdown, before.markdown, complain),
    inlayHints: readSwitch('inlayHints', raw.inlayHints, defaultSettings.inlayHints, before.inlayHints, complain),
  };
}

function readRunnerVersion(raw: unknown, before: Version | undefined, complain: Complain): Version | undefined {
  if (raw === undefined || raw === null || raw === '') return undefined;
  const version =
    typeof raw === 'string' ? versionOrReason(raw) : { wrong: message('version.malformed', { text: written(raw) }) };
  if (!('wrong' in version)) return version;
  complain(message('settings.runner-version', { setting: settingName('runnerVersion'), reason: version.wrong }));
  return before;
}

function readSeverity(raw: unknown, before: SeverityOverrides, complain: Complain): SeverityOverrides {
  if (raw === undefined || raw === null) return {};
  const setting = settingName('severity');
  if (!isObject(raw)) {
    complain(message('settings.severity.not-an-object', { setting }));
    return before;
  }
  const overrides: Record<string, SeverityOverrides[string]> = {};
  for (const [code, value] of Object.entries(raw)) {
    const severity = severities.find((known) => known === value);
    if (!severity) {
      complain(message('settings.severity', { setting, code, value: written(value), severities: anyOf(severities) }));
    }
    const override = severity ?? before[code];
    if (override) overrides[code] = override;
  }
  return overrides;
}

function readSwitch(
  setting: 'formatEnable' | 'markdown' | 'inlayHints',
  raw: unknown,
  unset: boolean,
  before: boolean,
  complain: Complain,
): boolean {
  if (raw === undefined || raw === null) return unset;
  if (typeof raw === 'boolean') return raw;
  complain(message('settings.switch', { setting: settingName(setting), value: written(raw) }));
  return before;
}

/** A value as it stands in the file of settings. */
function written(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
