/** A service that shows videos: how its addresses look, and its own name, which is the same in every language. */
interface Service {
  name: string;
  hosts: RegExp;
}

const services: Service[] = [
  { name: 'YouTube', hosts: /^(.+\.)?(youtube\.com|youtube-nocookie\.com|youtu\.be)$/ },
  { name: 'Vimeo', hosts: /^(.+\.)?vimeo\.com$/ },
  { name: 'Aparat', hosts: /^(.+\.)?aparat\.com$/ },
  { name: 'Facebook', hosts: /^(.+\.)?(facebook\.com|fb\.watch)$/ },
  { name: 'Telegram', hosts: /^(t\.me|telegram\.me)$/ },
];

/** The name of the service that shows the video at an address: "" for a video file, null where the address is no video. */
export function videoService(address: string): string | null {
  if (/\.(mp4|webm)$/i.test(address.replace(/[?#].*$/, ''))) return '';
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return services.find((s) => s.hosts.test(url.hostname))?.name ?? null;
}

/** Whether a picture's address is a video by reference. */
export function isVideo(address: string): boolean {
  return videoService(address) !== null;
}
