/**
 * Names of time zones, as Go's time.LoadLocation takes them: "", "UTC", "Local", or a name of the IANA data base to the
 * letter. Checked against verdicts/values.json, grammar `timezone`.
 */
import renamed from '../../schemas/time-zones.json';
import { type Message, message } from '../text/message';
import { once } from '../text/once';
import { failingWhole, type Grammar, type Reading, refusedWhole, shown, understood } from './grammar';

/** The runner does not start with a wrong one. */
export const timezone = grammar('timezone', (text, repaired) => refusedWhole(text, wrong(text, 'refused'), repaired));

/** It is read when the first job is asked for: "configuring taskscaler schedules" fails (executors/internal/autoscaler/provider.go). */
export const timezoneOfPolicy = grammar('timezone-of-policy', (text, repaired) =>
  failingWhole(text, wrong(text, 'noJobs'), repaired),
);

/** "Failed to start pause pod manager" is a warning of the runner, and jobs go on (executors/kubernetes/autoscaler/provider.go). */
export const timezoneOfPausePods = grammar('timezone-of-pause-pods', (text, repaired) => ({
  problems: [{ start: 0, end: text.length, message: wrong(text, 'noPods'), refused: false, repaired }],
}));

type Name = 'timezone' | 'timezone-of-policy' | 'timezone-of-pause-pods';
type Wrong = (text: string, repaired: string | undefined) => Reading<never>;

function grammar(name: Name, refuse: Wrong): Grammar<string> {
  return {
    name,
    read(text) {
      if (text === '' || text === 'Local' || text === 'UTC') return understood(text);
      const known = zoneNamed(text);
      // Intl ignores case and takes offsets such as +08:00; files of the data base begin with a capital letter.
      if (known !== undefined && /^[A-Z]/.test(text) && !/\/[a-z]/.test(text)) return understood(text);
      const repaired = known?.toLowerCase() === text.toLowerCase() && known !== text ? known : undefined;
      return refuse(text, repaired);
    },
    complete: (text) => ({ start: 0, end: text.length, texts: zones() }),
  };
}

/** The zones that Intl knows, by the names of today: those of before are in a package of their own on some systems. */
const zones = once((): readonly string[] => {
  const names = Intl.supportedValuesOf('timeZone').map((name) => (renamed as Record<string, string>)[name] ?? name);
  return ['UTC', 'Local', ...new Set(names.filter((name) => name !== 'UTC' && /\//.test(name)))];
});

function wrong(text: string, outcome: 'refused' | 'noJobs' | 'noPods'): Message {
  return message('invalid-value.time-zone', { text: shown(text), outcome });
}

/** The zone that a name stands for where upper and lower case do not matter; an alias may come back as what it stands for. */
function zoneNamed(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
