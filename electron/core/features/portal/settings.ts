import { defaultPortalSettings, type PortalSettings, portalSettingsSchema } from '../../../../shared/domain/portal.ts';
import type { Readable, Writable } from '../../db/open.ts';

/** How the department page is served; the defaults until an office changes them. */
export function readPortalSettings(r: Readable): PortalSettings {
  const row = r.get<{ value: string }>(`SELECT value FROM settings WHERE key = 'portal'`);
  return row ? portalSettingsSchema.parse(JSON.parse(row.value)) : defaultPortalSettings;
}

export function writePortalSettings(w: Writable, settings: PortalSettings): void {
  w.run(
    `INSERT INTO settings (key, value) VALUES ('portal', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [JSON.stringify(settings)],
  );
  w.touch('portal');
}
