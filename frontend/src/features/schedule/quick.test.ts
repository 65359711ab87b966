import { expect, test } from 'vitest';
import { laterToday, nextHour, tomorrowMorning } from './quick';

const at = (hour: number, minute = 0) => new Date(2025, 3, 21, hour, minute);

test('the next hour is at least half an hour away', () => {
  expect(nextHour(at(9, 10))).toEqual(at(10));
  expect(nextHour(at(9, 30))).toEqual(at(10));
  expect(nextHour(at(9, 31))).toEqual(at(11));
  expect(nextHour(at(23, 45))).toEqual(new Date(2025, 3, 22, 1));
});

test('the evening is the next one to come', () => {
  expect(laterToday(at(9))).toEqual(at(18));
  expect(laterToday(at(18))).toEqual(new Date(2025, 3, 22, 18));
});

test('the morning is the next day’s', () => {
  expect(tomorrowMorning(at(23))).toEqual(new Date(2025, 3, 22, 6));
});
