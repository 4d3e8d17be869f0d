/** Where a picture that came with a submission is shown from. */
export const pictureAddress = (hash: string): string => `/files/pictures/${hash}`;
