import { z } from 'zod/v4';
import { changesTo, type FieldChange } from '../../shared/domain/pdc/change';
import { isCurrent, itemCodeSchema, pdcItemSchema, type PdcItem } from '../../shared/domain/pdc/item';
import { NOTICE_KINDS, submittedSchema, type Notice, type NoticeInput } from '../../shared/domain/pdc/notice';
import type { Pdc } from '../../shared/storage/pdc';
import type { Version } from '../../shared/storage/pdc-versions';
import { applied } from '../difference/apply';
import { PdcError } from '../pdc-error';
import { todayOf } from '../today';

/** What is said of the item; what is left out stays as it is. */
const wantedSchema = pdcItemSchema.omit({ code: true }).partial();

export const reportSchema = z.object({
	kind: z.enum(NOTICE_KINDS),
	code: itemCodeSchema,
	/** How the item is to be. */
	wanted: z.record(z.string(), z.unknown()).transform((fields) => wantedSchema.parse(fields)),
	audience: z.string(),
	effectiveFrom: z.string().trim().default(''),
	why: z.string(),
	notices: z.string(),
	submittedBy: z.string().trim().toLowerCase(),
});
export type Report = z.input<typeof reportSchema>;

export interface Submitted {
	notice: Notice;
	/** The same change was reported before and is still open: that notice is given. */
	duplicate: boolean;
}

/**
 * Takes in what a supplier manager reports: checked, numbered, and once.
 * @throws ZodError that names the field; PdcError when it does not fit the catalogue
 */
export async function submit(pdc: Pdc, report: Report, actor: string): Promise<Submitted> {
	const { wanted, effectiveFrom, ...said } = reportSchema.parse(report);
	const today = todayOf(pdc.now());
	const item = await pdc.items.find(said.code);
	const changes = changesOf(said, item, onlySaid(report.wanted, wanted), today);
	const supplier = wanted.supplier ?? item?.content.supplier;
	const input = submittedSchema.parse({ ...said, supplier, changes, effectiveFrom: effectiveFrom || today });
	return await keep(pdc, input, item, 'ingediend', actor);
}

/** Keeps a notice that a comparison found, for a supplier manager to look at. */
export async function draft(pdc: Pdc, input: NoticeInput, actor: string): Promise<Submitted> {
	return await keep(pdc, input, await pdc.items.find(input.code), 'concept', actor);
}

/** A schema with defaults fills in what nobody said. */
const onlySaid = (said: object, wanted: Partial<PdcItem>): Partial<PdcItem> =>
	Object.fromEntries(Object.entries(wanted).filter(([field]) => field in said));

function changesOf(
	{ kind, code }: Pick<Notice, 'kind' | 'code'>,
	item: Version<PdcItem> | null,
	wanted: Partial<PdcItem>,
	today: string,
): FieldChange[] {
	if (kind === 'toegevoegd') return changesTo({}, wanted);
	if (!item)
		throw new PdcError(`There is no item ${code}.`, 'Report it as an item that is added, or check the code.');
	if (kind === 'gewijzigd') return changesTo(item.content, wanted);
	if (isCurrent(item.content, today)) return [];
	throw new PdcError(`${item.code} cannot be had any more, so it need not be withdrawn.`, 'Check the code.');
}

async function keep(
	pdc: Pdc,
	input: NoticeInput,
	item: Version<PdcItem> | null,
	state: 'concept' | 'ingediend',
	actor: string,
): Promise<Submitted> {
	// Whether it can be carried out is found now, and not when three people have looked at it.
	const after = applied(item?.content ?? null, {
		...input,
		changes: input.changes.map((change) => ({ from: null, ...change })),
	});
	const { name, portfolio, owner } = after;
	const facts = { baseVersion: item?.version ?? 0, itemName: name, portfolio, owner };
	const text = state === 'concept' ? 'Gevonden in de catalogus van de leverancier.' : 'Melding ingediend.';
	return await pdc.notices.add(input, facts, state, { actor, kind: state, text });
}
