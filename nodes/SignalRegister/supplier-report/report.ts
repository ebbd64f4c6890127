import { createHash } from 'node:crypto';
import type { SupplierChange } from '../../shared/domain/suppliers/supplier-change';
import { messagePage, refusalPage, thanksPage } from '../../shared/pages/message-page';
import type { Page } from '../../shared/pages/page';
import type { Link } from '../../shared/storage/links';
import type { Register } from '../../shared/storage/register';
import type { SupplierReport } from '../../shared/storage/suppliers/suppliers';
import type { HouseStyle } from '../../shared/style/house-style';
import { readReport, reportPage, type GivenReport } from './form';

const PURPOSE = 'supplier-status';

export interface ReportOutcome {
	page: Page;
	/** Null when nothing was taken in: the page says why. */
	report: SupplierReport | null;
}

/** The page that a supplier's link leads to. Changes nothing, however often it is fetched. */
export async function showReportPage(register: Register, token: string, style: HouseStyle): Promise<Page> {
	const { state, link } = await register.links.look(token, PURPOSE);
	if (state !== 'valid') return refusalPage(state, style);
	const signal = await register.get(link.subject);
	return signal.status === 'afgesloten' ? closedPage(style) : reportPage(signal, style);
}

/** Takes in what a supplier filled in on its page; the same again on the same day counts once. */
export async function recordReport(
	register: Register,
	token: string,
	posted: unknown,
	actor: string,
	style: HouseStyle,
): Promise<ReportOutcome> {
	const looked = await register.links.look(token, PURPOSE);
	if (looked.state !== 'valid') return { page: refusalPage(looked.state, style), report: null };
	const signal = await register.get(looked.link.subject);
	if (signal.status === 'afgesloten') return { page: closedPage(style), report: null };
	const read = readReport(posted);
	if ('errors' in read) return { page: reportPage(signal, style, read), report: null };
	return await register.together(async (inside) => {
		const used = await inside.links.use(token, PURPOSE, async (link) => {
			return await inside.suppliers.report(changeOf(link, read.given), actor);
		});
		if (used.state !== 'valid') return { page: refusalPage(used.state, style), report: null };
		const thanks = ['Wij hebben uw bericht ontvangen en houden de klant op de hoogte.'];
		return { page: thanksPage(thanks, style), report: used.result };
	});
}

const closedPage = (style: HouseStyle): Page =>
	messagePage(
		{
			status: 410,
			title: 'Deze melding is afgesloten',
			paragraphs: [
				'U hoeft niets meer door te geven.',
				'Is er toch nog iets? Beantwoord dan de e-mail waarin u de link vond.',
			],
		},
		style,
	);

function changeOf({ subject, party }: Link, { progress, text }: GivenReport): SupplierChange {
	const day = new Date().toISOString().slice(0, 10);
	const hash = createHash('sha256').update(`${subject}\n${day}\n${progress}\n${text}`).digest('hex');
	return {
		changeId: `link:${hash}`,
		system: 'email',
		reference: subject,
		ticket: { number: subject, id: null },
		progress,
		text: `${party ?? 'De leverancier'}: ${text}`,
		by: 'supplier',
	};
}
