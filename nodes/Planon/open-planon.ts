import type { IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';
import { DEFAULT_RETRY, withRetry } from '../shared/http/http-client';
import { cancelSignal, n8nTransport } from '../shared/n8n/n8n-transport';
import { keyExpiry, type KeyExpiry } from './access/key-expiry';
import { PlanonClient } from './api/client';
import type { PlanonOptions } from './api/options';
import { planonSettingsSchema, type PlanonSettings } from './credential/settings';

export interface PlanonConnection {
	client: PlanonClient;
	settings: PlanonSettings;
	/** As it is stored, with how the presets are mapped. */
	credential: Record<string, unknown>;
	expiry: KeyExpiry;
}

/** What the settings say of how calls are made. */
export function settingsOptions(settings: PlanonSettings, { expired }: KeyExpiry): PlanonOptions {
	const { rangeNotation, batchUrl, authentication } = settings;
	return {
		rangeNotation,
		batchUrl,
		access: authentication === 'accessKey' ? { kind: 'accessKey', expired } : { kind: 'clientCredentials' },
	};
}

/** A client with the credential of a node or trigger. */
export async function connectPlanon(
	context: IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions,
	options: PlanonOptions = {},
	itemIndex = 0,
): Promise<PlanonConnection> {
	const credential = await context.getCredentials<Record<string, unknown>>('planonApi', itemIndex);
	const settings = planonSettingsSchema.parse(credential);
	const expiry = keyExpiry(settings, new Date());
	const transport = n8nTransport(context, 'planonApi', {
		skipTls: settings.allowUnauthorizedCerts,
		expires: settings.authentication === 'clientCredentials',
	});
	const send = withRetry(transport, { ...DEFAULT_RETRY, signal: cancelSignal(context) });
	const client = new PlanonClient(send, settings, { ...settingsOptions(settings, expiry), ...options });
	return { client, settings, credential, expiry };
}
