// A photograph as a telephone takes it: with the place and the camera written into it.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What must not be left in a picture that can be published. */
export const CAMERA = 'Telephone of a reporter';

/** A JPEG file with EXIF data: camera and position. Its sky has a colour. */
export async function photograph(sky = '#205060') {
  const draw = ['-size', '640x420', `gradient:${sky}-#e0a040`, 'jpg:-'];
  const { stdout } = await promisify(execFile)('convert', draw, { encoding: 'buffer' });
  return Buffer.concat([stdout.subarray(0, 2), exif(), stdout.subarray(2)]);
}

// An EXIF segment: two entries about the picture, the second leading to two about the place.
function exif() {
  const camera = Buffer.from(`${CAMERA}\0`);
  const place = 8 + 2 + 2 * 12 + 4;
  const values = place + 2 + 2 * 12 + 4;
  const degrees = Buffer.alloc(24);
  [34, 1, 31, 1, 1200, 100].forEach((part, i) => degrees.writeUInt32LE(part, i * 4));
  const tiff = Buffer.concat([
    Buffer.from('II*\0\x08\0\0\0', 'latin1'),
    directory([0x010f, 2, camera.length, values + degrees.length], [0x8825, 4, 1, place]),
    directory([1, 2, 2, 'N'.charCodeAt(0)], [2, 5, 3, values]),
    degrees,
    camera,
  ]);
  const data = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

// Entries of tag, type, count and value or its place, and no directory after them.
function directory(...entries) {
  const block = Buffer.alloc(2 + entries.length * 12 + 4);
  block.writeUInt16LE(entries.length, 0);
  entries.forEach(([tag, type, count, value], i) => {
    const at = 2 + i * 12;
    block.writeUInt16LE(tag, at);
    block.writeUInt16LE(type, at + 2);
    block.writeUInt32LE(count, at + 4);
    block.writeUInt32LE(value, at + 8);
  });
  return block;
}
