import type { Session } from 'electron';

/** Camera, clipboard, notifications, devices: the program needs none of what a page can ask the user for. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
