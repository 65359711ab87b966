import { expect, test } from 'vitest';
import { completeAddress, safeAddress } from '$features/body/address';
import { readCaption, writeCaption } from '$features/body/schema/caption';
import { videoService } from '$features/body/schema/video';

test.each([
  ['', '', ''],
  ['Caption', 'Caption', ''],
  ['Caption © Me', 'Caption', 'Me'],
  ['© Me', '', 'Me'],
  ['A © B © C', 'A © B', 'C'],
  ['©Me', '©Me', ''],
  ['شهر © احمد', 'شهر', 'احمد'],
])('the title %j', (title, text, credit) => {
  expect(readCaption(title)).toEqual({ text, credit });
  expect(writeCaption({ text, credit })).toBe(title);
});

test.each([
  ['https://www.youtube.com/watch?v=x', 'YouTube'],
  ['https://youtu.be/x', 'YouTube'],
  ['https://vimeo.com/1', 'Vimeo'],
  ['https://www.aparat.com/v/x', 'Aparat'],
  ['https://fb.watch/x', 'Facebook'],
  ['https://t.me/channel/12', 'Telegram'],
  ['https://example.org/a.mp4?x=1', ''],
  ['media/clip.webm', ''],
  ['https://notyoutube.com/x', null],
  ['https://example.org/youtube.com', null],
  ['javascript:youtube.com', null],
  ['media/a.jpg', null],
])('the video at %s', (address, service) => expect(videoService(address)).toBe(service));

test.each([
  ['https://example.org/خبر', 'https://example.org/خبر'],
  ['example.org/x y', 'https://example.org/x%20y'],
  ['خبر.افغان/الف', 'https://خبر.افغان/الف'],
  ['a@example.org', 'mailto:a@example.org'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['/about.html', '/about.html'],
  ['about.html', 'about.html'],
  ['#part', '#part'],
  ['javascript:alert(1)', null],
  [' java\tscript:alert(1)', null],
  ['\u200bjavascript:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['https://', null],
  ['', null],
])('the address %j', (typed, address) => {
  expect(completeAddress(typed)).toBe(address);
  if (address === null && typed && !typed.startsWith('https')) expect(safeAddress(typed)).toBeNull();
});
