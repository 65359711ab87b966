const mark = ' © ';

/** What stands under a figure or a video. */
export interface Caption {
  text: string;
  credit: string;
}

/** Reads the title of a picture: what follows the last " © " is the credit. */
export function readCaption(title: string): Caption {
  const at = ` ${title}`.lastIndexOf(mark);
  if (at < 0) return { text: title, credit: '' };
  return { text: ` ${title}`.slice(1, at), credit: ` ${title}`.slice(at + mark.length) };
}

/** Writes the title that readCaption reads. A caption's own " © " stays, as long as a credit follows it. */
export function writeCaption({ text, credit }: Caption): string {
  return credit ? `${text}${mark}${credit}`.trimStart() : text;
}
