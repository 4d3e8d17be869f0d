/**
 * What stands on a slip of a unit's code: blank at its edges and side of the square code (mm), sizes of the unit's name,
 * of the code to be typed, of the text and of what stands small (pt). A square of 26 mm is read from a hand's breadth.
 */
export const slipMeasures = { padMm: 7, qrMm: 26, namePt: 16, codePt: 17, textPt: 10.5, smallPt: 9 } as const;
