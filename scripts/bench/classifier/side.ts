import type { LabelledMail } from '../../../nodes/SignalClassifier/training/corpus';

export const FIELDS = ['category', 'supplier'] as const;
export type Field = (typeof FIELDS)[number];

/** The label that is chosen for each field; another word than a label when none was. */
export type Judge = (mail: LabelledMail) => Promise<Record<Field, string>>;

/** A way to judge mails: it learns from labelled ones, and what it learned can be put in a file. */
export interface Side {
	name: string;
	/** Gives what it learned, as it would be kept. */
	train(mails: readonly LabelledMail[]): Promise<string>;
	load(saved: string): Promise<Judge>;
}

/** What a classifier that learns from texts without more gets to see. */
export const textOf = ({ subject, body }: LabelledMail): string => `${subject}\n${body}`;

/** A side that has a classifier of its own for each field. */
export function perField<Learned>(
	name: string,
	train: (texts: readonly string[], labels: readonly string[]) => Promise<Learned>,
	load: (learned: Learned) => Promise<(text: string) => Promise<string>>,
): Side {
	return {
		name,
		async train(mails) {
			const learned = {} as Record<Field, Learned>;
			for (const field of FIELDS) {
				learned[field] = await train(
					mails.map(textOf),
					mails.map((mail) => mail[field]),
				);
			}
			return JSON.stringify(learned);
		},
		async load(saved) {
			const learned = JSON.parse(saved) as Record<Field, Learned>;
			const category = await load(learned.category);
			const supplier = await load(learned.supplier);
			return async (mail) => ({
				category: await category(textOf(mail)),
				supplier: await supplier(textOf(mail)),
			});
		},
	};
}
