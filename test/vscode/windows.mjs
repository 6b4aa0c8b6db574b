// The windows of VS Code that the suite needs, and the scenarios that each of them runs. A scenario is a folder here: its
// tests are scenario.ts, and workspace/ is what VS Code opens (a copy of it: the tests write). Opening a window takes
// seconds, so scenarios share one as folders of one workspace, unless they need a window that is different.

/**
 * - `scenarios`: folders here, run in this order
 * - `extensions`: folders of extensions/ that are installed beside ours
 * - `restricted`: the workspace is not trusted
 * - `web`: what of it makes sense in the web-worker extension host; all of it when left out
 */
export const WINDOWS = [
  // First, because it asks what the extension costs before anything has warmed the machine up.
  { name: 'no-configuration', scenarios: ['activation'] },
  {
    name: 'alone',
    scenarios: [
      'recognition',
      'highlighting',
      'diagnostics',
      'encoding',
      'completion',
      'hover',
      'preview',
      'preview-head',
      'job-log',
      'quick-fixes',
      'snippets',
      'outline',
      'formatting',
      'settings',
      'yaml-blocks',
      'several-folders',
      'rename-and-close',
      'large-file',
      'server-restart',
      'manual',
      'workspace-check',
    ],
  },
  { name: 'beside-others', scenarios: ['beside-toml', 'beside-yaml'], extensions: ['other-toml', 'other-yaml'] },
  { name: 'template', scenarios: ['templates'] },
  { name: 'restricted', scenarios: ['restricted-mode'], restricted: true },
];

/** Scenarios that open more folders than one: the names of the folders in their workspace/. */
export const FOLDERS = { 'several-folders': ['strict', 'lenient'] };

/** The windows with the scenarios whose name holds one of the words; all without words. */
export function chosenWindows(words) {
  const wanted = (name) => words.length === 0 || words.some((word) => name.includes(word));
  return WINDOWS.map((window) => ({ ...window, scenarios: window.scenarios.filter(wanted) })).filter(
    ({ scenarios }) => scenarios.length > 0,
  );
}
