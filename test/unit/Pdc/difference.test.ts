import fc from 'fast-check';
import { comparable, describeChanges } from '../../../nodes/shared/domain/pdc/change';
import { ITEM_FIELDS, pdcItemSchema, tidyText, type PdcItem } from '../../../nodes/shared/domain/pdc/item';
import { applied } from '../../../nodes/Pdc/difference/apply';
import { differences, type SupplierItem } from '../../../nodes/Pdc/difference/diff';

const TODAY = '2026-11-24';
const OPTIONS = { today: TODAY, mostWithdrawn: 1 };

/** Words that make texts collide, look alike and hold what a comparison must not stumble over. */
const text = fc
	.array(
		fc.constantFrom('Laptop', 'laptop', 'binnen 5 werkdagen', '€ 12,50', 'é', '<b>', 'é', '-', '=1+1', '3'),
		{
			maxLength: 4,
		},
	)
	.map((words) => tidyText(words.join(' ')));
const filled = text.map((value) => value || 'Dienst');
const day = fc.constantFrom('2026-01-01', '2026-12-31', '2027-06-30');
const everyField = fc.record({
	name: filled,
	kind: fc.constantFrom('product' as const, 'dienst' as const),
	portfolio: text,
	owner: fc.option(fc.constantFrom('an@dc.example', 'bo@dc.example')),
	audience: text,
	description: text,
	quality: text,
	ordering: text,
	delivery: text,
	support: text,
	price: text,
	leadTime: text,
	links: fc.uniqueArray(
		fc.constantFrom('https://a.example/', 'https://b.example/x', 'https://c.example/?q=1'),
		{
			maxLength: 3,
		},
	),
	validFrom: fc.option(day),
	validUntil: fc.option(day),
});
const codes = fc
	.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 10 })
	.map((all) => all.map((n) => `S-${n}`));

const ourCatalogue = codes.chain((all) =>
	fc.tuple(
		...all.map((code) =>
			everyField.map((rest): PdcItem => pdcItemSchema.parse({ ...rest, code, supplier: 'FMH' })),
		),
	),
);
const catalogueOf = <T extends object>(fields: fc.Arbitrary<T>) =>
	codes.chain((all) => fc.tuple(...all.map((code) => fields.map((rest) => ({ ...rest, code })))));
/** A supplier's catalogue with every field, and one that knows only some. */
const theirCatalogue: fc.Arbitrary<SupplierItem[]> = fc.oneof(
	catalogueOf(everyField),
	catalogueOf(fc.record({ name: filled, description: text, price: text })),
);

function afterNotices(ours: readonly PdcItem[], theirs: readonly SupplierItem[]): PdcItem[] {
	const items = new Map(ours.map((item) => [item.code, item]));
	for (const difference of differences(ours, theirs, OPTIONS)) {
		const notice = { ...difference, supplier: 'FMH' as const, effectiveFrom: TODAY };
		items.set(notice.code, applied(items.get(notice.code) ?? null, notice));
	}
	return [...items.values()];
}
const current = (items: readonly PdcItem[]) =>
	items.filter(({ validUntil }) => validUntil === null || validUntil >= TODAY);
const byCode = <T extends { code: string }>(items: readonly T[]) =>
	[...items].sort((one, other) => (one.code < other.code ? -1 : 1));

describe('the difference with the catalogue of a supplier', () => {
	it('gives notices that, applied, make exactly his catalogue', () => {
		fc.assert(
			fc.property(ourCatalogue, theirCatalogue, (ours, theirs) => {
				const result = current(afterNotices(ours, theirs));
				const asTheirsSay = result.map((item) => {
					const theirOwn = theirs.find(({ code }) => code === item.code) ?? {};
					return Object.fromEntries(
						Object.keys(theirOwn).map((field) => [field, item[field as keyof PdcItem]]),
					);
				});
				const sorted = (items: readonly object[]) =>
					byCode(items as SupplierItem[]).map((item) => ({
						...item,
						...(item.links && { links: [...item.links].sort() }),
					}));
				expect(sorted(asTheirsSay)).toEqual(
					sorted(theirs.filter(({ validUntil }) => !validUntil || validUntil >= TODAY)),
				);
				expect(differences(afterNotices(ours, theirs), theirs, OPTIONS)).toEqual([]);
			}),
			{ numRuns: 500 },
		);
	});

	it('makes no notice of white space, order and dates of updating', () => {
		const noise = fc.constantFrom(
			(value: string) => ` ${value.replace(/ /g, ' \r\n ')}\t`,
			(value: string) => value.replace(/ /g, '  '),
			(value: string) => `${value} Laatst bijgewerkt op 3 maart 2026.`,
			(value: string) => `${value}\n\n(gewijzigd: 12-11-2026 14:03)`,
			(value: string) => value.normalize('NFD'),
		);
		fc.assert(
			fc.property(ourCatalogue, noise, fc.infiniteStream(fc.nat(99)), (ours, disturb, dice) => {
				const theirs = ours
					.filter(({ validUntil }) => validUntil === null || validUntil >= TODAY)
					.map((item) => ({
						...item,
						description: disturb(item.description),
						delivery: disturb(item.delivery),
						links: [...item.links].reverse(),
					}))
					.map((item) => ({ item, order: dice.next().value as number }))
					.sort((one, other) => one.order - other.order)
					.map(({ item }) => item);
				expect(differences(ours, theirs, OPTIONS)).toEqual([]);
			}),
		);
	});

	it('sees a date that belongs to the service', () => {
		const item = pdcItemSchema.parse({
			code: 'S-1',
			name: 'Inhuizing',
			supplier: 'FMH',
			delivery: 'Vanaf 1-1-2026',
		});
		expect(
			differences([item], [{ code: 'S-1', name: 'Inhuizing', delivery: 'Vanaf 1-2-2026' }], OPTIONS),
		).toHaveLength(1);
	});

	it('tells in Dutch what is different', () => {
		const item = pdcItemSchema.parse({
			code: 'S-1',
			name: 'Vergaderlunch',
			supplier: 'FMH',
			price: '€ 7,50',
			links: ['https://oud.example/'],
		});
		const theirs = [
			{ code: 'S-1', name: 'Vergaderlunch', price: '€ 8,25', delivery: 'Voor 12 uur', links: [] },
		];
		const [difference] = differences([item], theirs, OPTIONS);
		expect(difference!.kind).toBe('gewijzigd');
		expect(describeChanges(difference!.changes)).toBe(
			[
				'- Levering: wordt “Voor 12 uur”',
				'- Prijs: was “€ 7,50”, wordt “€ 8,25”',
				'- Links: was “https://oud.example/”, wordt leeg',
			].join('\n'),
		);
	});

	it('finds our item by the code of the supplier, and brings back one that had ended', () => {
		const item = pdcItemSchema.parse({
			code: 'FMH-001',
			supplierCode: '4711',
			name: 'Lunch',
			supplier: 'FMH',
			validUntil: '2026-01-01',
		});
		expect(differences([item], [{ code: '4711', name: 'Lunch' }], OPTIONS)).toEqual([
			{
				kind: 'gewijzigd',
				code: 'FMH-001',
				changes: [{ field: 'validUntil', from: '2026-01-01', to: null }],
			},
		]);
	});

	it('does not take a catalogue that was read by half for one in which everything is withdrawn', () => {
		const ours = ['S-1', 'S-2', 'S-3', 'S-4'].map((code) =>
			pdcItemSchema.parse({ code, name: code, supplier: 'FMH' }),
		);
		const half = { today: TODAY, mostWithdrawn: 0.5 };
		expect(() => differences(ours, [{ code: 'S-1', name: 'S-1' }], half)).toThrow('lacks 3 of our 4 items');
		expect(differences(ours, ours.slice(0, 2), half).map(({ kind }) => kind)).toEqual([
			'vervallen',
			'vervallen',
		]);
		expect(() => differences([], [ours[0]!, ours[0]!], half)).toThrow('has S-1 more than once');
	});
});

it('compares every field of an item', () => {
	expect(ITEM_FIELDS.sort()).toEqual(
		Object.keys(pdcItemSchema.shape)
			.filter((field) => field !== 'code')
			.sort(),
	);
	expect(comparable(['b', 'a'])).toBe(comparable(['a', 'b', 'a']));
});
