// A PNG with a palette out of one without: what pictures of an editor need to be small enough for the package. Only what a
// browser's screenshots are is read: 8 bits, RGB or RGBA (all of it opaque), not interlaced.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const LARGEST = 256;

/** The same picture in at most `size` colours: the most used ones, and for each other the one next to it. */
export function withPalette(png, size = LARGEST) {
  const { width, height, colours } = decode(png);
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byUse = [...counts].sort(([a, usesOfA], [b, usesOfB]) => usesOfB - usesOfA || a - b).map(([colour]) => colour);
  const palette = spread(byUse, counts, Math.min(size, LARGEST));
  const indexOf = new Map(byUse.map((colour) => [colour, nearest(palette, colour)]));
  return encode(
    width,
    height,
    palette,
    Uint8Array.from(colours, (colour) => indexOf.get(colour)),
  );
}

/**
 * Colours that stand for all: one after the other, that whose pixels are farthest from what was taken so far. So neither many
 * shades of a border nor one small coloured mark is lost.
 */
function spread(byUse, counts, size) {
  const palette = [];
  const errors = new Float64Array(byUse.length).fill(Number.POSITIVE_INFINITY);
  while (palette.length < Math.min(size, byUse.length)) {
    let worst = 0;
    let found = -1;
    for (const [index, colour] of byUse.entries()) {
      const error = Math.min(errors[index], 1e6) * counts.get(colour);
      if (error > worst) [worst, found] = [error, index];
    }
    if (found === -1) break;
    palette.push(byUse[found]);
    for (const [index, colour] of byUse.entries()) {
      errors[index] = Math.min(errors[index], distance(byUse[found], colour));
    }
  }
  return palette;
}

function nearest(palette, colour) {
  let best = 0;
  for (let index = 1; index < palette.length; index++) {
    if (distance(palette[index], colour) < distance(palette[best], colour)) best = index;
  }
  return best;
}

function distance(a, b) {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((a >> shift) & 255) - ((b >> shift) & 255));
  return red * red + green * green + blue * blue;
}

/** Width, height and each pixel as 0xRRGGBB. */
export function decode(png) {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('not a PNG');
  const parts = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    parts.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  const header = parts[0].data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const channels = { 2: 3, 3: 1, 6: 4 }[header[9]];
  if (header[8] !== 8 || channels === undefined || header[12] !== 0) throw new Error('a PNG of another kind');
  const table = parts.find(({ type }) => type === 'PLTE')?.data;
  const raw = inflateSync(Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const rows = unfiltered(raw, width * channels, height, channels);
  const colours = new Uint32Array(width * height);
  for (let pixel = 0; pixel < colours.length; pixel++) {
    const from = channels === 1 ? table : rows;
    const at = channels === 1 ? rows[pixel] * 3 : pixel * channels;
    colours[pixel] = (from[at] << 16) | (from[at + 1] << 8) | from[at + 2];
  }
  return { width, height, colours };
}

/** Undoes the filter of each row (PNG specification, 9). */
function unfiltered(raw, length, height, channels) {
  const rows = new Uint8Array(length * height);
  for (let row = 0; row < height; row++) {
    const filter = raw[row * (length + 1)];
    for (let index = 0; index < length; index++) {
      const at = row * length + index;
      const left = index >= channels ? rows[at - channels] : 0;
      const up = row > 0 ? rows[at - length] : 0;
      const corner = row > 0 && index >= channels ? rows[at - length - channels] : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      rows[at] = raw[row * (length + 1) + 1 + index] + predicted;
    }
  }
  return rows;
}

function paeth(left, up, corner) {
  const [ofLeft, ofUp, ofCorner] = [left, up, corner].map((each) => Math.abs(left + up - corner - each));
  if (ofLeft <= ofUp && ofLeft <= ofCorner) return left;
  return ofUp <= ofCorner ? up : corner;
}

function encode(width, height, palette, indexes) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row++)
    rows.set(indexes.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  const table = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const chunks = [
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND'),
  ];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

function chunk(type, data = Buffer.alloc(0)) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sized = Buffer.alloc(body.length + 8);
  sized.writeUInt32BE(data.length, 0);
  sized.set(body, 4);
  sized.writeUInt32BE(crc32(body), body.length + 4);
  return sized;
}
