/**
 * What this page uses and browsers of 2018 lack. The build lowers syntax; a missing function it cannot make up for.
 */
if (typeof Object.fromEntries !== 'function') {
  Object.fromEntries = (entries: Iterable<readonly [PropertyKey, unknown]>) => {
    const made: Record<PropertyKey, unknown> = {};
    for (const [key, value] of entries) made[key] = value;
    return made;
  };
}
if (typeof Object.hasOwn !== 'function') {
  // biome-ignore lint/suspicious/noPrototypeBuiltins: the function itself is what is missing here
  Object.hasOwn = (held, key) => Object.prototype.hasOwnProperty.call(held, key);
}
if (typeof Array.prototype.at !== 'function') {
  Array.prototype.at = function (index) {
    return this[index < 0 ? this.length + index : index];
  };
}
