/** Where the window finds a picture that a body's Markdown names: media/HASH.jpg. */
export function pictureUrl(ref: string): string {
  return `/${ref}`;
}

/** Where the window finds a picture of which only the hash is known. */
export function pictureUrlOf(hash: string): string {
  return `/media/${hash}`;
}

/** The bytes of a file as base64, as addPicture takes them. */
export async function base64(file: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'));
    reader.readAsDataURL(file);
  });
}
