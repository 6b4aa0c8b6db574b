import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPalette } from '../../scripts/palette-png.mjs';
import type { Theme, Workbench } from './workbench';

const OUTPUT = 'test/output/e2e';
const README_PICTURES = 'docs/images';
const COLOURS = 32;
/** Set by `npm run screenshots`: the pictures of the README are taken anew. */
const forReadme = process.env.README_PICTURES !== undefined;

const USUAL: readonly Theme[] = ['light', 'dark', 'high-contrast'];

/** Keeps what the window shows, in each theme, below test/output/e2e/. */
export async function takePictures(workbench: Workbench, name: string, themes = USUAL): Promise<void> {
  for (const theme of themes) {
    await workbench.useTheme(theme);
    mkdirSync(join(OUTPUT, theme), { recursive: true });
    await workbench.page.screenshot({ path: join(OUTPUT, theme, `${name}.png`) });
  }
}

/** The editor alone as a picture of the README, when it was asked for; with what a widget shows in it. */
export async function takeReadmePicture(workbench: Workbench, name: string): Promise<void> {
  if (!forReadme) return;
  await workbench.useTheme('light');
  mkdirSync(README_PICTURES, { recursive: true });
  const path = join(README_PICTURES, `${name}.png`);
  // As small as its package wants it.
  writeFileSync(path, withPalette(await workbench.page.locator('.part.editor').screenshot(), COLOURS));
  console.log(path);
}
