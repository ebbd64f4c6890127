import { ZodError } from 'zod/v4';
import { addressKey } from '../../shared/domain/address';
import { pdcItemSchema, type ItemField, type PdcItem } from '../../shared/domain/pdc/item';
import type { Notice } from '../../shared/domain/pdc/notice';
import { formErrors } from '../../shared/pages/form-page';
import { thanksPage } from '../../shared/pages/message-page';
import type { Page } from '../../shared/pages/page';
import type { Pdc } from '../../shared/storage/pdc';
import type { Register } from '../../shared/storage/register';
import type { HouseStyle } from '../../shared/style/house-style';
import { judge, lookAtApproval, type Approval, type Role } from './approval-link';
import { concurrentWith } from './concurrent';
import { answer, decide, reworded, submitDraft, type Decision, type Wording } from './decide';
import { closedPage, decisionForm, readPosted, wrongPersonPage, type Posted } from './decision-page';
import { read, type FinishOutcome } from './finish';

/** What came of a form that was posted; `niets` when nothing changed. */
export type UseOutcome =
	| 'ingediend'
	| 'weggelegd'
	| 'goedgekeurd'
	| 'teruggevraagd'
	| 'afgewezen'
	| 'beantwoord'
	| FinishOutcome
	| 'niets';

export interface Used {
	page: Page;
	outcome: UseOutcome;
	/** As it is now; null when the link leads to none. */
	notice: Notice | null;
}

export interface Desk {
	register: Register;
	style: HouseStyle;
}

type Valid = Extract<Approval, { state: 'valid' }>;

/** The page for a link that is opened. Changes nothing: mail scanners open every link. */
export async function openApproval({ register, style }: Desk, token: string): Promise<Page> {
	const { pdc, links } = register;
	const approval = await lookAtApproval(links, pdc, token);
	if (approval.state !== 'valid') return closedPage(approval, style);
	return decisionForm(approval, await concurrentWith(pdc, approval.notice), style);
}

/**
 * Does what was filled in on the form of a link, once. A link that was used, has expired or is somebody
 * else's does nothing and says so; what is filled in wrongly comes back with what is wrong, and leaves the link unused.
 */
export async function useApproval({ register, style }: Desk, token: string, body: unknown): Promise<Used> {
	// The link is used and its work is done in one transaction.
	return await register.together(async (part) => await use({ register: part, style }, token, body));
}

async function use(desk: Desk, token: string, body: unknown): Promise<Used> {
	const { register, style } = desk;
	const { pdc, links } = register;
	const approval = await lookAtApproval(links, pdc, token);
	if (approval.state !== 'valid') return nothing(closedPage(approval, style), approval);
	const { posted, page } = await readForm(desk, approval, body);
	if (!posted) return nothing(page, approval);
	if (addressKey(posted.email) !== approval.party) return nothing(wrongPersonPage(style), approval);
	const used = await links.use(token, 'pdc-approval', async (link) => {
		// Somebody may have decided between the look and this.
		const now = await judge(pdc, link);
		return now.state === 'valid' ? await act(pdc, now, posted) : now;
	});
	if (used.state !== 'valid') return nothing(closedPage(used, style), approval);
	if ('state' in used.result) return nothing(closedPage(used.result, style), approval);
	return { page: thanksPage([THANKS[used.result.outcome]], style), ...used.result };
}

const nothing = (page: Page, approval: Approval): Used => ({
	page,
	outcome: 'niets',
	notice: 'notice' in approval ? approval.notice : null,
});

const THANKS: Record<Exclude<UseOutcome, 'niets'>, string> = {
	ingediend: 'De melding is ingediend. De portfoliomanager krijgt een e-mail en beslist.',
	weggelegd: 'De catalogus blijft zoals hij is. Dit verschil komt niet terug.',
	goedgekeurd: 'De wijziging is goedgekeurd. Een tweede lezer kijkt nu de tekst na.',
	teruggevraagd: 'Uw vraag gaat naar de indiener. U krijgt bericht als er een antwoord is.',
	afgewezen: 'De wijziging is afgewezen. De indiener krijgt uw toelichting.',
	beantwoord: 'Uw antwoord gaat naar de portfoliomanager.',
	doorgevoerd: 'De tekst is akkoord. De wijziging staat nu in de catalogus en klanten krijgen bericht.',
	ingepland:
		'De tekst is akkoord. De wijziging gaat in op de afgesproken dag en klanten krijgen nu al bericht.',
	'opnieuw beoordelen':
		'Het item is intussen door een andere melding gewijzigd. De portfoliomanager kijkt er opnieuw naar.',
};

type Answered = Posted & { wording: Wording };

async function readForm(
	{ register: { pdc }, style }: Desk,
	approval: Valid,
	body: unknown,
): Promise<{ posted: Answered; page?: undefined } | { posted: null; page: Page }> {
	try {
		const posted = readPosted(approval.role, body);
		if (posted.besluit === 'goedkeuren' && approval.party === addressKey(approval.notice.submittedBy)) {
			throw wrong('besluit', 'U hebt deze wijziging zelf gemeld. Laat een ander hem goedkeuren');
		}
		const wording = readWording(approval.notice, posted);
		if (posted.besluit !== 'afwijzen') await refuseTwin(pdc, approval.notice, wording);
		return { posted: { ...posted, wording } };
	} catch (error) {
		if (!(error instanceof ZodError)) throw error;
		const values = Object.fromEntries(
			Object.entries((body ?? {}) as Record<string, unknown>).map(([name, value]) => [
				name,
				String(value ?? ''),
			]),
		);
		const filled = { values, errors: formErrors(error) };
		const others = await concurrentWith(pdc, approval.notice);
		return { posted: null, page: decisionForm(approval, others, style, filled) };
	}
}

const wrong = (field: string, message: string): ZodError =>
	new ZodError([{ code: 'custom', path: [field], message, input: undefined }]);

/** The words of the form, for the fields that the notice changes. @throws ZodError on the field of the form */
function readWording({ changes }: Notice, posted: Posted): Wording {
	const fields: Partial<PdcItem> = {};
	for (const { field } of changes) {
		const written = posted[`veld_${field}`];
		if (typeof written !== 'string') continue;
		const parsed = pdcItemSchema.shape[field].safeParse(valueOf(field, written));
		if (!parsed.success) throw wrong(`veld_${field}`, 'Dit kan hier niet staan');
		Object.assign(fields, { [field]: parsed.data });
	}
	return { fields, notices: posted.merkt };
}

/** In these words it must not ask for exactly what another open notice does. @throws ZodError that names that one */
async function refuseTwin(pdc: Pdc, notice: Notice, wording: Wording): Promise<void> {
	const twin = await pdc.notices.openTwin({ ...notice, ...reworded(notice, wording) });
	if (!twin) return;
	throw wrong(
		`veld_${notice.changes[0]!.field}`,
		`Melding ${twin} vraagt al precies dit, en is nog niet klaar. Schrijf iets anders, of wacht tot die melding klaar is`,
	);
}

const NULLABLE: readonly ItemField[] = ['owner', 'supplierCode', 'validFrom', 'validUntil'];

function valueOf(field: ItemField, written: string): unknown {
	if (field === 'links') return written.split(/\s+/).filter((part) => part !== '');
	return written.trim() === '' && NULLABLE.includes(field) ? null : written;
}

async function act(
	pdc: Pdc,
	{ notice, role, party }: Valid,
	posted: Answered,
): Promise<{ outcome: Exclude<UseOutcome, 'niets'>; notice: Notice }> {
	const { number } = notice;
	const { wording, toelichting: text } = posted;
	const by = party;
	const actions: Record<Role, () => Promise<{ outcome: Exclude<UseOutcome, 'niets'>; notice: Notice }>> = {
		leveranciersmanager: async () => {
			if (posted.besluit === 'afwijzen') {
				const log = { actor: by, kind: 'weggelegd', text };
				return { outcome: 'weggelegd', notice: await pdc.notices.change(number, {}, log, 'afgewezen') };
			}
			const { changes, notices } = reworded(notice, wording);
			const said = { audience: posted.voorwie, why: text, submittedBy: by, changes, notices };
			return { outcome: 'ingediend', notice: await submitDraft(pdc, number, said) };
		},
		portfoliomanager: async () => {
			const decided = await decide(pdc, number, { decision: posted.besluit as Decision, text, by });
			return { outcome: decided.state as 'goedgekeurd' | 'teruggevraagd' | 'afgewezen', notice: decided };
		},
		indiener: async () => ({
			outcome: 'beantwoord',
			notice: await answer(pdc, number, { text, wording, by }),
		}),
		redactie: async () => await read(pdc, number, { wording, by }),
	};
	return await actions[role]();
}
