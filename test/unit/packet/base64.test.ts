import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from '../../../shared/packet/base64.ts';

test('bytes are written as everybody writes them, and read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect([...fromBase64(text)]).toEqual([...bytes]);
    }),
  );
});

test.each(['a', 'ab=c', 'äöü=', '中文中文'])('%s is no base64', (text) => {
  expect(() => fromBase64(text)).toThrow();
});
