/**
 * Text for a cell of an Excel file that is written. The writer keeps texts as the keys of an object, so a text that is the
 * name of something every object has (`constructor`) would leave a file that Excel calls damaged: it gets a space behind it.
 */
export const xlsxText = (text: string): string => (text in Object.prototype ? `${text} ` : text);
