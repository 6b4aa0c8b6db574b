/**
 * Names of time zones, as Go's time.LoadLocation takes them: "", "UTC", "Local", or a name of the IANA data base to the
 * letter. Checked against verdicts/values.json, grammar `timezone`.
 */
import { message } from '../text/message';
import { type Grammar, refusedWhole, shown, understood } from './grammar';

export const timezone: Grammar<string> = {
  name: 'timezone',
  read(text) {
    if (text === '' || text === 'Local' || text === 'UTC') return understood(text);
    const known = zoneNamed(text);
    // Intl ignores case and takes offsets such as +08:00; files of the data base begin with a capital letter.
    if (known !== undefined && /^[A-Z]/.test(text) && !/\/[a-z]/.test(text)) return understood(text);
    const repaired = known?.toLowerCase() === text.toLowerCase() && known !== text ? known : undefined;
    return refusedWhole(text, message('invalid-value.time-zone', { text: shown(text) }), repaired);
  },
};

/** The zone that a name stands for where upper and lower case do not matter; an alias may come back as what it stands for. */
function zoneNamed(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
