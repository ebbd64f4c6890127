import { CATEGORIES, SUPPLIERS } from '../../nodes/shared/domain/codebook';
import type { Signal } from '../../nodes/shared/domain/signal';
import { Register } from '../../nodes/shared/storage/register';
import { bounceOf } from '../support/bounce-mail';
import { startDesk, type Desk } from '../support/desk';
import { startDovecotWith } from '../support/dovecot-with';
import { intakeMails, messageIdOf } from '../support/intake-mails';
import { eventually } from '../support/eventually';
import { buildMail } from '../support/mail-builder';
import { listFolder } from '../support/mail-folder';
import type { ReceivedMail } from '../support/smtp-sink';
import { withParameters } from '../support/workflow-files';
import { endState, expectEverythingHandledOnce, type EndState } from './support/end-state';

jest.setTimeout(10 * 60_000);

const mails = intakeMails();

describe('workflow 01 Intake, sixty mails', () => {
	let desk: Desk;
	let state: EndState;

	beforeAll(async () => {
		desk = await startDesk({
			// The copy of a mail waits for the first one; after that it is shown again when its lease ends.
			workflowsDir: withParameters({ 'Nieuwe mail': { leaseMinutes: 1 } }),
			startMail: () => startDovecotWith(mails),
		});
		await eventually(async () => (await listFolder(desk.mail, 'INBOX')).length === 0, {
			withinMs: 5 * 60_000,
			otherwise: 'the INBOX is not empty',
		});
		state = await endState(desk);
	});
	afterAll(async () => await desk?.stop());

	it('has mails of every category and every supplier, and the special kinds', () => {
		expect(mails).toHaveLength(60);
		expect(new Set(mails.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
		expect(new Set(mails.map(({ supplier }) => supplier))).toEqual(new Set(SUPPLIERS));
		expect(mails.map(({ kind }) => kind).filter((kind) => kind !== 'mail')).toEqual([
			'auto-reply',
			'bounce',
			'duplicate',
			'unparseable',
			'no-message-id',
			'oversize',
		]);
	});

	it('registers each once, makes each ticket once in the right system, answers each customer once', () => {
		expectEverythingHandledOnce(state, mails);
	});

	it('uses every route: TOPdesk, Planon, e-mail to a supplier, a colleague, review, and no signal', () => {
		const systems = new Set(state.signals.flatMap(({ tickets }) => tickets.map(({ system }) => system)));
		expect(systems).toEqual(new Set(['topdesk', 'planon', 'email']));
		expect(new Set(state.signals.map(({ status }) => status))).toEqual(
			new Set(['doorgezet', 'in behandeling', 'te beoordelen', 'afgesloten']),
		);
	});

	it('decides most by itself, and then nearly always as a person would', () => {
		const labelled = new Map(mails.map((mail) => [messageIdOf(mail), mail]));
		const decided = state.signals.filter(
			({ source, classification }) => source.messageId && classification && !classification.review,
		);
		const right = decided.filter(
			({ source, classification }) => labelled.get(source.messageId)?.category === classification?.category,
		);
		expect(decided.length / state.signals.length).toBeGreaterThan(0.5);
		expect(right.length / decided.length).toBeGreaterThan(0.85);
	});

	it('does not answer the automatic mails', () => {
		const automatic = mails.filter(({ kind }) => kind === 'auto-reply' || kind === 'bounce');
		expect(automatic).toHaveLength(2);
		for (const { from } of automatic) {
			expect(desk.outgoing.messages.filter(({ envelope }) => envelope.to.includes(from.address))).toEqual([]);
		}
	});

	describe('and then mail about two of these signals', () => {
		let answered: Signal;
		let bounced: Signal;
		/** What was sent for it. */
		let told: ReceivedMail[];
		let after: EndState;
		const signalNow = ({ reference }: Signal) => after.signals.find((one) => one.reference === reference)!;

		const answerTo = ({ reference }: Signal) =>
			desk.outgoing.messages.find(
				({ headers, subject }) =>
					headers['auto-submitted'] === 'auto-replied' && subject.includes(`[${reference}]`),
			)!;

		beforeAll(async () => {
			[answered, bounced] = state.signals.filter(
				({ status, tickets }) => status === 'doorgezet' && tickets.length > 0,
			) as [Signal, Signal];
			const ours = answerTo(answered);
			expect(ours.text).toContain(`Wij hebben het daar gemeld onder nummer ${answered.tickets[0]!.number}.`);
			const answer = await buildMail({
				from: { name: answered.customer.name!, address: answered.customer.email! },
				to: ours.envelope.from,
				subject: 'Nog een vraag',
				text: 'Hoe lang gaat dit nog duren?',
				inReplyTo: ours.headers['message-id'],
				attachments: [{ filename: 'foto.png', content: Buffer.from('beeld') }],
			});
			const sent = desk.outgoing.messages.length;
			await desk.mail.deliver(answer);
			await desk.mail.deliver(bounceOf(answerTo(bounced)));
			await eventually(async () => (await listFolder(desk.mail, 'Verwerkt')).length === mails.length + 2, {
				withinMs: 3 * 60_000,
				otherwise: 'the answer and the bounce were not put away',
			});
			after = await endState(desk);
			told = desk.outgoing.messages.slice(sent);
		});

		it('makes no signals or tickets of it', () => {
			expect(after.signals).toHaveLength(state.signals.length);
			expect(after.tickets).toEqual(state.tickets);
		});

		it('makes the answer of a customer to our mail an action on his signal, and tells a colleague once', () => {
			const { status, actions } = signalNow(answered);
			expect(status).toBe('doorgezet');
			expect(actions.filter(({ kind }) => kind === 'reactie')).toEqual([
				expect.objectContaining({
					text: expect.stringContaining('Hoe lang gaat dit nog duren?') as string,
				}),
			]);
			const about = told.filter(({ subject }) => subject.startsWith('Reactie op'));
			expect(about.map(({ subject }) => subject)).toEqual([
				`Reactie op ${answered.reference}: ${answered.subject}`,
			]);
			expect(about[0]!.text).toContain('Hoe lang gaat dit nog duren?');
			expect(about[0]!.text).toContain('Bijlagen (bij de mail in de mailbox): foto.png\nVan: ');
		});

		it('makes the bounce of our answer an action, marks the answer, and tells a colleague but no machine', async () => {
			const { status, actions, customer } = signalNow(bounced);
			expect(status).toBe('doorgezet');
			expect(actions.filter(({ kind }) => kind === 'onbestelbaar')).toEqual([
				expect.objectContaining({
					text: expect.stringContaining(`aan ${customer.email} is niet bezorgd (5.1.1: `) as string,
				}),
			]);
			const register = await Register.open(desk.register);
			const outbox = await register.outbox.list(['sent'], 1000);
			await register.close();
			expect(outbox.filter(({ bouncedAt }) => bouncedAt).map(({ key }) => key)).toEqual([
				`${bounced.reference}:antwoord`,
			]);
			expect(told.filter(({ headers }) => headers['auto-submitted'] === 'auto-replied')).toEqual([]);
			expect(told.map(({ subject }) => subject)).toContain(
				`Niet bezorgd ${bounced.reference}: ${bounced.subject}`,
			);
			expect(told).toHaveLength(2);
		});
	});
});
