/** What sort of thing a file is, as far as its name tells: enough to choose a picture for it. */
export type FileKind = 'film' | 'image' | 'music' | 'archive' | 'disc' | 'file'

const KINDS: { readonly [K in Exclude<FileKind, 'file'>]: RegExp } = {
  film: /\.(?:mkv|mp4|m4v|mov|avi|webm|mpe?g|ts|m2ts|wmv|flv|ogv)$/i,
  image: /\.(?:jpe?g|png|gif|webp|avif|heic|heif|svg|bmp|tiff?|ico|raw|dng|cr2|nef)$/i,
  music: /\.(?:mp3|flac|wav|m4a|aac|ogg|opus|oga|wma|aiff?|mid)$/i,
  archive: /\.(?:zip|7z|rar|tar|t?gz|t?bz2|t?xz|zst|lz4|jar|deb|rpm|apk)$/i,
  disc: /\.(?:iso|img|dmg|vhdx?|vmdk|qcow2|bin|cue)$/i,
}

/** Gives the kind of a file by the end of its name. */
export function fileKind(name: string): FileKind {
  for (const [kind, pattern] of Object.entries(KINDS)) {
    if (pattern.test(name)) return kind as FileKind
  }
  return 'file'
}
