import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IExecuteFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { Register } from '../storage/register';
import { RegisterError } from '../storage/register-error';
import { registerSettingsSchema } from '../storage/settings';

/** Opens the register of the node's credential, runs `work` with it, and always closes it. */
export async function withRegister<T>(
	context: IExecuteFunctions,
	work: (register: Register) => Promise<T>,
): Promise<T> {
	const settings = registerSettingsSchema.parse(await context.getCredentials('signalRegisterApi'));
	const register = await Register.open(settings);
	try {
		return await work(register);
	} finally {
		await register.close();
	}
}

/** As `withRegister`, but `work` runs also when the register cannot be opened, and is then told why. */
export async function withRegisterIfPossible<T>(
	context: IExecuteFunctions,
	work: (register: Register | RegisterError) => Promise<T>,
): Promise<T> {
	const settings = registerSettingsSchema.parse(await context.getCredentials('signalRegisterApi'));
	const register = await Register.open(settings).catch((error: unknown) => {
		if (error instanceof RegisterError) return error;
		throw error;
	});
	try {
		return await work(register);
	} finally {
		if (!(register instanceof RegisterError)) await register.close();
	}
}

/** Credential test: opens the register, which makes it when absent, and writes nothing else. */
export async function testRegister(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const register = await Register.open(registerSettingsSchema.parse(credential.data ?? {}));
		await register.close();
		return { status: 'OK', message: 'The register can be opened and written' };
	} catch (error) {
		const hint = error instanceof RegisterError ? ` ${error.hint}` : '';
		return { status: 'Error', message: `${error instanceof Error ? error.message : String(error)}${hint}` };
	}
}
