const numbers = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });
/** `1.250` */
export const number = (value: number): string => numbers.format(value);

/** Whether people count it as one: what is written is rounded. */
export const isOne = (count: number): boolean => Math.round(count) === 1;

/** `1 mail`, `1.250 mails`; also of verbs: `1 is`, `2 zijn`. */
export const counted = (count: number, one: string, more: string): string =>
	`${number(count)} ${isOne(count) ? one : more}`;

/** `1 werkdag`, `4 werkdagen` */
export const workingDays = (days: number): string => counted(days, 'werkdag', 'werkdagen');
