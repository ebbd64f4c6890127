/** One feature of a mail. `term` is what a person can read back in the mail as the reason for it. */
export interface Feature {
	name: string;
	value: number;
	term: string;
}

/** Whether a feature is one word as it was written, and not a part, a stem, a pair or a concept. */
export const isPlainWord = ({ name }: Feature): boolean => /^[a-z][a-z'-]*$/.test(name);
