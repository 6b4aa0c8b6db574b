/** In which of the languages that there are texts in a user is spoken to. */
import { languages } from './generated/languages';

const ENGLISH = 'en';

/** The language for a locale as an editor (`zh-CN`) or a system (`zh_CN.UTF-8`) names it; English where there is none. */
export function languageOf(locale: string | undefined, known: readonly string[] = languages): string {
  if (locale === undefined) return ENGLISH;
  // As VS Code names it. What a locale means costs some milliseconds to find out.
  const named = locale.toLowerCase();
  if (known.includes(named)) return named;
  const wanted = read(locale);
  if (!wanted) return ENGLISH;
  const readable = known.filter((name) => isReadableTo(wanted, read(name)));
  return readable.find((name) => read(name)?.region === wanted.region) ?? readable[0] ?? ENGLISH;
}

/** Names of locales that are of no language. */
const OF_NO_LANGUAGE = /^(?:C|POSIX)?(?:[.@]|$)/;

/** Whether a text names a locale: one of a language that there is, whether there are texts in it or not, or of none. */
export function isLocale(text: string): boolean {
  if (OF_NO_LANGUAGE.test(text)) return true;
  const language = read(text)?.language;
  const names = new Intl.DisplayNames([ENGLISH], { type: 'language', fallback: 'none' });
  return language !== undefined && names.of(language) !== undefined;
}

/** The languages whose texts stand in where one has none, the nearest first: who reads Traditional Chinese reads Simplified sooner than English. */
export function fallbacksOf(language: string): readonly string[] {
  if (language === ENGLISH) return [];
  return language === 'zh-tw' ? ['zh-cn', ENGLISH] : [ENGLISH];
}

/** With the script and the region that it means when it does not say them. Undefined: it is none, as `C` is. */
function read(locale: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(locale.replace(/[.@].*/s, '').replaceAll('_', '-')).maximize();
  } catch {
    return undefined;
  }
}

/** The script counts: who reads `zh-TW` is not served by `zh-CN`. */
function isReadableTo(wanted: Intl.Locale, offered: Intl.Locale | undefined): boolean {
  return offered?.language === wanted.language && offered.script === wanted.script;
}
