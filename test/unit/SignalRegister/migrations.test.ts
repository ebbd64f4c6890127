import { Kysely, Migrator } from 'kysely';
import { MIGRATIONS } from '../../../nodes/shared/storage/migrations';
import { dialectFor } from '../../../nodes/shared/storage/database';
import { Register } from '../../../nodes/shared/storage/register';
import type { RegisterSettings } from '../../../nodes/shared/storage/settings';
import { NO_FLAGS } from '../../../nodes/shared/domain/signal';
import { AMPLE, outgoingMail } from '../../support/outgoing';
import { signalFor } from '../../support/signals';
import { onEveryDatabase } from '../../support/register-databases';

const MOMENT = '2026-11-02T10:00:00.000Z';

/** A register as the first migration left it, with one signal that could not be read and one mail about it. */
async function firstRegister(settings: RegisterSettings): Promise<void> {
	const db = new Kysely<Record<string, Record<string, unknown>>>({ dialect: await dialectFor(settings) });
	const { '0001-initial': initial } = MIGRATIONS;
	const provider = { getMigrations: async () => ({ '0001-initial': initial! }) };
	const { error } = await new Migrator({ db, provider }).migrateToLatest();
	if (error) throw error;
	const { source, ...rest } = signalFor('<1@x>');
	const signal = {
		...rest,
		source: { ...source, mentions: undefined },
		flags: { ...NO_FLAGS, unparseable: true },
	};
	await db
		.insertInto('signals')
		.values({
			id: signal.id,
			reference: 'R-2026-000001',
			source_key: source.key,
			received_at: MOMENT,
			registered_at: MOMENT,
			customer_email: signal.customer.email,
			subject: signal.subject,
			text: signal.text,
			status: 'te beoordelen',
			content: JSON.stringify({ ...signal, reference: 'R-2026-000001' }),
		})
		.execute();
	const moved = { signal_id: signal.id, at: MOMENT, kind: 'status', actor: 'desk' };
	await db
		.insertInto('actions')
		.values([
			{ ...moved, text: "Van 'ontvangen' naar 'te beoordelen'." },
			{ ...moved, kind: 'notitie', text: "Van 'Jan' naar 'Piet'." },
		])
		.execute();
	await db
		.insertInto('outbox')
		.values({
			key: 'R-2026-000001:antwoord',
			reference: 'R-2026-000001',
			recipient: 'jan@x.example, piet@x.example',
			subject: 'Re: Laptop',
			message_id: '<antwoord@regie>',
			state: 'sent',
			attempts: 1,
			created_at: MOMENT,
			updated_at: MOMENT,
		})
		.execute();
	await db.destroy();
}

onEveryDatabase(({ fresh }) => {
	it('takes over what the register held before it knew conversations', async () => {
		const settings = await fresh();
		await firstRegister(settings);
		const register = await Register.open(settings, () => new Date(MOMENT));
		const come = async (id: string, thread: string[]) => {
			const mail = signalFor(id);
			return await register.register(
				{ ...mail, source: { ...mail.source, thread } },
				{ by: 'run', minutes: 1 },
			);
		};
		expect(await register.get('R-2026-000001')).toMatchObject({ source: { mentions: [] } });
		expect((await come('<2@x>', ['<1@x>'])).outcome).toBe('follow-up');
		expect((await come('<3@x>', ['<antwoord@regie>'])).outcome).toBe('follow-up');
		const limited = await register.outbox.reserve(outgoingMail('b', { to: ['Piet@x.example'] }), {
			...AMPLE,
			perAddress: 1,
		});
		expect(limited.decision).toBe('limited');
		expect(await register.health()).toMatchObject({ unreadable: 1, outgoing: { limited: 1 } });
		expect(await register.handling.history('R-2026-000001')).toMatchObject([
			{ field: 'status', from: 'ontvangen', to: 'te beoordelen' },
			{ kind: 'notitie', field: null },
			{ kind: 'reactie' },
			{ kind: 'reactie' },
			{ kind: 'mail' },
		]);
		const found = await register.search({ contains: 'laptop starten', urgency: ['normaal'] });
		expect(found.map(({ reference }) => reference)).toEqual(['R-2026-000001']);
		await register.close();
	});
});
