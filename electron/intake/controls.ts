/** A text without the control characters that formats leave in it; line ends and tabs stay. */
export const withoutControls = (text: string): string => text.replace(CONTROLS, '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/g;
