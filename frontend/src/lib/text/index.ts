// What a text is made of, in nine languages: words, digits, numbers, order.
export { comparator, type Comparator } from './collate';
export { digits } from './digits';
export { number } from './number';
export { countWords, readingMinutes } from './words';
