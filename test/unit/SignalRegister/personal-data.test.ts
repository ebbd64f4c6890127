import { sql } from 'kysely';
import { readableExport } from '../../../nodes/SignalRegister/personal-data/readable';
import { recordAnswer } from '../../../nodes/SignalRegister/satisfaction/answer';
import { FORGOTTEN } from '../../../nodes/shared/domain/forget';
import type { Signal } from '../../../nodes/shared/domain/signal';
import { openDatabase } from '../../../nodes/shared/storage/database';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { houseStyleSchema } from '../../../nodes/shared/style/house-style';
import { AMPLE, outgoingMail } from '../../support/outgoing';
import { onEveryDatabase } from '../../support/register-databases';
import { classificationFor, signalFor } from '../../support/signals';

const claim = { by: 'uitvoering 1', minutes: 10 };
const TERMS = { writtenDays: 100, identityDays: 200, linkDays: 30, accessLogDays: 400, limit: 1_000 };
const ASKED = { actor: 'Petra de Wit', reason: 'Verzoek van 1 november' };
const style = houseStyleSchema.parse({});

/** Words that stand for a person in every place where a person can stand. */
const JAN = ['Jansen', 'p.jansen', 'Mauritslaan', 'bijlage-jansen', 'Hartklachten', 'Vertrouwelijk'];

let clock: Date;
const later = (days: number) => (clock = new Date(clock.getTime() + days * 86_400_000));

let register: Register;
let settings: RegisterSettings;

async function mailed(key: string, to: string, reference: string | null) {
	await register.outbox.reserve(
		{ ...outgoingMail(key, { to: [to] }), reference, subject: 'Re: Vertrouwelijk' },
		AMPLE,
	);
	await register.outbox.handingOver(key);
	await register.outbox.sent(key);
}

/** A signal with everything that can belong to one: mails in and out, notes, a ticket, and an answer. */
async function wholeStory(
	id: string,
	email = 'p.jansen@ministerie.example',
	changes: Partial<Signal> = {},
	answered = true,
): Promise<string> {
	const base = signalFor(`<${id}@x>`);
	const { signal } = await register.register(
		{
			...base,
			customer: { name: 'Piet Jansen', email, organisation: 'Directie Jansen' },
			subject: 'Vertrouwelijk',
			text: 'Hartklachten door de lift aan de Mauritslaan 12.',
			signature: 'P. Jansen',
			quotedText: 'Van: p.jansen@ministerie.example',
			attachments: [
				{
					name: 'bijlage-jansen.pdf',
					contentType: 'application/pdf',
					size: 1,
					binaryKey: null,
					inline: false,
				},
			],
			classification: classificationFor({
				evidence: [{ field: 'category', term: 'Hartklachten', weight: 1 }],
			}),
			...changes,
		},
		claim,
	);
	const reference = signal.reference!;
	await register.addTicket(
		reference,
		{ system: 'topdesk', supplier: 'FMH', number: `T${id}`, id: null, createdAt: clock.toISOString() },
		'workflow',
	);
	await mailed(`${reference}:antwoord`, email, reference);
	await register.outbox.reserve(
		{ ...outgoingMail(`${reference}:wacht`, { to: [email] }), reference, subject: 'Vertrouwelijk' },
		{ ...AMPLE, perAddress: 0 },
	);
	const answer = signalFor(`<${id}-antwoord@x>`, {
		customer: { name: 'Piet Jansen', email, organisation: null },
		text: 'Nogmaals: Hartklachten. Groet, Jansen',
	});
	await register.register({ ...answer, source: { ...answer.source, thread: [`<${id}@x>`] } }, claim);
	await register.addAction(reference, { kind: 'notitie', actor: 'Petra', text: 'Jansen gebeld.' });
	await register.pdc.questions.add({
		sourceKey: reference,
		question: 'Vertrouwelijk: hoe bestel ik bloemen? Groet, Jansen',
		answered: false,
		confidence: 0.1,
		codes: [],
	});
	await register.completeIntake(reference, 'afgesloten', 'workflow');
	if (!answered) return reference;
	const { invitation } = await register.satisfaction.invite(reference, { oncePerDays: 0, validDays: 14 });
	await mailed(invitation!.idempotencyKey, email, reference);
	const posted = { antwoord: 'niet-tevreden-onvrede', toelichting: 'Vertrouwelijk: Jansen' };
	const { answer: counted } = await recordAnswer(register, invitation!.token, posted, 'ask', style);
	await register.completeIntake(counted!.onvredeReference!, 'afgesloten', 'workflow');
	return reference;
}

/** Everything in the register as text, table by table, without the columns that stand for a mail and not for a person. */
async function everything(): Promise<string> {
	const db = await openDatabase(settings);
	const tables = (await db.introspection.getTables()).filter(({ name }) => !/^(kysely|sqlite)_/.test(name));
	const lines: string[] = [];
	for (const { name } of tables) {
		const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db);
		lines.push(...rows.map(({ source_key: _key, ...row }) => `${name}: ${JSON.stringify(row)}`));
	}
	await db.destroy();
	return lines.join('\n').replace(/"key":"mail:[^"]*"/g, '');
}

const traces = async (words: readonly string[] = JAN) => {
	const all = await everything();
	return words.filter((word) => all.includes(word));
};

/** What reports count: when, what kind, whose service, how far, how long. */
async function figures() {
	const db = await openDatabase(settings);
	const signals = await db
		.selectFrom('signals')
		.leftJoin('closures', 'closures.signal_id', 'signals.id')
		.leftJoin('tickets', 'tickets.signal_id', 'signals.id')
		.select([
			'signals.reference',
			'received_at',
			'registered_at',
			'handled_at',
			'category',
			'signals.supplier',
		])
		.select([
			'status',
			'closures.closed_at',
			'tickets.supplier as ticket',
			'tickets.number',
			'tickets.created_at',
		])
		.orderBy('signals.reference')
		.execute();
	const actions = await db.selectFrom('actions').select(['signal_id', 'at', 'kind']).orderBy('id').execute();
	await db.destroy();
	const found = await register.search({ limit: 1_000 });
	return {
		signals,
		actions: actions.filter(({ kind }) => kind !== 'privacy'),
		classified: found.map(({ reference, classification, language, flags, source }) => ({
			reference,
			category: classification?.category,
			supplier: classification?.supplier,
			urgency: classification?.urgency,
			sentiment: classification?.sentiment,
			confidence: classification?.confidence,
			decidedBy: classification?.decidedBy,
			language,
			oversize: flags.oversize,
			kind: source.kind,
			receivedAt: source.receivedAt,
		})),
		satisfaction: await register.satisfaction.figures(null, null),
		counts: (await register.outbox.list([], 1_000)).map(({ state }) => state).filter((s) => s === 'sent')
			.length,
	};
}

onEveryDatabase(({ fresh }) => {
	beforeEach(async () => {
		clock = new Date('2026-11-02T10:00:00Z');
		settings = await fresh();
		register = await Register.open(settings, () => clock);
	});
	afterEach(async () => await register.close());

	describe('retention', () => {
		it('forgets what people wrote and who they are, and every figure stays the same', async () => {
			await wholeStory('een');
			later(20);
			await wholeStory('twee', 'p.jansen+werk@ministerie.example', {
				classification: classificationFor({ supplier: 'FMH', category: 'klacht' }),
			});
			expect(await traces()).toEqual(JAN);
			const before = await figures();
			later(201);
			expect(await register.personalData.applyRetention(TERMS)).toEqual({
				written: 4,
				identity: 4,
				links: 2,
				accessLog: 0,
				more: false,
			});
			expect(await traces()).toEqual([]);
			expect(await figures()).toEqual(before);
		});

		it('keeps each thing for its own term', async () => {
			const reference = await wholeStory('een');
			later(99);
			expect(await register.personalData.applyRetention(TERMS)).toMatchObject({ written: 0, identity: 0 });
			later(2);
			expect(await register.personalData.applyRetention(TERMS)).toMatchObject({ written: 2, identity: 0 });
			expect(await register.get(reference)).toMatchObject({
				subject: FORGOTTEN,
				text: FORGOTTEN,
				customer: { name: 'Piet Jansen', email: 'p.jansen@ministerie.example' },
			});
			expect(await traces(['Hartklachten', 'Mauritslaan', 'Vertrouwelijk', 'bijlage-jansen'])).toEqual([]);
			later(100);
			expect(await register.personalData.applyRetention(TERMS)).toMatchObject({ written: 0, identity: 2 });
			expect(await traces()).toEqual([]);
		});

		it('lets nothing out that has not gone out', async () => {
			const reference = await wholeStory('een');
			later(101);
			await register.personalData.applyRetention(TERMS);
			const states = (await register.outbox.list([], 10)).map(({ key, state }) => [key, state]);
			expect(states).toContainEqual([`${reference}:wacht`, 'dropped']);
			await expect(register.outbox.release(`${reference}:wacht`, 'beheer')).rejects.toThrow('dropped');
		});

		it('leaves what is open or was opened again', async () => {
			const reference = await wholeStory('een');
			await register.setStatus(reference, 'heropend', 'klant');
			later(1_000);
			expect(await register.personalData.applyRetention(TERMS)).toMatchObject({ written: 1, identity: 1 });
			expect((await register.get(reference)).text).toContain('Hartklachten');
		});

		it('goes on where a run stopped, and does nothing twice', async () => {
			for (let n = 0; n < 3; n++) await wholeStory(`s${n}`);
			later(1_000);
			const runs: Array<[number, boolean]> = [];
			for (let run = 0; run < 4; run++) {
				const { written, more } = await register.personalData.applyRetention({ ...TERMS, limit: 2 });
				runs.push([written, more]);
			}
			expect(runs).toEqual([
				[2, true],
				[2, true],
				[2, false],
				[0, false],
			]);
		});

		describe('of what comes in after it', () => {
			const TEXTS = ['Jansen', 'Mauritslaan', 'Hartklachten', 'Vertrouwelijk'];
			let reference: string;
			let rounds = 0;
			const run = async () => await register.personalData.applyRetention(TERMS);
			const mail = async (changes: Partial<Signal>) => {
				const late = signalFor(`<laat-${++rounds}@x>`, {
					customer: { name: 'Piet Jansen', email: 'p.jansen@ministerie.example', organisation: null },
					subject: 'Vertrouwelijk',
					...changes,
				});
				late.source.thread = ['<een@x>'];
				const { outcome, signal } = await register.register(late, claim);
				expect([outcome, signal.reference]).toEqual(['follow-up', reference]);
				return signal.status;
			};
			const bounced = { flags: { ...signalFor('').flags, bounce: true }, text: 'Jansen, Mauritslaan' };

			beforeEach(async () => {
				reference = await wholeStory('een');
				later(101);
				expect(await run()).toMatchObject({ written: 2, identity: 0 });
				later(10);
			});

			/** Everything is gone at the end of both terms, and it is done once. */
			async function forgets(written: number): Promise<void> {
				expect(await run()).toMatchObject({ written, identity: 0 });
				expect(await traces(['Mauritslaan', 'Hartklachten', 'Vertrouwelijk'])).toEqual([]);
				expect(await run()).toMatchObject({ written: 0, identity: 0, more: false });
				later(200);
				await run();
				expect(await traces()).toEqual([]);
			}

			it.each<[string, () => Promise<unknown>]>([
				['thanks', () => mail({ text: 'Bedankt!' })],
				['a bounce', () => mail(bounced)],
				[
					'a note',
					() => register.addAction(reference, { kind: 'notitie', actor: 'An', text: 'Jansen, Mauritslaan' }),
				],
				['a mail of ours', () => mailed(`${reference}:laat`, 'p.jansen@ministerie.example', reference)],
			])('forgets %s, though the signal stays closed', async (_what, comes) => {
				await comes();
				expect((await register.get(reference)).status).toBe('afgesloten');
				await forgets(1);
			});

			it('forgets an answer that opened the signal again, from when it is closed again', async () => {
				expect(await mail({ text: 'De lift aan de Mauritslaan doet het weer niet.' })).toBe('heropend');
				later(90);
				expect(await run()).toMatchObject({ written: 0 });
				await register.setStatus(reference, 'in behandeling', 'An');
				await register.setStatus(reference, 'afgesloten', 'An');
				later(99);
				expect(await run()).toMatchObject({ written: 0 });
				expect(await traces(TEXTS)).toEqual(expect.arrayContaining(['Mauritslaan']));
				later(2);
				await forgets(1);
			});

			it('forgets it after an erasure as well, which leaves nothing for retention to do', async () => {
				const request = { ...ASKED, email: 'p.jansen@ministerie.example' };
				const other = await wholeStory('twee');
				await register.setStatus(other, 'heropend', 'klant');
				await register.personalData.erase(request, true);
				later(201);
				expect(await run()).toMatchObject({ written: 0, identity: 0 });
				await register.addAction(other, { kind: 'notitie', actor: 'An', text: 'Jansen, Mauritslaan' });
				await register.setStatus(other, 'in behandeling', 'An');
				await register.setStatus(other, 'afgesloten', 'An');
				later(101);
				await forgets(1);
			});

			it('forgets a remark about satisfaction', async () => {
				const asked = await wholeStory('twee', 'p.jansen@ministerie.example', {}, false);
				await register.satisfaction.invite(asked, { oncePerDays: 0, validDays: 200 });
				later(101);
				expect(await run()).toMatchObject({ written: 1 });
				const given = { answer: 'tevreden', remark: 'Vertrouwelijk', consequence: null } as const;
				expect(await register.satisfaction.record(asked, given, null)).toBe(true);
				await forgets(1);
			});
		});

		it('still knows a mail that it has forgotten', async () => {
			const reference = await wholeStory('een');
			later(1_000);
			await register.personalData.applyRetention(TERMS);
			const again = await register.register(signalFor('<een@x>'), claim);
			expect(again).toMatchObject({ outcome: 'handled', signal: { reference, text: FORGOTTEN } });
		});
	});

	describe('the data of one person', () => {
		it('comes out whole, under every way to write the address, and of nobody else', async () => {
			const one = await wholeStory('een');
			const other = await wholeStory('twee', 'p.jansen+werk@ministerie.example');
			const stranger = await wholeStory('drie', 'iemand@anders.example', {
				subject: 'Anders',
				text: 'Vraag het aan P.Jansen@ministerie.example.',
				quotedText: '',
			});
			const data = await register.personalData.export({ ...ASKED, email: 'P.Jansen@ministerie.example' });
			const references = data.signals.map(({ reference }) => reference);
			expect(references).toHaveLength(4);
			expect(references).toEqual(expect.arrayContaining([one, other]));
			expect(data.followUps.map(({ reference }) => reference).sort()).toEqual([one, other].sort());
			expect(data.mails).toHaveLength(6);
			expect(data.satisfaction.map(({ reference, remark }) => [reference, remark]).sort()).toEqual(
				[one, other].sort().map((reference) => [reference, 'Vertrouwelijk: Jansen']),
			);
			expect(data.mentionedIn).toContain(stranger);
			const readable = readableExport(data);
			for (const words of [
				one,
				other,
				'Hartklachten',
				'Jansen gebeld.',
				'niet tevreden',
				'Re: Vertrouwelijk',
			]) {
				expect(readable).toContain(words);
			}
		});

		it('is forgotten on request, at once, and every figure stays the same', async () => {
			const one = await wholeStory('een');
			const stranger = await wholeStory('twee', 'iemand@anders.example', { quotedText: '' });
			const before = await figures();
			const erased = await register.personalData.erase(
				{ ...ASKED, email: 'p.jansen@ministerie.example' },
				false,
			);
			expect(erased).toMatchObject({ open: [], followUps: 1, mails: 3, satisfaction: 1 });
			expect(erased.signals).toHaveLength(2);
			expect(erased.signals).toContain(one);
			expect(await traces(['p.jansen@ministerie.example'])).toEqual([]);
			expect((await register.get(one)).actions.map(({ text }) => text)).toContain(
				'Persoonsgegevens verwijderd op verzoek.',
			);
			expect((await register.get(stranger)).text).toContain('Hartklachten');
			expect(await figures()).toEqual(before);
			const asked = await register.pdc.questions.unanswered('2026-01-01T00:00:00Z');
			expect(asked.map(({ sourceKey }) => sourceKey)).toEqual([stranger]);
			const again = await register.personalData.export({ ...ASKED, email: 'p.jansen@ministerie.example' });
			expect(again).toMatchObject({ signals: [], followUps: [], mails: [], satisfaction: [] });
		});

		it('stays with a signal that is open, unless that is asked too', async () => {
			const reference = await wholeStory('een');
			await register.setStatus(reference, 'heropend', 'klant');
			const request = { ...ASKED, email: 'p.jansen@ministerie.example' };
			expect(await register.personalData.erase(request, false)).toMatchObject({ open: [reference] });
			expect((await register.get(reference)).customer.name).toBe('Piet Jansen');
			expect(await register.personalData.erase(request, true)).toMatchObject({ open: [] });
			expect(await traces()).toEqual([]);
		});

		it('is not touched by an address that only looks like it', async () => {
			const reference = await wholeStory('een', 'pxjansen@ministerie.example');
			const erased = await register.personalData.erase(
				{ ...ASKED, email: 'p_jansen@ministerie.example' },
				true,
			);
			expect(erased.signals).toEqual([]);
			expect((await register.get(reference)).text).toContain('Hartklachten');
		});
	});

	describe('the access log', () => {
		it('says who looked at whose data, when and why, and names nobody', async () => {
			await wholeStory('een');
			await register.personalData.export({ ...ASKED, email: 'p.jansen@ministerie.example' });
			later(1);
			await register.personalData.erase({ ...ASKED, email: 'p.jansen@ministerie.example' }, true);
			await register.personalData.export({ ...ASKED, email: 'iemand@anders.example' });
			expect(await register.personalData.accessLog('P.Jansen+x@ministerie.example', 10)).toEqual([
				{ at: '2026-11-03T10:00:00.000Z', kind: 'verwijdering', ...ASKED, signals: 2, references: null },
				{ at: '2026-11-02T10:00:00.000Z', kind: 'inzage', ...ASKED, signals: 2, references: null },
			]);
			expect(await register.personalData.accessLog(null, 10)).toHaveLength(3);
			expect(await traces(['p.jansen'])).toEqual([]);
		});

		it('says which signals a workflow read, and finds them by a person', async () => {
			const one = await wholeStory('een');
			const other = await wholeStory('twee', 'iemand@anders.example');
			const read = async (what: string, references: string[]) => {
				later(1);
				const kind = 'gelezen' as const;
				await register.personalData.recordReading({
					kind,
					actor: 'workflow X, uitvoering 7',
					what,
					references,
				});
			};
			await read('Signaal opgehaald', [other]);
			await read('Signalen gezocht', [other, one, one]);
			await read('Niets gevonden', []);
			const lines = async (email: string | null, limit = 10) =>
				(await register.personalData.accessLog(email, limit)).map(({ at: _at, ...line }) => line);
			const both = {
				kind: 'gelezen',
				actor: 'workflow X, uitvoering 7',
				reason: 'Signalen gezocht',
				signals: 2,
				references: `${one}, ${other}`,
			};
			expect(await lines('P.Jansen@ministerie.example')).toEqual([both]);
			expect(await lines('iemand@anders.example')).toEqual([
				both,
				{ ...both, reason: 'Signaal opgehaald', signals: 1, references: other },
			]);
			expect(await lines('vreemd@anders.example')).toEqual([]);
			expect(await lines(null, 1)).toEqual([both]);
			await register.personalData.erase({ ...ASKED, email: 'iemand@anders.example' }, true);
			expect((await lines('iemand@anders.example')).map(({ reason }) => reason)).toEqual([
				ASKED.reason,
				'Signaal opgehaald',
			]);
		});

		it('is searched to its end, however long it is', async () => {
			await register.together(async ({ personalData }) => {
				for (let n = 1; n <= 1_100; n++) {
					const references = [`R-2026-${String(n).padStart(6, '0')}`];
					await personalData.recordReading({ kind: 'gelezen', actor: 'x', what: `keer ${n}`, references });
				}
			});
			const reference = await wholeStory('een');
			expect(reference).toBe('R-2026-000001');
			const found = await register.personalData.accessLog('p.jansen@ministerie.example', 10);
			expect(found.map(({ reason }) => reason).sort()).toEqual(['keer 1', 'keer 2']);
		});

		it.each([
			['no address', { ...ASKED, email: 'Jansen' }],
			['nobody who asks', { ...ASKED, email: 'a@x.example', actor: ' ' }],
			['no reason', { ...ASKED, email: 'a@x.example', reason: '' }],
		])('is not passed by with %s', async (_what, request) => {
			await expect(register.personalData.export(request)).rejects.toThrow('must all be filled in');
			await expect(register.personalData.erase(request, true)).rejects.toThrow('must all be filled in');
			expect(await register.personalData.accessLog(null, 10)).toEqual([]);
		});

		it('is kept for its term', async () => {
			await register.personalData.export({ ...ASKED, email: 'a@x.example' });
			later(399);
			expect(await register.personalData.applyRetention(TERMS)).toMatchObject({ accessLog: 0 });
			later(2);
			expect(await register.personalData.applyRetention(TERMS)).toMatchObject({ accessLog: 1 });
		});
	});
});
