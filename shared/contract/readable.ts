/** Name endings of files that can be taken in (.bsb: a packet of a unit); the first bytes are what is judged by. */
export const readableEndings = [
  '.docx',
  '.doc',
  '.wps',
  '.rtf',
  '.pdf',
  '.txt',
  '.html',
  '.htm',
  '.mht',
  '.mhtml',
  '.eml',
  '.zip',
  '.bsb',
] as const;

/** As said to a person. */
export const readableInWords = 'Word、WPS、RTF、PDF、TXT、网页、邮件（.eml）、ZIP';
