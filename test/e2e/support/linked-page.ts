import axios from 'axios';
import type { Page } from 'playwright-core';
import type { Desk } from '../../support/desk';
import { eventually } from '../../support/eventually';
import type { ReceivedMail } from '../../support/smtp-sink';

/** What went out to this address so far, oldest first. */
export const mailsTo = (desk: Desk, address: string): ReceivedMail[] =>
	desk.outgoing.messages.filter(({ envelope }) => envelope.to.includes(address));

/** The newest mail to this address that has these words in its text or subject, as soon as there is one. */
export async function mailTo(desk: Desk, address: string, words = ''): Promise<ReceivedMail> {
	const find = () =>
		mailsTo(desk, address).findLast(({ subject, text }) => `${subject}\n${text}`.includes(words));
	await eventually(() => find() !== undefined, {
		withinMs: 120_000,
		otherwise: () => `no mail with "${words}" came to ${address}\n${desk.n8n.output().slice(-2000)}`,
	});
	return find()!;
}

/** The first link in a mail, to a page of ours. */
export const linkIn = ({ text }: ReceivedMail): string => /https?:\S+/.exec(text)![0];

/** Fetches a page as programs do that check links in mail, and checks that nothing of it may be kept or passed on. */
export async function scan(link: string): Promise<string> {
	let seen = '';
	for (const userAgent of ['SafeLinks', 'Mozilla/5.0 (preview)']) {
		const { data, headers } = await axios.get<string>(link, {
			headers: { 'user-agent': userAgent },
			proxy: false,
		});
		expect(headers).toMatchObject({
			'content-type': 'text/html; charset=utf-8',
			'referrer-policy': 'no-referrer',
			'cache-control': 'no-store',
		});
		seen = data;
	}
	return seen;
}

/** Waits for the page with this heading: a form goes to its own address, so that the address says nothing. */
export const arrivedAt = async (page: Page, heading: string): Promise<void> =>
	await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
