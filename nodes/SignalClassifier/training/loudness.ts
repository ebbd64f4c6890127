import type { Feature } from '../features/feature';

/** Features whose name starts so are told apart by how rare they are; concepts and the form of a mail are not. */
const GROUPS: readonly { mark: RegExp; group: string }[] = [
	{ mark: /^(begrip|vorm|aanhef|slot):/, group: '' },
	{ mark: /^#/, group: 'grams' },
	{ mark: /^=/, group: 'stems' },
	{ mark: /^begin:/, group: 'opening' },
];

const groupOf = (name: string): string => GROUPS.find(({ mark }) => mark.test(name))?.group ?? 'words';

/**
 * How much louder than others a feature speaks while the model learns: by the square root of its inverse document
 * frequency, for a word that is in few mails says more about one than a word that is in all. As a whole, each group
 * of features stays as loud as it was.
 *
 * @param mails in how many of the mails each feature is
 */
export function loudnessOf(
	examples: readonly { features: readonly Feature[] }[],
	mails: ReadonlyMap<string, number>,
): (name: string) => number {
	const rarity = new Map<string, { group: string; value: number }>();
	for (const [name, count] of mails) {
		const value = Math.sqrt(Math.log((1 + examples.length) / (1 + count)) + 1);
		rarity.set(name, { group: groupOf(name), value });
	}
	const energy = new Map<string, { before: number; after: number }>();
	for (const { features } of examples) {
		for (const { name, value } of features) {
			const known = rarity.get(name)!;
			const sum = energy.get(known.group) ?? { before: 0, after: 0 };
			energy.set(known.group, {
				before: sum.before + value ** 2,
				after: sum.after + (value * known.value) ** 2,
			});
		}
	}
	const level = new Map([...energy].map(([group, { before, after }]) => [group, Math.sqrt(before / after)]));
	return (name) => {
		const { group, value } = rarity.get(name)!;
		return group === '' ? 1 : value * level.get(group)!;
	};
}
