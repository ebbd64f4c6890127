import type { PlanonClient } from '../api/client';
import type { PlanonSettings } from '../credential/settings';
import type { KeyExpiry } from './key-expiry';

export interface ConnectionCheck {
	authentication: PlanonSettings['authentication'];
	/** The definition that was asked for a record that does not exist. */
	definition: string;
	keyExpiresOn: string | null;
	keyDaysLeft: number | null;
	/** What to do something about soon; null when all is well. */
	warning: string | null;
}

/**
 * Asks for a record that does not exist, which needs the right address, credential and rights, and
 * reads nothing. Throws `ApiError` that tells apart a wrong key, an expired one, a wrong base path,
 * no licence, no rights, and a definition that is not there.
 */
export async function checkConnection(
	client: PlanonClient,
	settings: PlanonSettings,
	expiry: KeyExpiry,
): Promise<ConnectionCheck> {
	const definition = settings.testDefinition;
	if (definition === '') {
		throw new Error('Fill in the Definition to Test With in the credential: one that it may read.');
	}
	await client.read(definition, [{ field: 'Syscode', operator: 'eq', value: 0 }]);
	return {
		authentication: settings.authentication,
		definition,
		keyExpiresOn: expiry.expiresOn,
		keyDaysLeft: expiry.daysLeft,
		warning: expiry.warning,
	};
}
