import axios, { type AxiosBasicCredentials, type AxiosResponse } from 'axios';
import { Register } from '../../../nodes/shared/storage/register';
import { Administrator } from '../../support/administrator';
import { QUESTION_FORM_LOGIN } from '../../support/credentials';
import { startDesk, type Desk } from '../../support/desk';
import { eventually } from '../../support/eventually';
import { startHoodiecrow } from '../../support/hoodiecrow';
import { importTestCatalogue } from '../../support/pdc';
import { runOnSchedule } from '../../support/run-on-schedule';
import type { TravellingClock } from '../../support/travelling-clock';
import type { ReceivedMail } from '../../support/smtp-sink';

export const CHANGE_WORKFLOW = 'regiePdcMelding1';
const COMPARE_WORKFLOW = 'regiePdcVergelij';
const FILE_WORKFLOW = 'regiePdcBestand1';
const QUESTIONS_WORKFLOW = 'regiePdcAntwoord';
const MAIL_WORKFLOW = 'regiePdcMail0001';
/** Besides the change itself: the forms, the catalogue, and the page to answer with an explanation. */
const PAGES_WORKFLOWS = ['regiePdcFormul01', 'regiePdcCatalog1', 'regiePdcUitleg01', FILE_WORKFLOW];

/** What the form asks, in its order. */
const FORM_FIELDS = [
	...[
		'soort',
		'code',
		'melder',
		'voorwie',
		'vanaf',
		'waarom',
		'merkt',
		'naam',
		'leverancier',
		'omschrijving',
	],
	...['kwaliteit', 'bestellen', 'levering', 'vragen', 'prijs', 'levertijd', 'portfolio'],
] as const;
export type ChangeForm = Partial<Record<(typeof FORM_FIELDS)[number], string>>;

/** A page as somebody sees it in a browser. */
export interface SeenPage {
	status: number;
	html: string;
}

/** A desk with the catalogue and workflow 10, and what people do with it in a browser and a mailbox. */
export class PdcDesk {
	private constructor(
		readonly desk: Desk,
		readonly register: Register,
	) {}

	static async start(
		settings: Record<string, string>,
		{ clock, workflowsDir }: { clock?: TravellingClock; workflowsDir?: string } = {},
	): Promise<PdcDesk> {
		const desk = await startDesk({ startMail: startHoodiecrow, publish: [], clock, workflowsDir });
		const register = await Register.open(desk.register, clock?.now);
		await importTestCatalogue(register);
		const administrator = new Administrator(desk.n8n.api, CHANGE_WORKFLOW);
		const webadres = `${desk.n8n.url}/webhook`;
		await administrator.saveSettings({ webadres, ...settings });
		for (const workflow of [COMPARE_WORKFLOW, FILE_WORKFLOW, QUESTIONS_WORKFLOW]) {
			await new Administrator(desk.n8n.api, workflow).saveSettings({ webadres });
		}
		await administrator.publish();
		for (const workflow of PAGES_WORKFLOWS) await new Administrator(desk.n8n.api, workflow).publish();
		return new PdcDesk(desk, register);
	}

	/** Lets workflow 10 look in the folder for changes by mail from now on; the folder must be there. */
	async readMail(settings: Record<string, string>): Promise<void> {
		const administrator = new Administrator(this.desk.n8n.api, MAIL_WORKFLOW);
		await administrator.saveSettings({ ...settings, formulier: this.formAddress });
		await administrator.publish();
	}

	get formAddress(): string {
		return `${this.desk.n8n.url}/form/pdc-wijziging`;
	}

	async stop(): Promise<void> {
		await this.register.close();
		await this.desk.stop();
	}

	/** Fills in the form, and gives the page that follows. */
	async report(form: ChangeForm): Promise<SeenPage> {
		const data = new FormData();
		for (const [index, name] of FORM_FIELDS.entries()) data.append(`field-${index}`, form[name] ?? '');
		return await this.fillIn(this.formAddress, data);
	}

	/** Hands in the catalogue of a supplier by the form for it, and gives the page that follows. */
	async handIn(supplier: string, fileName: string, content: string): Promise<SeenPage> {
		const data = new FormData();
		data.append('field-0', supplier);
		data.append('field-1', new Blob([content]), fileName);
		data.append('field-2', '');
		return await this.fillIn(`${this.desk.n8n.url}/form/pdc-leverancier`, data, QUESTION_FORM_LOGIN);
	}

	private async fillIn(address: string, data: FormData, auth?: AxiosBasicCredentials): Promise<SeenPage> {
		const posted = await this.browse('post', address, data, auth);
		const { formWaitingUrl } = posted.data as { formWaitingUrl?: string };
		if (!formWaitingUrl)
			throw new Error(`The form was not taken: ${posted.status} ${JSON.stringify(posted.data)}`);
		const { pathname, search } = new URL(formWaitingUrl);
		const url = `${this.desk.n8n.url}${pathname}`;
		// As the form's own script does: the page itself answers only when the execution has come to it.
		await eventually(
			async () => (await this.open(`${url}/n8n-execution-status${search}`)).html === 'form-waiting',
			{
				withinMs: 20_000,
				otherwise: 'the form is not answered',
			},
		);
		return await this.open(`${url}${search}`);
	}

	/** Starts a workflow as its schedule does, and waits until it is done. */
	async runOnSchedule(workflowId: string, trigger: string): Promise<void> {
		await runOnSchedule(this.desk.n8n.api, workflowId, trigger);
	}

	async open(link: string): Promise<SeenPage> {
		return seen(await this.browse('get', link));
	}

	/** Sends the form on the page of a link. */
	async send(link: string, fields: Record<string, string>): Promise<SeenPage> {
		return seen(await this.browse('post', link, new URLSearchParams(fields)));
	}

	async catalogue(form = ''): Promise<AxiosResponse<Buffer>> {
		return await axios.get<Buffer>(`${this.desk.n8n.url}/webhook/pdc${form && `?formaat=${form}`}`, {
			proxy: false,
			responseType: 'arraybuffer',
		});
	}

	/** Waits for a mail to this address whose subject has these words. */
	async mailTo(address: string, ...words: string[]): Promise<ReceivedMail> {
		const find = () =>
			this.desk.outgoing.messages.find(
				({ envelope, subject }) =>
					envelope.to.includes(address) && words.every((word) => subject.includes(word)),
			);
		await eventually(async () => find() !== undefined, {
			withinMs: 20_000,
			otherwise: `no mail to ${address} with ${words.join(' and ')}`,
		});
		return find()!;
	}

	private async browse(
		method: 'get' | 'post',
		url: string,
		data?: unknown,
		auth?: AxiosBasicCredentials,
	): Promise<AxiosResponse> {
		return await axios.request({
			method,
			url,
			data,
			auth,
			timeout: 20_000,
			proxy: false,
			validateStatus: () => true,
		});
	}
}

const seen = ({ status, data }: AxiosResponse): SeenPage => ({ status, html: String(data) });

/** The link in a mail that asks somebody something. */
export const linkIn = ({ text }: ReceivedMail): string =>
	/https?:\S+pdc-(?:besluit|antwoord)\?token=\S+/.exec(text)![0];
