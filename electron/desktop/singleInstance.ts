import { app } from 'electron';

/**
 * One window program per profile. A second start hands over to the first, which comes to the front, and must then end
 * before it opens anything.
 * @returns whether this is the first
 */
export function takeSingleInstance(comeToFront: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', comeToFront);
  return true;
}
