/** Name endings of files that can be taken in; the readers themselves judge by the first bytes. */
export const readableEndings = ['.docx', '.doc', '.wps', '.rtf', '.pdf', '.txt', '.eml', '.zip'] as const;

/** As said to a person: Word、RTF、PDF、TXT、邮件、ZIP. */
export const readableInWords = 'Word、WPS、RTF、PDF、TXT、邮件（.eml）、ZIP';
