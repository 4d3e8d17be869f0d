/** Adds what every answer carries, error pages too; what a route set itself stands. */
export function secure(response: Response): Response {
  for (const [name, value] of Object.entries(defaults)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
  return response;
}

/**
 * Nothing from elsewhere, no script but our files. Style elements need the nonce (antd, TipTap and ProseMirror make them
 * at run time); style attributes are allowed, since the preview's SVG and the editor's decorations carry them.
 */
export function contentSecurityPolicy({ nonce, sandbox = false }: { nonce?: string; sandbox?: boolean } = {}): string {
  const styles = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src ${styles}`,
    `style-src-elem ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(sandbox ? ['sandbox'] : []),
  ].join('; ');
}

const defaults = {
  'content-security-policy': contentSecurityPolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

export const secureHeaders: Readonly<Record<string, string>> = defaults;
