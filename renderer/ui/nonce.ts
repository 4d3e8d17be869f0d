/** What lets this page's own style elements pass its content security policy; new with each page. */
export const nonce: string = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
