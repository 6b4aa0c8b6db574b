/**
 * Names of time zones, as Go's time.LoadLocation takes them: "", "UTC", "Local", or a name of the IANA data base to the
 * letter. Checked against verdicts/values.json, grammar `timezone`.
 */

/** What is wrong with a time zone, or undefined. */
export function checkTimeZone(name: string): string | undefined {
  if (name === '' || name === 'Local' || name === 'UTC') return undefined;
  // Intl ignores case and takes offsets such as +08:00; files of the data base begin with a capital letter.
  if (/^[A-Z]/.test(name) && !/\/[a-z]/.test(name) && isKnown(name)) return undefined;
  return `"${name}" is no time zone. Write a name of the IANA data base such as "Europe/Berlin" or "Asia/Shanghai", "UTC" or "Local".`;
}

function isKnown(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
