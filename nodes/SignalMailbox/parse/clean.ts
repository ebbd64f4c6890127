/** Line ends of one kind, and no NUL: databases refuse it. */
export const clean = (text: string): string => text.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim();
