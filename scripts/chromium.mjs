// Finds a Chromium on this machine; none is downloaded.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MACOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** What a headless page needs, also as root in a container, and nothing that calls home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of the browser: the CHROMIUM variable, else the first of the usual names on the PATH. Throws with what to do. */
export function findChromium() {
  if (process.env.CHROMIUM) {
    if (isProgram(process.env.CHROMIUM)) return process.env.CHROMIUM;
    throw new Error(`CHROMIUM names ${process.env.CHROMIUM}, which is not a program.`);
  }
  const directories = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const candidates = NAMES.flatMap((name) => directories.map((directory) => join(directory, name + suffix)));
  const found = [...candidates, MACOS].find(isProgram);
  if (found) return found;
  throw new Error(
    `No Chromium was found (looked for ${NAMES.join(', ')} on the PATH). Install one, on Debian and Ubuntu with ` +
      '`apt-get install chromium`, or set CHROMIUM to the path of a Chromium or Chrome.',
  );
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
