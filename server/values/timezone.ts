/**
 * Names of time zones, as Go's time.LoadLocation takes them: "", "UTC", "Local", or a name of the IANA data base to the
 * letter. Checked against verdicts/values.json, grammar `timezone`.
 */
import renamed from '../../schemas/time-zones.json';
import valueAliases from '../../schemas/value-aliases.json';
import { distance } from '../text/distance';
import { message } from '../text/message';
import { once } from '../text/once';
import { type Grammar, type GrammarProblem, type Reading, shown, understood } from './grammar';

/** The runner does not start with a wrong one. */
export const timezone = grammar('timezone', (text, repair) => wrong(text, 'refused', { refused: true, ...repair }));

/** It is read when the first job is asked for: "configuring taskscaler schedules" fails (executors/internal/autoscaler/provider.go). */
export const timezoneOfPolicy = grammar('timezone-of-policy', (text, repair) =>
  wrong(text, 'noJobs', { fails: true, ...repair }),
);

/** "Failed to start pause pod manager" is a warning of the runner, and jobs go on (executors/kubernetes/autoscaler/provider.go). */
export const timezoneOfPausePods = grammar('timezone-of-pause-pods', (text, repair) => wrong(text, 'noPods', repair));

type Name = 'timezone' | 'timezone-of-policy' | 'timezone-of-pause-pods';
type Repair = Pick<GrammarProblem, 'repaired' | 'guessed'>;
type Wrong = (text: string, repair: Repair) => Reading<never>;

function grammar(name: Name, refuse: Wrong): Grammar<string> {
  return {
    name,
    read(text) {
      if (text === '' || text === 'Local' || text === 'UTC') return understood(text);
      const known = zoneNamed(text);
      // Intl ignores case and takes offsets such as +08:00; files of the data base begin with a capital letter.
      if (known !== undefined && /^[A-Z]/.test(text) && !/\/[a-z]/.test(text)) return understood(text);
      if (known?.toLowerCase() === text.toLowerCase() && known !== text) return refuse(text, { repaired: known });
      return refuse(text, { repaired: nearestZone(text), guessed: true });
    },
    complete: (text) => ({ start: 0, end: text.length, texts: zones() }),
  };
}

/** The zones that Intl knows, by the names of today: those of before are in a package of their own on some systems. */
const zones = once((): readonly string[] => {
  const names = Intl.supportedValuesOf('timeZone').map((name) => (renamed as Record<string, string>)[name] ?? name);
  return ['UTC', 'Local', ...new Set(names.filter((name) => name !== 'UTC' && /\//.test(name)))];
});

/** Longer texts are no zones. */
const LONGEST = 40;

/** The one zone that is nearest, or whose city alone was written: `Europe/Berln`, `Berlin`; `Asia/Beijing` has another city's name. */
function nearestZone(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const wanted = lettersIn(text);
  const other = (valueAliases.time_zone as Record<string, string>)[wanted];
  if (other !== undefined) return other;
  const cities = zones().filter((zone) => lettersIn(zone.slice(zone.lastIndexOf('/') + 1)) === wanted);
  if (cities.length > 0) return cities.length === 1 ? cities[0] : undefined;
  let nearest = Math.min(3, Math.floor(wanted.length / 4)) + 1;
  let meant: string | undefined;
  for (const zone of zones()) {
    const far = distance(wanted, lettersIn(zone), nearest);
    if (far > nearest || nearest === 0) continue;
    meant = far < nearest ? zone : undefined;
    nearest = far;
  }
  return meant;
}

function lettersIn(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

function wrong(text: string, outcome: 'refused' | 'noJobs' | 'noPods', more: Partial<GrammarProblem>): Reading<never> {
  const said = message('invalid-value.time-zone', { text: shown(text), outcome });
  return { problems: [{ start: 0, end: text.length, message: said, refused: false, ...more }] };
}

/** The zone that a name stands for where upper and lower case do not matter; an alias may come back as what it stands for. */
function zoneNamed(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
