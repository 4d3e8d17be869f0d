/** Type of a stored picture, by its first bytes: PNG begins with 0x89, GIF with G; what else the intake keeps is JPEG. */
export function pictureType(bytes: Uint8Array | undefined): 'png' | 'gif' | 'jpeg' {
  if (bytes?.[0] === 0x89) return 'png';
  return bytes?.[0] === 0x47 ? 'gif' : 'jpeg';
}
