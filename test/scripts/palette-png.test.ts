import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decode, withPalette } from '../../scripts/palette-png.mjs';
import { counted } from '../counted';

const PICTURES = 'docs/images';
const read = (name: string) => readFileSync(`${PICTURES}/${name}`);

test('a picture of few colours stays what it is, to the last pixel', () => {
  for (const name of counted(readdirSync(PICTURES)))
    assert.deepEqual(decode(withPalette(read(name))), decode(read(name)));
});

test('of many colours those stay that most of the picture is made of, and none is far from what it was', () => {
  const [name] = counted(readdirSync(PICTURES));
  const before = decode(read(name ?? ''));
  const after = decode(withPalette(read(name ?? ''), 16));
  assert.deepEqual([after.width, after.height], [before.width, before.height]);
  assert.equal(new Set(after.colours).size, 16);
  const parts = (colour: number) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const farthest = before.colours.reduce((worst: number, colour: number, index: number) => {
    const other = parts(after.colours[index] ?? 0);
    return Math.max(worst, ...parts(colour).map((part, channel) => Math.abs(part - (other[channel] ?? 0))));
  }, 0);
  assert.ok(farthest < 90, `${farthest}`);
  const same = before.colours.filter((colour, index) => colour === after.colours[index]).length;
  assert.ok(same > before.colours.length * 0.9, `${same} of ${before.colours.length}`);
});

test('what is no picture of a browser is refused', () => {
  assert.throws(() => decode(Buffer.from('GIF89a, and more')), /not a PNG/);
});
